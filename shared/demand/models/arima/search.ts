import type { ArimaFit, ArimaFitter, ArimaOrder } from "./order.ts";
import { difference, needsSeasonalDifference, ordinaryDifferences } from "./differencing.ts";
import { isAdmissible } from "./admissible.ts";
import { fitWhiteNoise } from "./white-noise.ts";

export interface ChosenArima extends ArimaFit {
  readonly order: ArimaOrder;
  readonly aicc: number;
}

/** How many orders are fitted at most: each takes milliseconds. */
const MOST_FITS = 12;
const MOST_LAGS = 2;
/** More terms are slow to fit and seldom chosen. */
const MOST_TERMS = 3;

/** Coefficients, constant and the variance of the errors. */
export const parametersOf = ({ p, q, P, Q, constant }: ArimaOrder): number => p + q + P + Q + (constant ? 1 : 0) + 1;

/**
 * A search for the order of a seasonal ARIMA model as R's `auto.arima` makes it (Hyndman and Khandakar, 2008):
 * differences by the KPSS test and by seasonal strength, then step by step from a few usual orders to better neighbours,
 * by the corrected Akaike information criterion.
 */
export class OrderSearch {
  private readonly tried = new Map<string, ChosenArima | undefined>();
  private readonly seasonal: boolean;
  /** The best model so far; undefined where none could be fitted (one value). */
  best: ChosenArima | undefined;

  constructor(
    private readonly fitter: ArimaFitter,
    private readonly values: readonly number[],
    private readonly season: number,
    private readonly horizon: number,
  ) {
    this.seasonal = season > 1 && values.length >= 2 * season + 3;
  }

  /** Tries the usual orders. */
  start(): void {
    const { values, season, seasonal } = this;
    const D = needsSeasonalDifference(values, season) ? 1 : 0;
    const d = ordinaryDifferences(D === 1 ? difference(values, season) : values);
    // A drift of a twice differenced series is a quadratic: left out, as R does.
    const base = { p: 0, d, q: 0, P: 0, D, Q: 0, s: seasonal ? season : 1, constant: d + D < 2 };
    this.attempt(base);
    if (base.constant && d + D > 0) this.attempt({ ...base, constant: false });
    // A model that leaves no noise (a constant, a straight line) cannot be improved upon.
    if (this.best?.aicc === -Infinity) return;
    this.attempt({ ...base, p: 1, P: seasonal ? 1 : 0 });
    this.attempt({ ...base, q: 1, Q: seasonal ? 1 : 0 });
    this.attempt({ ...base, p: 1, q: 1, Q: seasonal ? 1 : 0 });
  }

  /** Steps to better neighbours until there is none. */
  climb(): void {
    while (this.best !== undefined && this.best.aicc > -Infinity && this.tried.size < MOST_FITS)
      if (!neighbours(this.best.order, this.seasonal).some((order) => this.attempt(order))) return;
  }

  /** Fits an order once; answers whether it is the best so far. */
  private attempt(order: ArimaOrder): boolean {
    const key = JSON.stringify(order);
    if (this.tried.has(key) || this.tried.size >= MOST_FITS) return false;
    const fitted = fitOrder(this.fitter, this.values, order, this.horizon);
    this.tried.set(key, fitted);
    if (fitted === undefined || (this.best !== undefined && fitted.aicc >= this.best.aicc)) return false;
    this.best = fitted;
    return true;
  }
}

/** Orders one step from this one, nearest kin first. */
function neighbours(order: ArimaOrder, seasonal: boolean): ArimaOrder[] {
  const { p, q, P, Q } = order;
  const moves = [
    ...(seasonal
      ? [{ P: P - 1 }, { Q: Q - 1 }, { P: P + 1 }, { Q: Q + 1 }, { P: P - 1, Q: Q + 1 }, { P: P + 1, Q: Q - 1 }]
      : []),
    { p: p - 1 },
    { q: q - 1 },
    { p: p + 1 },
    { q: q + 1 },
    { p: p - 1, q: q - 1 },
    { p: p + 1, q: q + 1 },
    { constant: !order.constant },
  ];
  return moves
    .map((move) => ({ ...order, ...move }))
    .filter(
      (next) =>
        [next.p, next.q].every((lags) => lags >= 0 && lags <= MOST_LAGS) &&
        Math.min(next.P, next.Q) >= 0 &&
        next.p + next.q <= MOST_TERMS &&
        next.P + next.Q <= 1 &&
        (next.constant ? next.d + next.D < 2 : next.d + next.D > 0),
    );
}

function fitOrder(
  fitter: ArimaFitter,
  values: readonly number[],
  order: ArimaOrder,
  horizon: number,
): ChosenArima | undefined {
  const { p, q, P, Q, d, D, s } = order;
  const used = values.length - d - D * s;
  const k = parametersOf(order);
  if (used - k - 1 <= 0) return undefined;
  const fit =
    p + q + P + Q === 0 ? fitWhiteNoise(values, order, horizon) : fitWithDrift(fitter, values, order, horizon);
  if (fit === undefined || Number.isNaN(fit.logLikelihood) || !isAdmissible(order, fit.coefficients)) return undefined;
  if (![...fit.mean, ...fit.standardError].every(Number.isFinite)) return undefined;
  return { ...fit, order, aicc: -2 * fit.logLikelihood + 2 * k + (2 * k * (k + 1)) / (used - k - 1) };
}

/** Takes the drift, the mean of the differenced series, out of the series before the fit and puts it back after. */
function fitWithDrift(
  fitter: ArimaFitter,
  values: readonly number[],
  order: ArimaOrder,
  horizon: number,
): ArimaFit | undefined {
  const { d, D, s, constant } = order;
  if (!constant || d + D === 0) return fitter.fit(values, order, horizon);
  const lag = D === 1 ? s : 1;
  const changes = difference(values, lag);
  const slope = changes.reduce((a, b) => a + b, 0) / changes.length / lag;
  const n = values.length;
  const fit = fitter.fit(
    values.map((x, t) => x - slope * (t - n)),
    order,
    horizon,
  );
  return fit && { ...fit, mean: fit.mean.map((x, h) => x + slope * h) };
}
