"""Runs the train.py of exported folders with PyTorch; each fails by itself where its loss is not the page's.

    python check_torch.py FOLDER

A process is forked for each, so that PyTorch is imported once.
"""

import os
import runpy
import sys
from pathlib import Path

import torch

torch.set_num_threads(1)


def run(folder):
    child = os.fork()
    if child == 0:
        os.chdir(folder)
        sys.argv = ["train.py"]
        log = os.open("torch.log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(log, 1)
        os.dup2(log, 2)
        code = 1
        try:
            runpy.run_path("train.py", run_name="__main__")
            code = 0
        except SystemExit as stop:
            print(stop)
        except BaseException:
            import traceback

            traceback.print_exc()
        sys.stdout.flush()
        os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


folder = Path(sys.argv[1]).resolve()
failed = []
for one in sorted(folder.iterdir()):
    if run(one) != 0:
        failed.append(one)
for one in failed:
    print(f"{one.name}:", (one / "torch.log").read_text(encoding="utf-8"), sep="\n")
print(f"{len(list(folder.iterdir())) - len(failed)} of {len(list(folder.iterdir()))} ran as on the page")
sys.exit(1 if failed else 0)
