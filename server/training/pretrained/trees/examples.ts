import { toTarget } from "../../../../shared/demand/models/table/examples.ts";
import { ALONE_YEAR, aloneRow } from "../../../../shared/demand/models/table/pretrained.ts";
import { tableHistory } from "../../../../shared/demand/models/table/scheme.ts";
import { meanOf, statesOf } from "../../../../shared/demand/models/table/states.ts";
import { hash, randomStream } from "../random.ts";
import type { TreeSeries } from "./series.ts";

/** A series cut off at a date, as the trees see it, and what came after. */
export interface TreeExample {
  readonly family: string;
  /** 0 or 1: the half of the series' ids that it is in. */
  readonly half: number;
  readonly row: readonly number[];
  readonly target: number;
  readonly weight: number;
}

/** Examples drawn from each set, however large it is. */
const PER_SET = 6000;
const HORIZONS = [1, 2, 3, 4, 6, 8, 10, 13, 18, 24] as const;
/** Fewest periods known at a cut. */
const KNOWN = 8;
/** An example of a large item counts as the root of its scale over the set's median, and at most this much. */
const MOST_WEIGHT = 10;

/** Random cuts of one series, about `count` of them. */
function cutsOf(series: TreeSeries, count: number, random: () => number): (TreeExample & { scale: number })[] {
  const values = tableHistory(series.values, 1);
  const states = statesOf(values, ALONE_YEAR);
  return Array.from({ length: Math.floor(count + random()) }, () => {
    const horizon = HORIZONS[Math.floor(random() * HORIZONS.length)]!;
    const places = values.length - horizon - KNOWN + 1;
    const t = KNOWN + Math.floor(random() * Math.max(0, places));
    return { horizon, t, fits: places > 0 && states.sold[t]! >= 2 };
  })
    .filter(({ fits }) => fits)
    .map(({ horizon, t }) => {
      const scale = states.scale[t]!;
      return {
        family: series.family,
        half: hash(`half|${series.set}|${series.id}`) % 2,
        row: aloneRow(states, t),
        target: toTarget(meanOf(states, t, t + horizon), scale),
        weight: 1,
        scale,
      };
    });
}

/** Examples of all sets, each weighing alike. */
export function treeExamples(all: readonly TreeSeries[], seed: number): TreeExample[] {
  return [...new Set(all.map(({ set }) => set))].flatMap((set) => {
    const random = randomStream(hash(`${seed}|${set}`));
    const members = all.filter((series) => series.set === set);
    const periods = members.reduce((sum, { values }) => sum + Math.max(0, values.length - KNOWN), 0);
    const found = members.flatMap((series) =>
      cutsOf(series, (PER_SET * Math.max(0, series.values.length - KNOWN)) / periods, random),
    );
    const middle = found.map(({ scale }) => scale).sort((a, b) => a - b)[found.length >> 1] ?? 1;
    const weights = found.map(({ scale }) => Math.min(MOST_WEIGHT, Math.sqrt(scale / middle)));
    const usual = weights.reduce((a, b) => a + b, 0) / weights.length;
    return found.map(({ scale: _, ...example }, i) => ({ ...example, weight: weights[i]! / usual }));
  });
}
