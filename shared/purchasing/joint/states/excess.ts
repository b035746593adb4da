import { outOf, pricesIn } from "./multipliers.ts";
import { pricedOptions } from "./prices.ts";
import type { End, State } from "./state.ts";
import type { Table } from "./table.ts";

/** An option left in play: what it costs above its item's cheapest, at the multipliers. */
export interface Live {
  readonly option: number;
  readonly reduced: number;
}

/**
 * A state as it is finished: each item's options by reduced cost. A plan costs the bound plus its excess: the reduced costs
 * of its options, and the multiplier of each end times the distance from it.
 */
export interface Finishing {
  readonly table: Table;
  readonly ends: readonly End[];
  readonly multipliers: readonly number[];
  /** By item, the least reduced cost first. */
  readonly live: readonly (readonly Live[])[];
}

/** What is left of a state where no plan may exceed its bound by more than `gap`. */
export function finishingOf(
  table: Table,
  state: State,
  multipliers: readonly number[],
  gap: number,
  scratch: Float64Array,
): Finishing {
  const { starts, items, groupOf, zero } = table;
  const costs = pricedOptions(table, pricesIn(state, multipliers), scratch);
  const out = outOf(state);
  const live: Live[][] = [];
  for (let i = 0; i < items; i++) {
    if (out.has(groupOf[i]!)) {
      live.push([{ option: zero[i]!, reduced: 0 }]);
      continue;
    }
    let least = Infinity;
    for (let o = starts[i]!; o < starts[i + 1]!; o++) least = Math.min(least, costs[o]!);
    const kept: Live[] = [];
    for (let o = starts[i]!; o < starts[i + 1]!; o++)
      if (costs[o]! - least <= gap) kept.push({ option: o, reduced: costs[o]! - least });
    live.push(kept.sort((a, b) => a.reduced - b.reduced || a.option - b.option));
  }
  return { table, ends: state.ends, multipliers, live };
}

/** The least that the ends add to the excess of any plan whose measures lie between these; Infinity: none keeps them. */
export function endsExcess(
  { ends, multipliers }: Pick<Finishing, "ends" | "multipliers">,
  low: ArrayLike<number>,
  high: ArrayLike<number>,
): number {
  let sum = 0;
  for (let e = 0; e < ends.length; e++) {
    const { measure, sign, at, price } = ends[e]!;
    // How far the measure lies within the end, at the least and at the most; below 0 it is beyond.
    const near = sign > 0 ? low[measure]! - at : at - high[measure]!;
    const far = sign > 0 ? high[measure]! - at : at - low[measure]!;
    const mu = multipliers[e]!;
    if (near >= 0) sum += mu * near;
    else if (far < 0) {
      if (price === Infinity) return Infinity;
      sum += (price - mu) * -far;
    }
  }
  return sum;
}

/** Options whose reduced cost is at most so much. */
export const within = (live: readonly (readonly Live[])[], most: number): Live[][] =>
  live.map((options) => options.filter(({ reduced }) => reduced <= most));
