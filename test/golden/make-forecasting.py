"""Writes ets.json, arima.json and distributions.json beside this file: reference values of the forecasting maths.

Needs Python 3 with mpmath, scipy, statsmodels and statsforecast; the versions used are written into the files.
"""

import json
import os
import warnings

import mpmath
import numpy as np
import scipy
import scipy.stats as stats
import statsforecast
import statsmodels
from scipy.special import betainc, gammainc, gammaincc
from statsforecast.models import AutoETS
from statsmodels.tsa.exponential_smoothing.ets import ETSModel
from statsmodels.tsa.statespace.sarimax import SARIMAX

warnings.filterwarnings("ignore")
HERE = os.path.dirname(__file__)

# Box & Jenkins, airline passengers, 1949 to 1960, thousands.
AIR = [112,118,132,129,121,135,148,148,136,119,104,118,115,126,141,135,125,149,170,170,158,133,114,140,145,150,178,163,
  172,178,199,199,184,162,146,166,171,180,193,181,183,218,230,242,209,191,172,194,196,196,236,235,229,243,264,272,237,
  211,180,201,204,188,235,227,234,264,302,293,259,229,203,229,242,233,267,269,270,315,364,347,312,274,237,278,284,277,
  317,313,318,374,413,405,355,306,271,306,315,301,356,348,355,422,465,467,404,347,305,336,340,318,362,348,363,435,491,
  505,404,359,310,337,360,342,406,396,420,472,548,559,463,407,362,405,417,391,419,461,472,535,622,606,508,461,390,432]
# Durbin & Koopman, flow of the Nile, 1871 to 1970.
NILE = [1120,1160,963,1210,1160,1160,813,1230,1370,1140,995,935,1110,994,1020,960,1180,799,958,1140,1100,1210,1150,1250,
  1260,1220,1030,1100,774,840,874,694,940,833,701,916,692,1020,1050,969,831,726,456,824,702,1120,1100,832,764,821,768,
  845,864,862,698,845,744,796,1040,759,781,865,845,944,984,897,822,1010,771,676,649,846,812,742,801,1040,860,874,848,
  890,744,749,838,1050,918,986,797,923,975,815,1020,906,901,1170,912,746,919,718,714,740]


def write(name, value):
    with open(os.path.join(HERE, name), "w") as file:
        json.dump(value, file, indent=1)
        file.write("\n")


def ets_case(y, error, trend, damped, seasonal, m):
    words = {"A": "add", "M": "mul", "N": None}
    level, slope = float(np.mean(y[:m])), 1.5
    seasons = {"A": [float(y[j] - np.mean(y[:m])) for j in range(m)], "M": [float(y[j] / np.mean(y[:m])) for j in range(m)]}
    model = ETSModel(np.array(y, float), error=words[error], trend=words[trend], damped_trend=damped,
        seasonal=words[seasonal], seasonal_periods=m if seasonal != "N" else None, initialization_method="known",
        initial_level=level, initial_trend=slope if trend != "N" else None,
        initial_seasonal=seasons.get(seasonal))
    params = {"alpha": 0.3, "beta": 0.05 if trend != "N" else 0, "gamma": 0.1 if seasonal != "N" else 0,
        "phi": 0.95 if damped else (1 if trend != "N" else 0)}
    values = [params["alpha"]] + ([params["beta"]] if trend != "N" else []) + ([params["gamma"]] if seasonal != "N" else [])
    values += [params["phi"]] if damped else []
    # The initial states are parameters too, in the model's own order.
    start = {"initial_level": level, "initial_trend": slope}
    names = model.param_names
    for i, name in enumerate(names[len(values):]):
        if name.startswith("initial_seasonal"):
            values.append(seasons[seasonal][int(name.split(".")[1])])
        else:
            values.append(start[name])
    result = model.smooth(np.array(values))
    return {"form": {"error": error, "trend": "Ad" if damped else trend, "season": seasonal}, "m": m, **params,
        "level": level, "trend": slope if trend != "N" else 0, "seasonal": seasons.get(seasonal, []),
        "logLikelihood": float(result.llf), "forecast": result.forecast(15).tolist()}


def fitted_case(form):
    """A multiplicative season: statsmodels departs from the equations of Hyndman et al. there, statsforecast does not."""
    fit = AutoETS(season_length=12, model=form.replace("d", ""), damped="d" in form).fit(np.array(AIR, float)).model_
    error, trend, season = form[0], form[1:-1], form[-1]
    par = dict(zip(["alpha", "beta", "gamma", "phi"], fit["par"][:4]))
    first = fit["states"][0]
    at = 1 if trend == "N" else 2
    return {"form": {"error": error, "trend": trend, "season": season}, "m": 12, "alpha": float(par["alpha"]),
        "beta": 0 if trend == "N" else float(par["beta"]), "gamma": float(par["gamma"]),
        "phi": 0 if trend == "N" else float(par["phi"]) if "d" in trend else 1,
        "level": float(first[0]), "trend": 0 if trend == "N" else float(first[1]),
        "seasonal": [float(x) for x in reversed(first[at:at + 12])], "criterion": float(-2 * fit["loglik"]),
        "forecast": [float(x) for x in fit_forecast(form)]}


def fit_forecast(form):
    return AutoETS(season_length=12, model=form.replace("d", ""), damped="d" in form).fit(np.array(AIR, float)).predict(15)["mean"]


def ets():
    forms = [("A","N",False,"N"),("A","A",False,"N"),("A","A",True,"N"),("A","N",False,"A"),("A","A",True,"A"),
        ("M","N",False,"N"),("M","A",True,"N"),("M","A",False,"A")]
    chosen = []
    for name, y, m in [("air", AIR, 12), ("nile", NILE, 1)]:
        fit = AutoETS(season_length=m).fit(np.array(y, float))
        chosen.append({"series": name, "m": m, "form": fit.model_["method"], "aicc": float(fit.model_["aicc"]),
            "forecast": fit.predict(12)["mean"].tolist()})
    write("ets.json", {"source": "statsmodels ETSModel.smooth with known states; statsforecast AutoETS",
        "version": {"statsmodels": statsmodels.__version__, "statsforecast": statsforecast.__version__},
        "tolerance": 1e-9, "series": {"air": AIR, "nile": NILE},
        "cases": [ets_case(AIR, *form, 12) for form in forms],
        "fitted": [fitted_case(form) for form in ("MNM", "MAM", "MAdM")], "chosen": chosen})


def arima():
    log = np.log(AIR)
    cases = []
    for name, y, order, seasonal in [("log air", log, (0,1,1), (0,1,1,12)), ("log air", log, (1,1,0), (1,1,0,12)),
            ("nile", np.array(NILE, float), (0,1,1), (0,0,0,0)), ("nile", np.array(NILE, float), (1,1,1), (0,0,0,0)),
            ("nile", np.array(NILE, float), (1,0,0), (0,0,0,0))]:
        constant = order[1] + seasonal[1] == 0
        fit = SARIMAX(y, order=order, seasonal_order=seasonal, trend="c" if constant else None,
            simple_differencing=True).fit(disp=0, method="powell", maxiter=2000)
        full = SARIMAX(y, order=order, seasonal_order=seasonal, trend="c" if constant else None).smooth(fit.params)
        answer = full.get_forecast(6)
        cases.append({"series": name, "order": dict(zip("pdqPDQs", [*order, *seasonal[:3], max(1, seasonal[3])])),
            "constant": constant, "logLikelihood": float(fit.llf), "forecast": answer.predicted_mean.tolist(),
            "standardError": answer.se_mean.tolist()})
    write("arima.json", {"source": "statsmodels SARIMAX, exact maximum likelihood of the differenced series",
        "version": {"statsmodels": statsmodels.__version__}, "tolerance": 3e-3,
        "series": {"log air": log.tolist(), "nile": NILE}, "cases": cases})


def distributions():
    probabilities = [0.001, 0.05, 0.5, 0.8, 0.95, 0.99, 0.9999]
    mpmath.mp.dps = 40
    # scipy itself is off by 1e-13 in the far tail.
    normal = [[z, float(mpmath.ncdf(mpmath.mpf(z)))] for z in [-37, -8.5, -3, -1, -0.3, 0, 0.5, 0.7, 2, 5.6, 6]]
    cases = []
    def add(kind, mean, sd, law):
        cases.append({"kind": kind, "mean": mean, "sd": sd,
            "quantiles": [[p, float(law.ppf(p))] for p in probabilities],
            "cdf": [[float(x), float(law.cdf(x))] for x in (0, np.floor(mean / 2), np.ceil(mean), np.ceil(mean + 3 * sd))]})
    for mean in [0.2, 1, 5, 40.5, 1000]:
        add("poisson", mean, mean**0.5, stats.poisson(mean))
    for mean, sd in [(0.3, 1.0), (2, 2), (12, 5), (400, 90), (0.05, 3)]:
        add("negative binomial", mean, sd, stats.nbinom(mean**2 / (sd**2 - mean), mean / sd**2))
    for mean, sd in [(1, 1), (10, 3), (5, 12), (1000, 10), (0.01, 0.002)]:
        add("gamma", mean, sd, stats.gamma((mean / sd) ** 2, scale=sd**2 / mean))
    write("distributions.json", {"source": "scipy.stats, scipy.special; normalCdf: mpmath.ncdf",
        "version": {"scipy": scipy.__version__, "mpmath": mpmath.__version__},
        "tolerance": 1e-10, "normalCdf": normal, "normalQuantile": [[p, stats.norm.ppf(p)] for p in [1e-12, *probabilities]],
        "gammaP": [[a, x, gammainc(a, x), gammaincc(a, x)] for a in [0.05, 1, 9.5, 200, 1e4] for x in [a / 3, a, 1.4 * a]],
        "beta": [[x, a, b, betainc(a, b, x)] for x in [0.01, 0.4, 0.99] for a, b in [(0.1, 1), (2, 30), (50, 40), (900, 1200)]],
        "cases": cases})


ets()
arima()
distributions()
