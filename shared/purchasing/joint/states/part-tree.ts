import type { Parts } from "./parts.ts";

const LEAF = 8;

/** A box of part-plans: the measures they lie between and the least reduced cost among them. */
export interface Box {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly least: number;
  readonly children?: readonly [Box, Box];
  /** Part-plans of a leaf. */
  readonly parts?: Int32Array;
}

/** A k-d tree on the measures with the least reduced cost below each node. Bentley, Comm. ACM 18 (1975). */
export function partTree({ count, reduced, totals }: Parts, measures: number): Box {
  const order = Int32Array.from({ length: count }, (_, a) => a);
  const build = (from: number, to: number): Box => {
    const low = new Float64Array(measures).fill(Infinity);
    const high = new Float64Array(measures).fill(-Infinity);
    let least = Infinity;
    for (let n = from; n < to; n++) {
      const a = order[n]!;
      least = Math.min(least, reduced[a]!);
      for (let j = 0; j < measures; j++) {
        low[j] = Math.min(low[j]!, totals[a * measures + j]!);
        high[j] = Math.max(high[j]!, totals[a * measures + j]!);
      }
    }
    if (to - from <= LEAF) return { low, high, least, parts: order.slice(from, to) };
    let widest = 0;
    for (let j = 1; j < measures; j++) if (high[j]! - low[j]! > high[widest]! - low[widest]!) widest = j;
    order
      .subarray(from, to)
      .sort(
        (a, b) => totals[a * measures + widest]! - totals[b * measures + widest]! || reduced[a]! - reduced[b]! || a - b,
      );
    const middle = (from + to) >> 1;
    return { low, high, least, children: [build(from, middle), build(middle, to)] };
  };
  return build(0, count);
}
