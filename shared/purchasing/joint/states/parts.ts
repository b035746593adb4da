import { endsExcess, type Finishing } from "./excess.ts";

/** All part-plans of some items, side by side. */
export interface Parts {
  readonly count: number;
  /** Sum of their reduced costs. */
  readonly reduced: Float64Array;
  /** By part, then measure. */
  readonly totals: Float64Array;
  /** Writes the options of a part into a plan. */
  into(part: number, picks: Int32Array): void;
}

interface Level {
  readonly item: number;
  readonly parent: Int32Array;
  readonly option: Int32Array;
}

/** The least and most that all other items add to the measures. */
export interface Rest {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** What some items add to the measures, at least and at most. */
export function restOf({ table, live }: Finishing, items: readonly number[]): Rest {
  const low = new Float64Array(table.measures.length);
  const high = new Float64Array(table.measures.length);
  table.measures.forEach((of, j) =>
    items.forEach((i) => {
      let [least, most] = [Infinity, -Infinity];
      for (const { option } of live[i]!) {
        least = Math.min(least, of[option]!);
        most = Math.max(most, of[option]!);
      }
      low[j]! += least;
      high[j]! += most;
    }),
  );
  return { low, high };
}

export interface PartLimits {
  /** Sum of a part's reduced costs. */
  readonly reduced: number;
  /** The excess of a plan, with the best that all other items can do for the ends. */
  readonly excess: number;
  readonly parts: number;
}

/** The part-plans of `items` within limits; undefined where there are too many. */
export function partsOf(
  finishing: Finishing,
  items: readonly number[],
  { reduced: mostReduced, excess: mostExcess, parts: mostParts }: PartLimits,
): Parts | undefined {
  const { table, live } = finishing;
  const m = table.measures.length;
  let count = 1;
  let reduced = new Float64Array(1);
  let totals = new Float64Array(m);
  const levels: Level[] = [];
  const others = live.map((_, i) => i).filter((i) => !items.includes(i));
  const least = new Float64Array(m);
  const largest = new Float64Array(m);
  for (const [d, item] of items.entries()) {
    const rest = restOf(finishing, [...items.slice(d + 1), ...others]);
    const room = Math.min(mostParts, count * live[item]!.length);
    const next = {
      reduced: new Float64Array(room),
      totals: new Float64Array(room * m),
      parent: new Int32Array(room),
      option: new Int32Array(room),
    };
    let n = 0;
    for (let a = 0; a < count; a++)
      for (const { option, reduced: more } of live[item]!) {
        const sum = reduced[a]! + more;
        if (sum > mostReduced) break;
        for (let j = 0; j < m; j++) {
          const total = totals[a * m + j]! + table.measures[j]![option]!;
          least[j] = total + rest.low[j]! - 1e-9;
          largest[j] = total + rest.high[j]! + 1e-9;
        }
        if (sum + endsExcess(finishing, least, largest) > mostExcess) continue;
        if (n === mostParts) return undefined;
        next.reduced[n] = sum;
        for (let j = 0; j < m; j++) next.totals[n * m + j] = totals[a * m + j]! + table.measures[j]![option]!;
        next.parent[n] = a;
        next.option[n] = option;
        n += 1;
      }
    count = n;
    reduced = next.reduced.slice(0, n);
    totals = next.totals.slice(0, n * m);
    levels.push({ item, parent: next.parent.slice(0, n), option: next.option.slice(0, n) });
  }
  const into = (part: number, picks: Int32Array): void => {
    let at = part;
    for (let d = levels.length - 1; d >= 0; d--) {
      picks[levels[d]!.item] = levels[d]!.option[at]!;
      at = levels[d]!.parent[at]!;
    }
  };
  return { count, reduced, totals, into };
}
