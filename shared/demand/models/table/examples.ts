import { binned } from "../trees/bins.ts";
import type { Lessons } from "../trees/boost.ts";
import { cutsOf, placesOf, type Cut, type CutRules } from "./cuts.ts";
import { featuresAt, ITEM_FEATURES, NOISE, YEAR_FEATURES, yearFeaturesAt } from "./features.ts";
import { TABLE_FEATURES, TableSeasons } from "./seasons.ts";
import type { Spans } from "./spans.ts";
import { meanOf, statesOf, type States } from "./states.ts";

/** Part of the scale added to a rate before its logarithm, so that a rate of none has one. */
const OFFSET = 0.1;
/** Periods back from the end that cuts reach: four years of weeks. */
const REACH = 220;
/** Cuts kept; more teach little and cost as much again. */
const MOST_CUTS = 12_000;
/** Fewest periods that an item must have been known for: half of a short history, but within these. */
const [LEAST, LEAST_OF_LONG] = [8, 26];
const SEED = 1;

/** A mean demand a period, told to the trees in the item's scale. */
export const toTarget = (rate: number, scale: number): number => Math.log(rate / scale + OFFSET);
export const fromTarget = (target: number, scale: number): number => Math.max(0, Math.exp(target) - OFFSET) * scale;

const FEATURES = ITEM_FEATURES.length + YEAR_FEATURES.length + TABLE_FEATURES.length;

/** All features of an item at a cut: its own, those of a year ago, those of its table. */
export const rowAt = (states: States, t: number, horizon: number, spans: Spans, table: readonly number[]): number[] => [
  ...featuresAt(states, t, spans.peaks),
  ...yearFeaturesAt(states, t, horizon, spans),
  ...table,
];

/** Oldest first, from the first sale on, not negative, NaN where missing; all end with the same period. */
export type History = Float64Array;

/** What a table teaches of the mean demand over a horizon. */
export interface Examples extends Lessons {
  /** Periods of the table after each cut. */
  readonly back: readonly number[];
  /** What plain smoothing expected at each cut, told as the targets are, and how noisy the item was. */
  readonly smoothed: Float64Array;
  readonly noise: Float64Array;
  /** Features of the table at its end. */
  readonly table: readonly number[];
  /** Row of features of an example. */
  rowOf(example: number): number[];
}

/** What smoothing alone expects of each coming period. */
export const smoothedRate = ({ full, middle, demands }: States, t: number): number =>
  (full[t]! + middle[t]! + demands[0]![t]!) / 3;

/** Half of the history that most items have at least, within bounds. */
function leastKnown(items: readonly History[]): number {
  const lengths = items.map(({ length }) => length).sort((a, b) => a - b);
  const short = lengths[Math.floor(lengths.length / 4)] ?? 0;
  return Math.max(LEAST, Math.min(LEAST_OF_LONG, Math.floor(short / 2)));
}

/**
 * The examples of a table, drawn before their features are worked out. Nothing that follows a cut is known at it but the
 * target.
 * @param items by their keys, so that the order they came in changes nothing
 */
export function examplesOf(items: readonly History[], horizon: number, spans: Spans): Examples {
  const seasons = new TableSeasons(horizon, spans, REACH + horizon);
  const rules: CutRules = { horizon, least: leastKnown(items), reach: REACH, most: MOST_CUTS, seed: SEED };
  const places = items.map((values) => {
    const states = statesOf(values, spans.year);
    seasons.add(states);
    return placesOf(states, rules);
  });
  const cuts = cutsOf(places, rules);
  return { ...describe(items, cuts, seasons, spans), back: cuts.map(({ item, t }) => items[item]!.length - t) };
}

function describe(items: readonly History[], cuts: readonly Cut[], seasons: TableSeasons, spans: Spans) {
  const { horizon } = seasons;
  const n = cuts.length;
  const columns = Array.from({ length: FEATURES }, () => new Float64Array(n));
  const [targets, smoothed, noise, scales] = [0, 0, 0, 0].map(() => new Float64Array(n)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const tables = new Map<number, readonly number[]>();
  const tableAt = (back: number): readonly number[] => {
    const known = tables.get(back) ?? seasons.featuresAt(back);
    tables.set(back, known);
    return known;
  };
  let [states, of]: [States | undefined, number] = [undefined, -1];
  cuts.forEach(({ item, t }, i) => {
    if (states === undefined || of !== item) [states, of] = [statesOf(items[item]!, spans.year), item];
    const row = rowAt(states, t, horizon, spans, tableAt(items[item]!.length - t));
    row.forEach((x, j) => (columns[j]![i] = x));
    const scale = states.scale[t]!;
    scales[i] = scale;
    targets[i] = toTarget(meanOf(states, t, t + horizon), scale);
    smoothed[i] = toTarget(smoothedRate(states, t), scale);
    noise[i] = row[NOISE]!;
  });
  const middle = Float64Array.from(scales).sort()[n >> 1] ?? 1;
  return {
    data: binned(columns),
    targets,
    weights: scales.map((scale) => Math.sqrt(scale / middle)),
    smoothed,
    noise,
    table: tableAt(0),
    rowOf: (i: number): number[] => columns.map((column) => column[i]!),
  };
}
