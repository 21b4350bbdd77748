"""Writes known_answers.json: linear, logistic and softmax regressions with the answers of statistics packages.

requirements-known-answers.txt has them, apart from generate.py's: that PyTorch and this NumPy do not go together.

60 students whose third score is nearly 0.7 times the sum of the first two; the totals have noise and the classes
overlap, so no rule is clean. Without L2 the answer is the least-squares or maximum-likelihood one (statsmodels); with it
that of scikit-learn, whose penalties are written for a sum of losses where ours, l2 / 2 * sum w^2, stands beside their
mean. L2 acts on the parameters of the scaled scores, so the answer is found there and brought back to raw score units.
Each scaling gets scores of the size that it is meant for.
"""

import json
from pathlib import Path

import numpy as np
import statsmodels.api as sm
from sklearn.linear_model import LogisticRegression, Ridge

STUDENTS = 60
MOMENTUM = {"kind": "nesterov", "momentum": 0.95}
# Output, classes, loss, learning rate.
REGRESSIONS = {
    "linear": ("linear", 0, "squared", 0.1),
    "logistic": ("sigmoid", 2, "binary_cross_entropy", 1.0),
    "softmax": ("softmax", 3, "categorical_cross_entropy", 1.0),
}
# Mean and spread of the scores.
SCALINGS = {"raw": (0.0, 1.0), "hundredth": (0.0, 100.0), "standard": (70.0, 12.0)}


def data(kind):
    """Scores of mean 0 and spread 1, and what is behind the targets: one column, or one a class."""
    random = np.random.default_rng(["linear", "logistic", "softmax"].index(kind))
    z = random.normal(size=(STUDENTS, 3))
    z[:, 2] = 0.7 * z[:, 0] + 0.7 * z[:, 1] + 0.15 * z[:, 2]
    if kind == "linear":
        return z, 3 + z @ [1.5, -1.0, 0.5] + 0.5 * random.normal(size=STUDENTS)
    if kind == "logistic":
        return z, (0.3 + z @ [1.0, -0.5, 0.4] + random.logistic(size=STUDENTS) > 0).astype(int)
    sums = z @ random.normal(size=(3, 3)) + [0.3, 0.0, -0.3] + random.gumbel(size=(STUDENTS, 3))
    return z, sums.argmax(1)


def answer(kind, x, t, l2):
    """Weights, one row an output, and biases for scaled scores."""
    if l2 == 0:
        model = {"linear": sm.OLS, "logistic": sm.Logit, "softmax": sm.MNLogit}[kind](t, sm.add_constant(x))
        found = model.fit() if kind == "linear" else model.fit(method="newton", tol=1e-14, maxiter=200, disp=0)
        columns = np.asarray(found.params).reshape(4, -1).T
        if kind == "softmax":
            columns = np.vstack([np.zeros(4), columns])  # Relative to the first class.
        return columns[:, 1:], columns[:, 0]
    if kind == "linear":
        found = Ridge(alpha=l2 * STUDENTS / 2, tol=1e-14).fit(x, t)
    else:
        found = LogisticRegression(C=1 / (l2 * STUDENTS), tol=1e-12, max_iter=10000).fit(x, t)
    return np.atleast_2d(found.coef_), np.atleast_1d(found.intercept_)


def known(kind, scaling, l2):
    output, classes, loss, rate = REGRESSIONS[kind]
    z, t = data(kind)
    mean, spread = SCALINGS[scaling]
    scores = np.round(mean + spread * z, 3)
    t = np.round(t, 3)
    shift, scale = {"raw": (0, 1), "hundredth": (0, 100), "standard": (scores.mean(0), scores.std(0))}[scaling]
    weights, biases = answer(kind, (scores - shift) / scale, t, l2)
    raw = weights / scale
    biases = biases - raw @ np.broadcast_to(shift, 3)
    names = [f"c{k}" for k in range(classes)]
    experiment = {
        "table": {
            "subjects": ["x", "y", "z"],
            "target": "t",
            "classes": names,
            "students": [{"name": "", "scores": row.tolist(), "included": True,
                          "target": names[int(target)] if classes else float(target)}
                         for row, target in zip(scores, t)],
        },
        "scaling": scaling,
        "model": {"hidden": [], "weights": "free", "bias": True, "output": output, "initial": {"kind": "zeros"}},
        "training": {
            "loss": {"kind": loss}, "optimizer": MOMENTUM, "learning_rate": rate, "schedule": {"kind": "constant"},
            "batch_size": None, "shuffle": False, "l1": 0.0, "l2": l2, "held_out": 0.0, "seed": 1,
        },
    }
    digits = lambda numbers: [float(f"{number:.8g}") for number in numbers]
    return {"experiment": experiment, "weights": [digits(row) for row in raw], "biases": digits(biases)}


def main():
    answers = [known(*case) for case in ((kind, scaling, l2) for kind in REGRESSIONS for scaling in SCALINGS
                                         for l2 in (0.0, 0.1))]
    lines = ",\n".join(json.dumps(one, separators=(",", ":")) for one in answers)
    Path(__file__).with_name("known_answers.json").write_text(f"[\n{lines}\n]\n")


if __name__ == "__main__":
    main()
