import { fillGaps, listedPart } from "../../../shared/demand/history/gaps.ts";
import { readSet, type TrainingSeries } from "./data.ts";
import { hash } from "./random.ts";

/** A set's share of the examples drawn in training, in percent, and the most cut-offs taken from a series. */
interface Source {
  readonly set: string;
  readonly share: number;
  readonly cutoffs: number;
}

export const SOURCES: readonly Source[] = [
  { set: "m3", share: 38, cutoffs: 30 },
  { set: "m1", share: 19, cutoffs: 24 },
  { set: "m4_weekly", share: 10, cutoffs: 250 },
  { set: "hospital", share: 6, cutoffs: 24 },
  { set: "aus_retail_monthly", share: 5, cutoffs: 150 },
  { set: "us_retail_monthly", share: 3, cutoffs: 150 },
  { set: "nn5_daily", share: 3, cutoffs: 250 },
  { set: "carparts", share: 3, cutoffs: 3 },
  { set: "online_retail_weekly", share: 1, cutoffs: 3 },
  { set: "store_item_daily", share: 2, cutoffs: 60 },
];

/** Share of the examples that are sums of three or twelve periods of the monthly sets. */
const AGGREGATE_SHARE = 10;

/** Half of the ids by hash, 0 or 1: in a trial each half is scored by a network that was trained on the other. */
export function halfOf({ set, id }: { readonly set: string; readonly id: string }): number {
  return hash(`network|${set}|${id}`) % 2;
}

/** A group of series drawn with the same total weight. */
export interface Group {
  readonly name: string;
  readonly share: number;
  readonly cutoffs: number;
  readonly series: readonly TrainingSeries[];
}

/** Sums of `by` periods, aligned to the end. */
function summed(series: TrainingSeries, by: number, season: number, horizon: number): TrainingSeries {
  const { train } = series;
  const count = Math.floor(train.length / by);
  const from = train.length - count * by;
  return {
    ...series,
    id: `${series.id}/${by}`,
    season,
    horizon,
    train: Array.from({ length: count }, (_, i) =>
      train.slice(from + i * by, from + (i + 1) * by).reduce((a, b) => a + b, 0),
    ),
  };
}

/** Months to quarters and years: real trends and seasons at spacings that have few series of their own. */
function aggregates(groups: readonly Group[]): Group {
  const monthly = groups.flatMap((group) => group.series.filter((s) => s.season === 12 && s.train.every((x) => x > 0)));
  const series = [
    ...monthly.map((s) => summed(s, 3, 4, 8)),
    ...monthly.filter((s) => s.train.length >= 108).map((s) => summed(s, 12, 1, 6)),
  ];
  return { name: "aggregates", share: AGGREGATE_SHARE, cutoffs: 6, series };
}

/** The training groups of a data folder: train parts only, of all ids or of those that are not in the half `without`. */
export function trainingGroups(folder: string, without?: number): Group[] {
  const groups = SOURCES.map(({ set, share, cutoffs }) => ({
    name: set,
    share,
    cutoffs,
    series: readSet(folder, set)
      .filter((s) => halfOf(s) !== without && s.train.some((x) => x > 0))
      .map(({ id, season, horizon, train }) => ({
        set,
        id,
        season,
        horizon,
        train: fillGaps(listedPart(train), season),
      })),
  })).filter((group) => group.series.length > 0);
  return groups.length > 0 ? [...groups, aggregates(groups)] : [];
}
