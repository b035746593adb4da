"""Writes theta.json, ces.json and mstl.json beside this file: reference values of dynamic Theta, CES and MSTL.

Needs Python 3 with numpy and statsforecast; the versions used are written into the files.
"""

import json
import os
import warnings

import numpy as np
import statsforecast
from statsforecast.ces import cesmodel, forecast_ces
from statsforecast.mstl import mstl
from statsforecast.theta import forecast_theta, thetamodel

warnings.filterwarnings("ignore")
HERE = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(HERE, "ets.json")) as file:
    SERIES = json.load(file)["series"]
AIR, NILE = np.array(SERIES["air"], float), np.array(SERIES["nile"], float)


def write(name, value):
    with open(os.path.join(HERE, name), "w") as file:
        json.dump(value, file, indent=1)
        file.write("\n")


def theta():
    cases = []
    for name, y in [("air", AIR), ("nile", NILE), ("air", AIR[:30]), ("nile", NILE[:20])]:
        fit = thetamodel(y, 1, "DOTM", np.nan, np.nan, np.nan, 3)
        cases.append({"series": name, "length": len(y), "meanSquaredError": float(np.mean(fit["residuals"][3:] ** 2)),
            "forecast": forecast_theta(fit, 6)["mean"].tolist()})
    write("theta.json", {"source": "statsforecast thetamodel, DOTM", "version": {"statsforecast": statsforecast.__version__},
        "tolerance": 2e-3, "cases": cases})


def ces():
    cases = []
    for name, y, m, forms in [("air", AIR, 12, "NF"), ("nile", NILE, 1, "N")]:
        for form in forms:
            fit = cesmodel(y, m, form, None, None, None, None, 3)
            cases.append({"series": name, "m": m, "form": form, "aicc": float(fit["aicc"]),
                "forecast": forecast_ces(fit, 12)["mean"].tolist()})
    write("ces.json", {"source": "statsforecast cesmodel", "version": {"statsforecast": statsforecast.__version__},
        "tolerance": 5e-3, "cases": cases})


def decomposition():
    t = np.arange(24 * 7 * 4)
    hours = 10 + 0.01 * t + 3 * np.sin(2 * np.pi * t / 24) + 2 * np.cos(2 * np.pi * t / 168) + ((t * 7919) % 101) / 101
    cases = []
    for name, y, seasons in [("log air", np.log(AIR), [12]), ("hours", hours, [24, 168])]:
        found = mstl(y, seasons if len(seasons) > 1 else seasons[0])
        at = [0, 1, len(y) // 2, len(y) - 2, len(y) - 1]
        names = ["seasonal"] if len(seasons) == 1 else [f"seasonal{m}" for m in seasons]
        cases.append({"series": name, "seasons": seasons, "at": at, "trend": [float(found["trend"][i]) for i in at],
            "seasonal": [[float(found[s][i]) for i in at] for s in names],
            "remainder": [float(found["remainder"][i]) for i in at]})
    write("mstl.json", {"source": "statsforecast mstl (statsmodels STL)", "version": {"statsforecast": statsforecast.__version__},
        "tolerance": 1e-9, "cases": cases})


theta()
ces()
decomposition()
