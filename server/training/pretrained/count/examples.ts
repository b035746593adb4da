import { countInputs } from "../../../../shared/demand/networks/slow/inputs.ts";
import { fitCounts } from "../../../../shared/demand/slow/count-model.ts";
import { readSet } from "../data.ts";
import { halfOf, sum, totalPeriods } from "./items.ts";

/** A history cut off at a date, as the network sees it, and the total that came after. */
export interface CountExample {
  readonly inputs: Float32Array;
  readonly means: Float32Array;
  readonly quantiles: Float32Array;
  /** The total as a share of the scale. */
  readonly target: number;
  readonly weight: number;
}

/** A set's share of the examples drawn in training, in percent, the cut-offs taken from a series, and the earliest. */
interface Source {
  readonly set: string;
  readonly share: number;
  readonly cutoffs: number;
  /** Share of the training part before the earliest cut-off: what items did long ago says less of what they do now. */
  readonly earliest: number;
}

export const COUNT_SOURCES: readonly Source[] = [
  { set: "carparts", share: 19, cutoffs: 9, earliest: 0.6 },
  { set: "raf_spares", share: 28, cutoffs: 12, earliest: 0.6 },
  { set: "man_spares", share: 23, cutoffs: 20, earliest: 0.6 },
  { set: "auto_spares", share: 7.5, cutoffs: 4, earliest: 0.3 },
  { set: "oil_spares", share: 7.5, cutoffs: 3, earliest: 0.3 },
  { set: "online_retail_weekly", share: 7.5, cutoffs: 4, earliest: 0.3 },
  { set: "hospital", share: 7.5, cutoffs: 3, earliest: 0.3 },
];

/** Periods of the longest total, and the fewest of a history. */
const LONGEST_TOTAL = 24;
const SHORTEST_HISTORY = 6;
const SHORTEST_SERIES = 12;
/** Totals farther than this many scales away are cut off: breaks nobody can foresee. */
const FARTHEST = 60;
/** Power of the scale that an example weighs, and the most in means of its set: a unit lost counts nearly alike everywhere. */
const WEIGHT_POWER = 0.8;
const MOST_WEIGHT = 40;
/** Share of the totals as long as the item's own lead time, and of the histories whose start is cut off. */
const OWN_PERIODS = 0.5;
const CUT_START = 0.1;

export interface CountGroup {
  readonly set: string;
  readonly share: number;
  readonly series: number;
  readonly examples: readonly CountExample[];
}

/** The part after the last gap, returns (negative demand) as none. */
function sold(values: readonly number[]): number[] {
  return values.slice(values.map(Number.isNaN).lastIndexOf(true) + 1).map((x) => Math.max(0, x));
}

/** A random cut-off of a series, or none where nothing sold before it. */
function drawExample(
  values: readonly number[],
  own: number,
  earliest: number,
  random: () => number,
): (Omit<CountExample, "weight"> & { scale: number }) | undefined {
  const most = Math.min(LONGEST_TOTAL, Math.floor(values.length / 2.5));
  const drawn = 1 + Math.floor(random() * most);
  const periods = random() < OWN_PERIODS ? Math.min(own, most) : drawn;
  const first = Math.max(SHORTEST_HISTORY, Math.floor(earliest * values.length));
  const last = Math.max(SHORTEST_HISTORY, values.length - periods);
  const cut = Math.min(last, first + Math.floor(random() * (last - first + 1)));
  const start = random() < CUT_START ? Math.floor(random() * (cut - SHORTEST_HISTORY + 1)) : 0;
  const history = values.slice(start, cut);
  if (history.every((x) => x === history[0])) return undefined;
  const { scale, inputs, means, quantiles } = countInputs(history, fitCounts(history))(periods);
  return {
    scale,
    inputs: Float32Array.from(inputs),
    means: Float32Array.from(means),
    quantiles: Float32Array.from(quantiles),
    target: Math.min(FARTHEST, sum(values.slice(cut, cut + periods)) / scale),
  };
}

/** The examples of a data folder: train parts only, of all ids or without one half of them. */
export function countGroups(folder: string, without: number | undefined, random: () => number): CountGroup[] {
  return COUNT_SOURCES.map(({ set, share, cutoffs, earliest }) => {
    const own = totalPeriods(folder, set);
    const series = readSet(folder, set)
      .filter(({ id }) => without === undefined || halfOf(set, id) !== without)
      .map(({ id, train }) => ({ id, values: sold(train) }))
      .filter(({ values }) => values.length >= SHORTEST_SERIES && values.some((x) => x > 0));
    const drawn = series.flatMap(({ id, values }) =>
      Array.from({ length: cutoffs }, () => drawExample(values, own(id), earliest, random)).filter(
        (example) => example !== undefined,
      ),
    );
    const mean = sum(drawn.map(({ scale }) => scale ** WEIGHT_POWER)) / drawn.length;
    const examples = drawn.map(({ scale, ...example }) => ({
      ...example,
      weight: Math.min(MOST_WEIGHT, scale ** WEIGHT_POWER / mean),
    }));
    return { set, share, series: series.length, examples };
  }).filter(({ examples }) => examples.length > 0);
}
