"""Forecasts series with statsforecast's AutoETS and its ensemble (median of AutoETS, AutoCES, AutoARIMA, dynamic Theta).

Reads a JSON list of {values, season, horizon} on standard input; writes the forecasts and CPU seconds a method.
"""

import json
import sys
import time
import warnings

import numpy as np
from statsforecast.models import AutoARIMA, AutoCES, AutoETS, DynamicOptimizedTheta

warnings.filterwarnings("ignore")
MODELS = [AutoETS, AutoCES, AutoARIMA, DynamicOptimizedTheta]


def run(series, models):
    # Compiles what is compiled at first use, so that only forecasting is timed.
    for model in models:
        model(season_length=12).forecast(y=np.arange(1.0, 49.0) + np.tile([1.0, 3.0, 2.0], 16), h=6)
    start = time.process_time()
    forecasts = []
    for one in series:
        y = np.array(one["values"], float)
        paths = [model(season_length=one["season"]).forecast(y=y, h=one["horizon"])["mean"] for model in models]
        forecasts.append(np.maximum(0, np.median(paths, axis=0)).tolist())
    return {"seconds": time.process_time() - start, "forecasts": forecasts}


series = json.load(sys.stdin)
print(json.dumps({"AutoETS": run(series, MODELS[:1]), "ensemble": run(series, MODELS)}))
