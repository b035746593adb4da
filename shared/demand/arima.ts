/** Fits and forecasts with seasonal ARIMA; the engine behind it is the `arima` package's WebAssembly. */
export interface ArimaFitter {
  /**
   * Mean forecasts for 1..horizon and their standard errors, or a reason why none could be fitted
   * (too short, constant, numerically singular).
   */
  forecast(values: readonly number[], season: number, horizon: number): ArimaForecast | { readonly reason: string };
}

export interface ArimaForecast {
  readonly mean: readonly number[];
  readonly standardError: readonly number[];
  /** The order, as "(1,1,1)(0,1,1)12". */
  readonly order: string;
}
