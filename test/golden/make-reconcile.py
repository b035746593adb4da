"""Writes reconcile.json: reconciled forecasts by Python hierarchicalforecast. Run: python make-reconcile.py"""
import json
import pathlib
import warnings

import hierarchicalforecast
import numpy as np
from hierarchicalforecast.methods import MinTrace, TopDown

warnings.simplefilter("ignore")
rng = np.random.default_rng(7)

CASES = {
    "tree": [["", ""], ["North", ""], ["South", ""], ["North", "a"], ["North", "b"], ["North", "c"], ["South", "d"], ["South", "e"]],
    "crossed": [["", ""], ["North", ""], ["South", ""], ["", "Toys"], ["", "Games"], ["North", "Toys"], ["North", "Games"], ["South", "Toys"], ["South", "Games"]],
}


def covers(a, b):
    return all(x == "" or x == y for x, y in zip(a, b))


cases = []
for name, labels in CASES.items():
    bottom = [i for i, a in enumerate(labels) if not any(j != i and covers(a, b) for j, b in enumerate(labels))]
    S = np.array([[1.0 if covers(a, labels[k]) else 0.0 for k in bottom] for a in labels])
    truth = S @ rng.gamma(2.0, 10.0, size=(len(bottom), 3))
    base = np.round(np.maximum(0, truth + rng.normal(0, 12, truth.shape)), 2)
    # A bottom series near zero under too high a neighbour: the non-negative bound binds.
    base[bottom[0]] = [0.5, 1.0, 0.0]
    base[0, 0] = 0.4 * base[0, 0]
    n = 24
    errors = np.round(S @ rng.normal(0, 5, (len(bottom), n)) + rng.normal(0, 2, (len(labels), n)), 2)
    zeros = np.zeros_like(errors)
    results = {}
    for key, model in {
        "ols": MinTrace("ols", nonnegative=True),
        "structural": MinTrace("wls_struct", nonnegative=True),
        "errors": MinTrace("mint_shrink", nonnegative=True),
    }.items():
        extra = {"y_insample": errors, "y_hat_insample": zeros} if key == "errors" else {}
        results[key] = np.asarray(model.fit_predict(S=S, y_hat=base, **extra)["mean"], float).tolist()
    if name == "tree":
        tags = {"total": np.array([0]), "region": np.array([1, 2]), "item": np.array(bottom)}
        results["top-down"] = np.asarray(TopDown("forecast_proportions").fit_predict(S=S, y_hat=base, tags=tags)["mean"], float).tolist()
    cases.append({"name": name, "hierarchy": labels, "base": base.tolist(), "errors": errors.tolist(), "expected": results})

out = {
    "source": "hierarchicalforecast, MinTrace(nonnegative=True) and TopDown",
    "version": {"hierarchicalforecast": hierarchicalforecast.__version__},
    "note": "a row a series; hierarchicalforecast rounds to single precision",
    "tolerance": 2e-6,
    "cases": cases,
}
pathlib.Path(__file__).with_name("reconcile.json").write_text(json.dumps(out, indent=1) + "\n")
