import { endsExcess, type Finishing } from "./excess.ts";

/** Parts of plans looked at before enumeration gives up. */
const MOST_NODES = 20_000;

export interface Enumerated {
  /** Options of the plans found, whose excess is at most what was asked. */
  readonly plans: readonly Int32Array[];
  /** Whether no other plan has so little. */
  readonly complete: boolean;
}

/** Float sums may hide a plan by so much. */
const NOISE = 1e-9;

/**
 * All plans of a state whose excess over its bound is at most `most`, by depth-first search over the items that have an
 * alternative, cut by what the remaining items can still add to each measure. The list ends at `keep` plans, the least
 * first found staying.
 */
export function enumerate({ table, ends, multipliers, live }: Finishing, most: number, keep: number): Enumerated {
  const measures = table.measures.length;
  const picks = Int32Array.from(live, (options) => options[0]?.option ?? -1);
  if (picks.includes(-1)) return { plans: [], complete: true };
  const cut = live.map((options) => options.filter(({ reduced }) => reduced <= most));
  const free = cut
    .map((options, i) => ({ options, i }))
    .filter(({ options }) => options.length > 1)
    .sort((a, b) => b.options[1]!.reduced - a.options[1]!.reduced || a.i - b.i);
  // What the items from d on add to each measure, at least and at most.
  const low = Array.from({ length: free.length + 1 }, () => new Float64Array(measures));
  const high = Array.from({ length: free.length + 1 }, () => new Float64Array(measures));
  const sums = Array.from({ length: free.length + 1 }, () => new Float64Array(measures));
  for (let j = 0; j < measures; j++) {
    const of = table.measures[j]!;
    cut.forEach((options, i) => {
      if (options.length === 1) sums[0]![j]! += of[picks[i]!]!;
    });
    for (let d = free.length - 1; d >= 0; d--) {
      const amounts = free[d]!.options.map(({ option }) => of[option]!);
      low[d]![j] = low[d + 1]![j]! + Math.min(...amounts);
      high[d]![j] = high[d + 1]![j]! + Math.max(...amounts);
    }
  }
  const plans: Int32Array[] = [];
  const least = new Float64Array(measures);
  const largest = new Float64Array(measures);
  let nodes = 0;
  let complete = true;
  const visit = (d: number, reduced: number): void => {
    nodes += 1;
    if (nodes > MOST_NODES || plans.length >= keep) {
      complete = false;
      return;
    }
    for (let j = 0; j < measures; j++) {
      least[j] = sums[d]![j]! + low[d]![j]! - NOISE;
      largest[j] = sums[d]![j]! + high[d]![j]! + NOISE;
    }
    if (reduced + endsExcess({ ends, multipliers }, least, largest) > most) return;
    if (d === free.length) {
      plans.push(Int32Array.from(picks));
      return;
    }
    const { options, i } = free[d]!;
    for (const { option, reduced: more } of options) {
      if (reduced + more > most) break;
      picks[i] = option;
      for (let j = 0; j < measures; j++) sums[d + 1]![j] = sums[d]![j]! + table.measures[j]![option]!;
      visit(d + 1, reduced + more);
    }
    picks[i] = options[0]!.option;
  };
  visit(0, 0);
  return { plans, complete };
}
