/** A series as models see it: complete (no gaps), oldest first. */
export interface Series {
  readonly values: readonly number[];
  /** Periods in a season; 1 where there is none. */
  readonly season: number;
}

/** A model fitted to one series: only a fitted model predicts. */
export interface Fitted {
  /** The model in the field's notation: "Theta", "ETS(A,Ad,N)". */
  readonly name: string;
  /** Mean forecasts of the next `horizon` periods; 6 are a prefix of 12. */
  predict(horizon: number): number[];
  /** One-step errors, actual less forecast, of the last periods of the history (all but those that start the model). */
  readonly errors: readonly number[];
  /** Whether `errors` are shares of the forecast and `response` is a share per share; else both are in units. */
  readonly relative: boolean;
  /**
   * By how much an error of 1 now moves the forecast of the period j = 1, 2, ... later (the weights of the infinite
   * moving average). Forecast intervals and the spread of sums follow from these and the errors.
   */
  response(horizon: number): number[];
  /** Whether it took out a season that it found, and puts it back. */
  readonly seasonal?: boolean;
  /** Number of parameters estimated, initial states included. */
  readonly parameters: number;
}

/** A way to fit a series. Transforms, seasonal adjustment, intervals and selection wrap it from outside. */
export type Fit = (series: Series) => Fitted;
