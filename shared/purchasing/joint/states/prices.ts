import type { Table } from "./table.ts";

/** The cheapest plan at prices of the measures. */
export interface Cheapest {
  /** Base cost plus prices times measures. */
  readonly cost: number;
  /** Option of each item. */
  readonly picks: Int32Array;
}

/** A plan of the pool: its base cost and measures, from which its cost in every state follows. */
export interface PooledPlan {
  readonly picks: Int32Array;
  readonly base: number;
  readonly totals: Float64Array;
}

/** What each option costs at prices of the measures; `into` is filled. */
export function pricedOptions({ base, measures }: Table, prices: ArrayLike<number>, into: Float64Array): Float64Array {
  into.set(base);
  measures.forEach((measure, j) => {
    const price = prices[j]!;
    if (price !== 0) for (let o = 0; o < into.length; o++) into[o]! += price * measure[o]!;
  });
  return into;
}

/**
 * The sum over items of the least that an option costs at these prices: the same function for all states. Items of `out`
 * groups have nothing.
 */
export function cheapestPlan(
  table: Table,
  prices: ArrayLike<number>,
  out: ReadonlySet<number>,
  scratch: Float64Array,
): Cheapest {
  const { starts, zero, groupOf, items } = table;
  const costs = pricedOptions(table, prices, scratch);
  const picks = new Int32Array(items);
  let cost = 0;
  for (let i = 0; i < items; i++) {
    let best = starts[i]!;
    if (out.size > 0 && out.has(groupOf[i]!)) {
      if (zero[i]! < 0) return { cost: Infinity, picks };
      best = zero[i]!;
    } else for (let o = best + 1; o < starts[i + 1]!; o++) if (costs[o]! < costs[best]!) best = o;
    picks[i] = best;
    cost += costs[best]!;
  }
  return { cost, picks };
}

export function pooled({ base, measures }: Table, picks: Int32Array): PooledPlan {
  let sum = 0;
  const totals = new Float64Array(measures.length);
  for (const o of picks) {
    sum += base[o]!;
    for (let j = 0; j < totals.length; j++) totals[j]! += measures[j]![o]!;
  }
  return { picks, base: sum, totals };
}
