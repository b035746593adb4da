/** Orders of a seasonal ARIMA model, (p,d,q)(P,D,Q)s. */
export interface ArimaOrder {
  readonly p: number;
  readonly d: number;
  readonly q: number;
  readonly P: number;
  readonly D: number;
  readonly Q: number;
  /** Periods in a season; P, D and Q are 0 where it is 1. */
  readonly s: number;
  /** Whether the differenced series has a mean of its own: a mean where nothing is differenced, else a drift. */
  readonly constant: boolean;
}

/** A model of a given order fitted by maximum likelihood, and its forecasts for the periods 1 to the horizon. */
export interface ArimaFit {
  readonly logLikelihood: number;
  /** p AR, q MA, P seasonal AR and Q seasonal MA coefficients, each polynomial being 1 - c1 B - c2 B² (Box and Jenkins). */
  readonly coefficients: readonly number[];
  readonly mean: readonly number[];
  readonly standardError: readonly number[];
}

/** Fits one ARIMA order; the engine behind it is the `arima` package's WebAssembly. The search for an order is ours. */
export interface ArimaFitter {
  /**
   * Fits a model with some AR or MA term. A mean is estimated where nothing is differenced; a drift is the caller's to
   * take out. Undefined where the engine cannot fit it (too few values); the caller judges whether a fit makes sense.
   */
  fit(values: readonly number[], order: ArimaOrder, horizon: number): ArimaFit | undefined;
}

/** The order as "(0,1,1)(0,1,1)12 with drift". */
export function orderName({ p, d, q, P, D, Q, s, constant }: ArimaOrder): string {
  const seasonal = P + D + Q > 0 ? `(${P},${D},${Q})${s}` : "";
  const extra = !constant ? "" : d + D === 0 ? " with mean" : " with drift";
  return `ARIMA(${p},${d},${q})${seasonal}${extra}`;
}
