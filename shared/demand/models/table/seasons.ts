import type { Spans } from "./spans.ts";
import { meanOf, type States } from "./states.ts";

/** Fewer items that were there a year ago say nothing of a season. */
const FEWEST = 5;
/** An item counts at most this many times its scale, so that one peak is no season. */
const MOST = 10;
/** Years that a season is looked for in. */
const YEARS = 3;
/** Windows whose means are compared, shorter over longer. */
const TRENDS = [
  [2, 8],
  [4, 13],
  [13, 52],
] as const;

/** What a table's features are called, in their order; all items have the same at a cut. */
export const TABLE_FEATURES: readonly string[] = [
  "season of the table",
  "season of the table in units",
  "season of the table over years",
  ...TRENDS.map(([short, long]) => `trend of the table ${short} over ${long}`),
];

/** A ratio of two sums over items. */
class Ratio {
  #above = 0;
  #below = 0;
  #items = 0;
  add(above: number, below: number): void {
    if (Number.isNaN(above) || Number.isNaN(below)) return;
    this.#above += above;
    this.#below += below;
    this.#items += 1;
  }
  get value(): number {
    return this.#items >= FEWEST && this.#below > 0 ? this.#above / this.#below : NaN;
  }
}

/** Sums over the items of a table by cut, counted back from the table's end. */
export class TableSeasons {
  readonly #cuts = new Map<number, Ratio[]>();
  constructor(
    readonly horizon: number,
    readonly spans: Spans,
    /** Periods back from the end that are looked at. */
    readonly reach: number,
  ) {}

  /** Adds an item; its last value is the table's last period. */
  add(states: States): void {
    const n = states.values.length;
    for (let back = 0; back <= Math.min(this.reach, n - 1); back += 1) this.#addAt(states, n - back, back);
  }

  #addAt(states: States, t: number, back: number): void {
    const { year, quarter } = this.spans;
    const ratios = this.#ratiosAt(back);
    const s = states.scale[t]!;
    const inScale = (from: number, to: number, unit = s): number => Math.min(MOST, meanOf(states, from, to) / unit);
    const then = t - year;
    if (then > 0) {
      ratios[0]!.add(inScale(then, Math.min(t, then + this.horizon)), inScale(then - quarter, then));
      ratios[1]!.add(meanOf(states, then, Math.min(t, then + this.horizon)), meanOf(states, then - quarter, then));
    }
    for (let k = 1; k <= YEARS && t - k * year > 0; k += 1) {
      const at = t - k * year;
      const unit = meanOf(states, at, at + year);
      if (unit > 0)
        ratios[1 + k]!.add(inScale(at, Math.min(t, at + this.horizon), unit), inScale(at - quarter, at, unit));
    }
    TRENDS.forEach(([short, long], k) => ratios[2 + YEARS + k]!.add(inScale(t - short, t), inScale(t - long, t)));
  }

  #ratiosAt(back: number): Ratio[] {
    const known = this.#cuts.get(back) ?? Array.from({ length: 2 + YEARS + TRENDS.length }, () => new Ratio());
    this.#cuts.set(back, known);
    return known;
  }

  /** Features of all items so many periods before the table's end. */
  featuresAt(back: number): number[] {
    const values = this.#ratiosAt(back).map(({ value }) => value);
    const years = values.slice(2, 2 + YEARS).filter((x) => x > 0);
    const overYears = Math.exp(years.reduce((sum, x) => sum + Math.log(x), 0) / years.length);
    return [values[0]!, values[1]!, years.length > 0 ? overYears : NaN, ...values.slice(2 + YEARS)];
  }
}
