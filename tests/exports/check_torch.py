"""Runs the train.py of exported folders with PyTorch; each fails by itself where its loss is not the page's.

    python check_torch.py FOLDER

A process is forked for each, so that PyTorch is imported once. Some run as torchrun starts them, by the same environment variables,
in two processes: torchrun itself of Debian's PyTorch 1.13 does not start under its Python 3.11.
"""

import os
import runpy
import sys
from pathlib import Path

import torch

torch.set_num_threads(1)


def start(folder, arguments, variables):
    """A process that runs train.py and writes what it prints to torch.log, or for another rank than 0 nowhere."""
    child = os.fork()
    if child != 0:
        return child
    os.chdir(folder)
    os.environ.update(variables)
    sys.argv = ["train.py", *arguments]
    name = "torch.log" if variables.get("RANK", "0") == "0" else os.devnull
    log = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
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


def run(folder, *arguments, processes=1):
    """Whether all processes succeeded, and what was printed."""
    together = {"WORLD_SIZE": str(processes), "MASTER_ADDR": "localhost", "MASTER_PORT": "29517"} if processes > 1 else {}
    ranks = [{"RANK": str(rank), "LOCAL_RANK": str(rank)} if processes > 1 else {} for rank in range(processes)]
    children = [start(folder, arguments, {**together, **rank}) for rank in ranks]
    codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    return not any(codes), (folder / "torch.log").read_text(encoding="utf-8")


folder = Path(sys.argv[1]).resolve()
runs = sorted(folder.iterdir())
failed = []


def expect(name, result, *words):
    """Notes a run that failed or did not print the words."""
    succeeded, printed = result
    if not succeeded or not all(word in printed for word in words):
        failed.append(f"{name}:\n{printed}")


for one in runs:
    expect(one.name, run(one))
print(f"{len(runs) - len(failed)} of {len(runs)} ran as on the page")

# Of two processes each has half of every batch, and the average of their gradients is the batch's.
own = folder / "own-en-award"
ON_PAGE, ELSEWHERE = "on the page", "not compared"
expect("two processes", run(own, processes=2), ON_PAGE)
expect("two processes, 78 students in three classes", run(folder / "own-zh-honours", processes=2), "网页上")
expect("batches that two processes do not divide", run(own, "--batch", "7", processes=2), ELSEWHERE)
expect("more epochs", run(own, "--device", "cpu", "--epochs", "300"), "after 300 updates", ON_PAGE)
expect("on from there", run(own, "--weights", "trained.pt", "--epochs", "1"), "after 1 updates", ELSEWHERE)
succeeded, printed = run(own, "--batch", "1", processes=2)
if succeeded or "than there are processes" not in printed:
    failed.append(f"a batch of one for two processes:\n{printed}")

print(*failed, sep="\n")
sys.exit(1 if failed else 0)
