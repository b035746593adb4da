import type { ArimaFit, ArimaFitter, ArimaOrder } from "../arima.ts";
import { needsSeasonalDifference, difference, ordinaryDifferences } from "./differencing.ts";
import { fitWhiteNoise } from "./white-noise.ts";

export interface ChosenArima extends ArimaFit {
  readonly order: ArimaOrder;
  readonly aicc: number;
}

/** How many orders are fitted at most: each takes milliseconds. */
const MOST_FITS = 16;
const MOST_LAGS = 2;
const MOST_SEASONAL_LAGS = 1;

const parametersOf = ({ p, q, P, Q, constant }: ArimaOrder): number => p + q + P + Q + (constant ? 1 : 0) + 1;

/**
 * Chooses and fits a seasonal ARIMA model as R's `auto.arima` does (Hyndman and Khandakar, 2008): differences by the
 * KPSS test and by seasonal strength, then orders step by step from four usual ones to better neighbours, by the
 * corrected Akaike information criterion. Undefined where nothing could be fitted (one value, or no variation).
 */
export function chooseArima(
  fitter: ArimaFitter,
  values: readonly number[],
  season: number,
  horizon: number,
): ChosenArima | undefined {
  const D = needsSeasonalDifference(values, season) ? 1 : 0;
  const d = ordinaryDifferences(D === 1 ? difference(values, season) : values);
  const seasonal = season > 1 && values.length >= 2 * season + 3;
  const tried = new Map<string, ChosenArima | undefined>();
  let best: ChosenArima | undefined;
  let fits = 0;
  /** Fits an order once; answers whether it is the best so far. */
  const attempt = (order: ArimaOrder): boolean => {
    const key = JSON.stringify(order);
    if (tried.has(key) || fits >= MOST_FITS) return false;
    fits += 1;
    const chosen = fitOrder(fitter, values, order, horizon);
    tried.set(key, chosen);
    if (chosen === undefined || (best !== undefined && chosen.aicc >= best.aicc)) return false;
    best = chosen;
    return true;
  };
  // A drift of a twice differenced series is a quadratic: left out, as R does.
  const base = { d, D, s: seasonal ? season : 1, P: 0, Q: 0, constant: d + D < 2 };
  const autoregressive = { ...base, P: seasonal ? 1 : 0 };
  const movingAverage = { ...base, Q: seasonal ? 1 : 0 };
  attempt({ ...base, p: 0, q: 0 });
  if (base.constant) attempt({ ...base, p: 0, q: 0, constant: false });
  attempt({ ...autoregressive, p: 1, q: 0 });
  attempt({ ...movingAverage, p: 0, q: 1 });
  attempt({ ...movingAverage, p: 1, q: 1 });
  let moved = true;
  while (moved && fits < MOST_FITS) moved = best !== undefined && neighbours(best.order, seasonal).some(attempt);
  return best;
}

/** Orders one step from this one, nearest kin first. */
function neighbours(order: ArimaOrder, seasonal: boolean): ArimaOrder[] {
  const { p, q, P, Q } = order;
  const moves = [
    ...(seasonal ? [{ P: P - 1 }, { Q: Q - 1 }, { P: P + 1 }, { Q: Q + 1 }, { P: P - 1, Q: Q + 1 }, { P: P + 1, Q: Q - 1 }] : []),
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
        [next.P, next.Q].every((lags) => lags >= 0 && lags <= MOST_SEASONAL_LAGS) &&
        (!next.constant || next.d + next.D < 2),
    );
}

/** Forecasts may leave the range of the history by this many times its width; more is a numerical accident. */
const WILD = 20;

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
  const fit = (p + q + P + Q === 0 ? fitWhiteNoise : fitter.fit.bind(fitter))(values, order, horizon);
  if (fit === undefined) return undefined;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const reach = WILD * (high - low) * Math.max(1, horizon / values.length);
  if (fit.mean.some((x) => !(x > low - reach && x < high + reach))) return undefined;
  if (!fit.standardError.every(Number.isFinite)) return undefined;
  return { ...fit, order, aicc: -2 * fit.logLikelihood + 2 * k + (2 * k * (k + 1)) / (used - k - 1) };
}
