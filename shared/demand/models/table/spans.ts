/** How many periods what is looked at lasts. */
export interface Spans {
  /** A year. */
  readonly year: number;
  /** A quarter: what a season is compared with. */
  readonly quarter: number;
  /** What peaks and noise are seen in. */
  readonly peaks: number;
}

export const WEEKS: Spans = { year: 52, quarter: 13, peaks: 52 };
export const MONTHS: Spans = { year: 12, quarter: 3, peaks: 24 };
