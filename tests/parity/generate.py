"""Writes torch.json and course.json: runs of an implementation that is not ours, for the core to follow.

torch.json: every optimiser x architecture x loss, 200 updates of batches of 8 out of 20 students (the last one of an
epoch has 4), by PyTorch in 64 and in 32 bits. A fixture is one experiment as the page loads it, with a list of runs that
each replace its `training`. Features, targets and initial parameters are 32-bit numbers, so that both start alike.

A run holds
- `weights`: all parameters of the 64-bit run after the updates in CHECKPOINTS, layer by layer weights before biases;
- `distances`: how far the 32-bit run is from them, see `distance`;
- `projections`: after every update the sum of all parameters with the signs + - - + - - ..., of the 64-bit run;
- `projection_distances`: how far the 32-bit run's is from it, as a part of the sum of the parameters' absolute values.

A projection's distance under 1e-6 is written as 0: four times that is within what is allowed anyway. PyTorch has no TensorFlow 1
RMSProp; its rule stands below. Learning rates are such that no 32-bit run leaves the 64-bit one by chaos: a step by the
sign of a gradient, as Adagrad's first are, turns a rounding error near 0 into a difference of the whole step.

course.json: the course's run of case 1 to round 5000 by NumPy, operation for operation in 32 bits.
"""

import json
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

HERE = Path(__file__).parent
UPDATES = 200
CHECKPOINTS = [1, 2, 10, 50, 100, 200]
STUDENTS, BATCH = 20, 8
DECAY = {"beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8}
OPTIMIZERS = [
    ({"kind": "sgd"}, 0.1),
    ({"kind": "momentum", "momentum": 0.9}, 0.02),
    ({"kind": "nesterov", "momentum": 0.9}, 0.02),
    ({"kind": "adagrad", "epsilon": 1e-10}, 0.05),
    ({"kind": "rmsprop_tensorflow1", "decay": 0.9, "epsilon": 1e-10}, 0.003),
    ({"kind": "rmsprop_pytorch", "decay": 0.99, "epsilon": 1e-8}, 0.005),
    ({"kind": "adam", **DECAY}, 0.01),
    ({"kind": "adamw", **DECAY, "weight_decay": 0.05}, 0.01),
]
LOSSES = ["absolute", "squared", "huber", "binary_cross_entropy", "categorical_cross_entropy"]
ACTIVATIONS = {"tanh": torch.tanh, "relu": torch.relu, "gelu": F.gelu}
HUBER_DELTA = 0.5


class RmspropTensorflow1(torch.optim.Optimizer):
    """s <- rho s + (1 - rho) g^2, w <- w - eta g / sqrt(s + eps); s starts at 1."""

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for w in group["params"]:
                g = w.grad + group["weight_decay"] * w
                s = self.state[w].setdefault("s", torch.ones_like(w))
                s.mul_(group["decay"]).add_((1 - group["decay"]) * g * g)
                w -= group["lr"] * g / torch.sqrt(s + group["epsilon"])


def optimizer_of(training, weights, biases):
    """PyTorch's optimiser; penalties take the weights and leave the biases."""
    own = dict(training["optimizer"])
    kind, lr = own.pop("kind"), training["learning_rate"]
    decay = own.pop("weight_decay", training["l2"])
    groups = [{"params": weights, "weight_decay": decay}, {"params": biases, "weight_decay": 0.0}]
    if "beta1" in own:
        adam = torch.optim.AdamW if kind == "adamw" else torch.optim.Adam
        return adam(groups, lr=lr, betas=(own["beta1"], own["beta2"]), eps=own["epsilon"])
    if kind in ("sgd", "momentum", "nesterov"):
        return torch.optim.SGD(groups, lr=lr, nesterov=kind == "nesterov", momentum=own.get("momentum", 0.0))
    if kind == "adagrad":
        return torch.optim.Adagrad(groups, lr=lr, eps=own["epsilon"])
    if kind == "rmsprop_pytorch":
        return torch.optim.RMSprop(groups, lr=lr, alpha=own["decay"], eps=own["epsilon"])
    return RmspropTensorflow1(groups, {"lr": lr, **own})


def loss_of(kind, output, logits, targets):
    """Mean over students and outputs; categorical cross-entropy, over students."""
    if output == "softmax" and kind == "categorical_cross_entropy":
        return -(targets * torch.log_softmax(logits, 1)).sum(1).mean()
    if output == "sigmoid" and "cross_entropy" in kind:
        return F.binary_cross_entropy_with_logits(logits, targets)
    values = {"linear": lambda z: z, "sigmoid": torch.sigmoid, "softmax": lambda z: torch.softmax(z, 1)}
    y = values[output](logits)
    return {
        "absolute": F.l1_loss,
        "squared": F.mse_loss,
        "huber": lambda y, t: F.huber_loss(y, t, delta=HUBER_DELTA),
        "binary_cross_entropy": F.binary_cross_entropy,
    }[kind](y, targets)


def run(experiment, training, dtype):
    """Every parameter after every update: UPDATES lists of tensors."""
    table, model = experiment["table"], experiment["model"]
    features = torch.tensor([student["scores"] for student in table["students"]], dtype=dtype)
    classes = table["classes"]
    if not classes:
        targets = torch.tensor([[student["target"]] for student in table["students"]], dtype=dtype)
    else:
        index = torch.tensor([classes.index(student["target"]) for student in table["students"]])
        targets = F.one_hot(index, len(classes)).to(dtype)
        if len(classes) == 2 and model["output"] == "sigmoid":
            targets = targets[:, 1:]
    layers = model["initial"]["layers"]
    parameters = [torch.tensor(layer[name], dtype=dtype, requires_grad=True)
                  for layer in layers for name in ("weights", "biases")]
    weights, biases = parameters[::2], parameters[1::2]
    optimizer = optimizer_of(training, weights, biases)
    after = []
    for update in range(UPDATES):
        at = update % -(-STUDENTS // BATCH) * BATCH
        a = features[at:at + BATCH]
        for layer, (w, b) in enumerate(zip(weights, biases)):
            a = a @ w.T + b
            if layer < len(model["hidden"]):
                a = ACTIVATIONS[model["hidden"][layer]["activation"]](a)
        optimizer.zero_grad()
        loss_of(training["loss"]["kind"], model["output"], a, targets[at:at + BATCH]).backward()
        optimizer.step()
        after.append([w.detach().double().clone() for w in parameters])
    return after


def distance(ours, exact):
    """The largest, over the layers, of max |w - w64| / max |w64| over a layer's weights and biases."""
    layers = [[torch.cat([w.flatten() for w in pair]) for pair in zip(run[::2], run[1::2])] for run in (ours, exact)]
    return max(((a - b).abs().max() / b.abs().max()).item() for a, b in zip(*layers))


def projection(parameters):
    flat = torch.cat([w.flatten() for w in parameters])
    return torch.where(torch.arange(len(flat)) % 3 == 0, flat, -flat).sum().item()


def followed(experiment, training):
    exact, short = (run(experiment, training, dtype) for dtype in (torch.float64, torch.float32))
    rounded = lambda d: float(f"{d:.1e}")
    digits = lambda number: float(f"{number:.7g}")
    sizes = [sum(w.abs().sum().item() for w in now) for now in exact]
    projections = [[projection(now) for now in runs] for runs in (exact, short)]
    return {
        "training": training,
        "weights": [[digits(w) for tensor in exact[n - 1] for w in tensor.flatten().tolist()] for n in CHECKPOINTS],
        "distances": [rounded(distance(short[n - 1], exact[n - 1])) for n in CHECKPOINTS],
        "projections": [digits(p) for p in projections[0]],
        "projection_distances": [
            rounded(off) if off >= 1e-6 else 0
            for off in (abs(a - b) / size for a, b, size in zip(*projections, sizes))
        ],
    }


def experiment(random, hidden, activation, output, loss, classes):
    """20 students of three standard normal scores in 64ths; classes overlap, numbers have noise."""
    scores = np.round(random.normal(size=(STUDENTS, 3)) * 64) / 64
    sums = scores @ random.normal(size=(3, max(classes, 1))) + random.normal(size=(STUDENTS, max(classes, 1)))
    names = [f"c{k}" for k in range(classes)]
    number = lambda i: float(np.round(sums[i, 0] * 64) / 64)
    label = lambda i: names[int(np.argmax(sums[i]))] if classes else number(i)
    units = [*hidden, classes if output == "softmax" else 1]
    inputs = [3, *hidden]
    draw = lambda *shape: (np.round(random.normal(size=shape) * 512) / 1024).tolist()
    return {
        "table": {
            "subjects": ["x", "y", "z"],
            "target": "t",
            "classes": names,
            "students": [{"name": "", "scores": scores[i].tolist(), "target": label(i), "included": True}
                         for i in range(STUDENTS)],
        },
        "scaling": "raw",
        "model": {
            "hidden": [{"units": n, "activation": activation} for n in hidden],
            "weights": "free",
            "bias": True,
            "output": output,
            "initial": {"kind": "given", "layers": [{"weights": draw(u, n), "biases": draw(u)}
                                                     for u, n in zip(units, inputs)]},
        },
        "training": training(loss, *OPTIMIZERS[0]),
    }


def training(loss, optimizer, learning_rate):
    return {
        "loss": {"kind": loss, **({"delta": HUBER_DELTA} if loss == "huber" else {})},
        "optimizer": optimizer,
        "learning_rate": learning_rate,
        "schedule": {"kind": "constant"},
        "batch_size": BATCH,
        "shuffle": False,
        "l1": 0.0,
        # AdamW brings its own.
        "l2": 0.01 if loss in ("squared", "categorical_cross_entropy") and optimizer["kind"] != "adamw" else 0.0,
        "held_out": 0.0,
        "seed": 1,
    }


def fixtures():
    for number, loss in enumerate(LOSSES):
        random = np.random.default_rng(number)
        cross = "cross_entropy" in loss
        architectures = [
            ((), None, "sigmoid" if cross else "linear", 2 if cross else 0),
            ((), None, "softmax", 3),
            *(((8, 5), activation, "softmax", 3) for activation in ACTIVATIONS),
        ]
        for hidden, activation, output, classes in architectures:
            one = experiment(random, hidden, activation, output, loss, classes)
            yield {
                "experiment": one,
                "runs": [followed(one, training(loss, *optimizer)) for optimizer in OPTIMIZERS],
            }


def course():
    """Case 1 by TensorFlow 1's RMSProp from 0.1 each, |y - t|: weights after some rounds, all arithmetic in 32 bits."""
    f = np.float32
    w, s = np.full(3, f(0.1)), np.ones(3, f)
    rate, decay, epsilon = f(0.001), f(0.9), f(1e-10)
    students = [(np.array([90, 80, 70], f), f(85)), (np.array([98, 95, 87], f), f(96))]
    rounds = {}
    for done in range(1, 5001):
        for x, t in students:
            y = f(f(x[0] * w[0] + x[1] * w[1]) + x[2] * w[2])
            g = np.sign(y - t).astype(f) * x
            s = s * decay + (g * g) * f(1 - 0.9)
            w = w - (rate * g) / np.sqrt(s + epsilon)
        assert w.dtype == s.dtype == f
        if done in (1, 100, 1000, 5000):
            rounds[done] = [float(n) for n in w]
    return {"rounds": rounds}


def main():
    torch.set_num_threads(1)
    written = lambda value: json.dumps(value, separators=(",", ":"))
    lines = [f'{{"experiment":{written(one["experiment"])},"runs":[\n'
             + ",\n".join(map(written, one["runs"])) + "\n]}" for one in fixtures()]
    head = f'{{"checkpoints":{CHECKPOINTS},"fixtures":[\n'
    (HERE / "torch.json").write_text(head + ",\n".join(lines) + "\n]}\n")
    (HERE / "course.json").write_text(written(course()) + "\n")


if __name__ == "__main__":
    main()
