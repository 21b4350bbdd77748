"""Runs exported folders as a reader would, and compares them with the core's own numbers in core.json.

    python check.py FOLDER

For each folder: train_numpy.py makes of the core's parameters before each of the first updates those after it, and in the end has
the page's loss by its own check; the notebook is a valid one whose cells run; onnxruntime predicts what the core predicts;
model.safetensors has finite numbers of every layer. Prints the largest differences.

Each update begins at the core's own parameters, since in a run a difference by rounding grows. What an optimizer keeps besides, it
has from the gradients there.
"""

import contextlib
import io
import json
import os
import subprocess
import sys
import warnings
from collections import defaultdict
from pathlib import Path

import matplotlib

matplotlib.use("Agg")

import nbformat
import numpy as np
import onnx
import onnxruntime
from safetensors.numpy import load_file

PARAMETER = 1e-5
PREDICTION = 1e-5
# A probability of a softmax is as far off, relatively, as the difference of two sums is absolutely: both sums, here and in the core,
# by half a unit in the last of 24 binary digits.
ROUNDING = 4 * 2**-24
# The most parameters of a run in which an update can be rounding alone.
CANCELLED = 0.05


def parameters_of(script):
    """All parameters of a running train_numpy.py in the core's order."""
    return np.concatenate([p.ravel() for p in script["parameters"]])


def updates_of(source, frames):
    """The parameters after each update that begins where the core's stood."""
    script = {"__name__": "script"}
    exec(compile(source, "train_numpy.py", "exec"), script)
    after = []
    for frame, _ in zip(frames, script["train"](10**6)):
        after.append(parameters_of(script).astype(float))
        for p in script["parameters"]:
            p.flat, frame = frame[: p.size], frame[p.size :]
    return np.array(after)


def off_of(source, frames):
    """How far each parameter is from the core's after each update, as a part of the largest; NaN where that says nothing.

    Where the parts of a gradient cancel, all that is left is rounding, and the optimizers that divide by the gradient's size make a
    whole step of it, in any direction: there the script is far from itself in 64 bits. So it is with the biases of case
    3 at the first update, where each class has as many students.
    """
    short = updates_of(source, frames)
    exact = updates_of(source.replace("np.float32", "np.float64"), frames)
    size = np.abs(frames).max(axis=1, keepdims=True).clip(min=1e-3)
    return np.where(np.abs(short - exact) <= PARAMETER / 3 * size, np.abs(short - frames) / size, np.nan)


# An optimizer that is wrong by little: no correction of the mean of squares for its beginning at 0.
WRONG = ("root_rate = math.sqrt(1 - 0.999 ** (updates + 1))", "root_rate = 1")


def check_numpy(core):
    """The largest difference between the core's parameters and NumPy's, relative to the largest parameter."""
    source = Path("train_numpy.py").read_text(encoding="utf-8")
    frames = np.array(core["frames"])
    off = off_of(source, frames)
    assert np.isnan(off).mean() <= CANCELLED
    worst = np.nanmax(off)
    assert worst <= PARAMETER, f"{worst:.2g} off after update {np.nanargmax(off.max(axis=1)) + 1}"
    if core["optimizer"].startswith("adam"):
        assert np.nanmax(off_of(source.replace(*WRONG), frames)) > 100 * PARAMETER, "a wrong Adam passes"
    return worst


def largest_sum(model, scores):
    """The largest weighted sum that the output's softmax is taken of; 0 without one."""
    made_by = {node.output[0]: node for node in model.graph.node}
    last = made_by[made_by["predictions"].input[0]]
    if last.op_type != "Softmax":
        return 0
    model.graph.output.append(onnx.ValueInfoProto(name=last.input[0]))
    *_, sums = onnxruntime.InferenceSession(model.SerializeToString()).run(None, {"scores": scores})
    return np.abs(sums).max()


def check_onnx(core):
    model = onnx.load("model.onnx")
    onnx.checker.check_model(model, full_check=True)
    assert model.ir_version == 8 and model.opset_import[0].version == 13
    experiment = json.loads(Path("experiment.json").read_text(encoding="utf-8"))["experiment"]
    table = experiment["table"]
    names = {entry.key: json.loads(entry.value) for entry in model.metadata_props}
    assert names["subjects"] == table["subjects"] and names.get("classes", []) == table["classes"]
    rows = [i for i, student in enumerate(table["students"]) if None not in student["scores"]]
    scores = np.array([table["students"][i]["scores"] for i in rows], dtype=float)
    predictions, *classes = onnxruntime.InferenceSession("model.onnx").run(None, {"scores": scores})
    expected = np.array(core["predictions"], dtype=float).reshape(-1, core["outputs"])[rows]
    # A number near 0 is the difference of larger ones: what counts is its size beside the output's largest. Of a probability below
    # a hundredth onnxruntime's sigmoid has fewer digits: it gives multiples of 2**-24.
    is_probability = experiment["model"]["output"] != "linear"
    size = np.abs(expected).max(axis=0).clip(min=0.01 if is_probability else 1e-30)
    off = (np.abs(predictions - expected) / size).max()
    assert off <= max(PREDICTION, ROUNDING * largest_sum(model, scores)), f"onnxruntime is {off:.2g} off"
    if classes:
        # Of two equal classes either may win.
        sure = np.abs(expected - 0.5).min(axis=1) > 1e-4 if core["outputs"] == 1 else np.ptp(expected, axis=1) > 1e-4
        assert (classes[0] == np.array(core["classes"])[rows])[sure].all()
    return off


def check_notebook():
    notebook = nbformat.read("experiment.ipynb", as_version=4)
    nbformat.validate(notebook)
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    cells = {"__name__": "__main__"}
    with contextlib.redirect_stdout(io.StringIO()):
        for cell in notebook.cells:
            if cell.cell_type == "code":
                exec(compile(cell.source, "experiment.ipynb", "exec"), cells)
    matplotlib.pyplot.close("all")


def check_safetensors(core):
    tensors = load_file("model.safetensors")
    count = sum(tensor.size for tensor in tensors.values())
    assert count == len(core["frames"][0]) and all(np.isfinite(tensor).all() for tensor in tensors.values())


def main(folder):
    numpy_off, onnx_off = defaultdict(float), 0.0
    failures = []
    for name in sorted(os.listdir(folder)):
        os.chdir(folder / name)
        core = json.loads(Path("core.json").read_text())
        try:
            numpy_off[core["optimizer"]] = max(numpy_off[core["optimizer"]], check_numpy(core))
            onnx_off = max(onnx_off, check_onnx(core))
            check_notebook()
            check_safetensors(core)
            if not name.startswith("pair"):
                subprocess.run([sys.executable, "train_numpy.py"], check=True, capture_output=True)
        except Exception as error:
            failures.append(f"{name}: {type(error).__name__}: {error}")
    for optimizer, off in sorted(numpy_off.items()):
        print(f"NumPy in 32 bits, {optimizer}: at most {off:.1e} of the largest parameter off")
    print(f"onnxruntime: at most {onnx_off:.1e} off")
    print(*failures, sep="\n")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    warnings.simplefilter("error", category=RuntimeWarning)
    main(Path(sys.argv[1]).resolve())
