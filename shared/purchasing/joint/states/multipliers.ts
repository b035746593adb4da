import type { End, State } from "./state.ts";
import type { Table } from "./table.ts";

/** The groups that a state leaves out. */
export const outOf = ({ groups }: State): ReadonlySet<number> =>
  new Set([...groups].flatMap(([g, isIn]) => (isIn ? [] : [g])));

/** Prices of the measures in a state with a multiplier an end: a lower end makes a measure cheaper, an upper one dearer. */
export function pricesIn({ prices: own, ends }: State, multipliers: readonly number[]): Float64Array {
  const prices = Float64Array.from(own);
  ends.forEach(({ measure, sign }, e) => (prices[measure]! -= sign * multipliers[e]!));
  return prices;
}

/** What multipliers of the ends add to the bound. */
export const endsWorth = (ends: readonly End[], multipliers: readonly number[]): number =>
  ends.reduce((sum, { sign, at }, e) => sum + sign * multipliers[e]! * at, 0);

/** Multipliers by measure: of lower ends and of upper ends. */
export interface Remembered {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

export function remember({ ends }: State, multipliers: readonly number[], { measures }: Table): Remembered {
  const kept = { lower: new Float64Array(measures.length), upper: new Float64Array(measures.length) };
  ends.forEach(({ measure, sign }, e) => ((sign > 0 ? kept.lower : kept.upper)[measure]! += multipliers[e]!));
  return kept;
}

/** What was learned in one state as multipliers of another: each end takes what it may, priced ones first. */
export function recall({ ends }: State, { lower, upper }: Remembered): number[] {
  const left = { lower: Float64Array.from(lower), upper: Float64Array.from(upper) };
  const taken = new Array<number>(ends.length).fill(0);
  const order = ends
    .map((_, e) => e)
    .sort((a, b) => ends[a]!.price - ends[b]!.price || ends[b]!.sign * (ends[b]!.at - ends[a]!.at) || a - b);
  for (const e of order) {
    const { measure, sign, price } = ends[e]!;
    const of = sign > 0 ? left.lower : left.upper;
    taken[e] = Math.min(of[measure]!, price);
    of[measure]! -= taken[e];
  }
  return taken;
}
