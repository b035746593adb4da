"""Writes intermittent.json beside this file: reference forecasts of the intermittent-demand models.

Needs Python 3 with numpy and statsforecast; the version used is written into the file.
"""

import json
import os

import numpy as np
import statsforecast
from statsforecast.models import ADIDA, IMAPA, TSB, CrostonClassic, CrostonSBA

rng = np.random.default_rng(7)
SERIES = {
    "spare part": [0, 0, 1, 0, 3, 0, 0, 0, 2, 0, 0, 0, 0, 1, 0, 0, 5, 0, 0, 1, 0, 0, 0, 2, 0, 0],
    "starts busy": [4, 0, 0, 2, 0, 1, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0],
    "lumpy": [0, 120, 0, 0, 0, 0, 300, 0, 0, 20, 0, 0, 0, 0, 0, 200, 0, 0, 0, 0, 0, 0, 0, 160, 5],
    "often": [int(x) for x in rng.poisson(0.8, 60)],
    "rare": [int(x) for x in rng.poisson(0.08, 120)],
    "one demand": [0, 0, 0, 4, 0, 0],
    "busy": [int(x) for x in rng.poisson(5, 40)],
    "none": [0, 0, 0, 0],
}
MODELS = {
    "Croston": CrostonClassic(),
    "SBA": CrostonSBA(),
    "TSB": TSB(alpha_d=0.2, alpha_p=0.1),
    "ADIDA": ADIDA(),
    "IMAPA": IMAPA(),
}


def rate(model, values):
    return float(model.forecast(y=np.array(values, float), h=1)["mean"][0])


cases = [
    {"series": name, "values": values, "rates": {key: rate(model, values) for key, model in MODELS.items()}}
    for name, values in SERIES.items()
]
answer = {
    "source": "statsforecast; TSB with alpha_d 0.2 and alpha_p 0.1, the others with their defaults",
    "version": {"statsforecast": statsforecast.__version__},
    "tolerance": 1e-3,
    "tsb": {"size": 0.2, "probability": 0.1},
    "cases": cases,
}
with open(os.path.join(os.path.dirname(__file__), "intermittent.json"), "w") as file:
    json.dump(answer, file, indent=1)
    file.write("\n")
