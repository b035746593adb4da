import { fillGaps } from "../../../shared/demand/history/gaps.ts";
import type { DriverColumns } from "../../../shared/demand/causes/columns.ts";
import { driverEffects } from "../../../shared/demand/causes/effects.ts";
import { withoutEffect } from "../../../shared/demand/causes/with-drivers.ts";
import { readDominicks, readM5, readRossmann, readStallion, readWalmart, type DrivenSeries } from "./driver-series.ts";
import { drawPool, exampleOf, type Example } from "./examples.ts";
import { halfOf } from "./series.ts";

/** Shares of the sets among them, in percent, and the season where it is not always the same. */
const SOURCES = [
  { name: "rossmann_daily", share: 15, read: (folder: string) => readRossmann(folder, false) },
  { name: "rossmann_daily, weekdays", share: 25, read: (folder: string) => readRossmann(folder, true) },
  { name: "dominicks_oj_weekly", share: 30, read: readDominicks },
  { name: "walmart_store_dept_weekly", share: 6, read: readWalmart },
  { name: "stallion_monthly", share: 10, read: readStallion },
  { name: "m5_foods3_tx3", share: 9, read: (folder: string) => readM5(folder, "m5_foods3_tx3") },
  { name: "m5_hobbies2_ca3", share: 5, read: (folder: string) => readM5(folder, "m5_hobbies2_ca3") },
] as const;

/** A group of series with drivers that are drawn with the same weight. */
export interface DrivenGroup {
  readonly name: string;
  readonly share: number;
  readonly series: readonly DrivenSeries[];
}

/** Most series of a group: more say little more, and take time to read. */
const MOST_SERIES = 600;

/** The training groups with drivers of a data folder, of all ids or of those that are not in the half `without`. */
export function drivenGroups(folder: string, without?: number): DrivenGroup[] {
  return SOURCES.map(({ name, share, read }) => {
    const series = read(folder).filter((s) => halfOf(s) !== without && s.train.some((x) => x > 0));
    const every = Math.ceil(series.length / MOST_SERIES);
    return { name, share, series: series.filter((_, i) => i % every === 0) };
  }).filter(({ series }) => series.length > 0);
}

/** Shortest and longest history of an example: shorter ones have no effects, longer ones are slow to fit. */
const SHORTEST = 20;
const LONGEST = 760;
/** Shares of the examples without one of their drivers, with a short history, and without logarithms. */
const WITHOUT_ONE = 0.15;
const TRUNCATED = 0.35;
const LINEAR = 0.25;

/** Examples of a cut-off: fitting the effects takes far longer than looking at them in other ways. */
function drawExamples({ series }: DrivenGroup, random: () => number): Example[] {
  const { train, test, season, drivers } = series[Math.floor(random() * series.length)]!;
  const horizon = test.length;
  const latest = train.length - Math.ceil(horizon / 2);
  if (latest <= SHORTEST) return [];
  const cut = latest - Math.floor(random() * (latest - SHORTEST));
  const first = Math.max(0, cut - LONGEST);
  const from = random() < TRUNCATED ? first + Math.floor(random() * (cut - SHORTEST - first)) : first;
  const history = fillGaps(train.slice(from, cut), season);
  const start = history.findIndex((x) => x !== 0);
  if (start < 0 || history.length - start < SHORTEST || history.slice(start).every((x) => x === history[start]))
    return [];
  const values = history.slice(start);
  const future = train.slice(cut, cut + horizon);
  const columns: DriverColumns = chosen(drivers, random, from + start, cut, cut + future.length);
  const effects = driverEffects(values, season, columns);
  const adjusted = values.map((x, t) => withoutEffect(x, effects, effects.past[t]!));
  const rest = future.map((x, h) => withoutEffect(x, effects, effects.ahead[h]!));
  return [false, true]
    .filter((linear) => !linear || random() < 2 * LINEAR)
    .map((linear) => bounded(exampleOf(adjusted, rest, season, linear, effects)));
}

/** Actuals farther than this many scales away are cut off: what few wild effects cost would drown what the rest teaches. */
const FARTHEST_Z = 15;

const bounded = (example: Example): Example => ({
  ...example,
  targets: example.targets.map((z) => Math.max(-FARTHEST_Z, Math.min(FARTHEST_Z, z))),
});

function chosen(
  drivers: DrivenSeries["drivers"],
  random: () => number,
  from: number,
  cut: number,
  to: number,
): DriverColumns {
  const kept = drivers.filter(() => random() >= WITHOUT_ONE);
  const usable = kept.length > 0 ? kept : drivers;
  return {
    past: usable.map((column) => column.slice(from, cut)),
    // Only the history may have gaps.
    future: usable.map((column) => column.slice(cut, to).map((x) => (Number.isNaN(x) ? 0 : x))),
  };
}

/** A pool of `count` examples of series with drivers, each group by its share; none without groups. */
export function drivenPool(groups: readonly DrivenGroup[], count: number, random: () => number): Example[] {
  return drawPool(groups, count, (group) => drawExamples(group, random));
}
