import { boostQuantiles, predict, type Boosted, type Lessons } from "../trees/boost.ts";
import { gathered } from "../trees/gather.ts";
import { leafQuantiles } from "../trees/leaf-quantiles.ts";
import { examplesOf, type Examples, type History } from "./examples.ts";
import { LEVELS, type Lesson } from "./lesson.ts";
import type { Spans } from "./spans.ts";
import { trustOf } from "./trust.ts";

/** The medians: shallow trees on part of examples and features, so that none leans on a few. */
const MEDIANS = { rounds: 120, rate: 0.07, leaves: 8, least: 50, pull: 5, featureShare: 0.5, exampleShare: 0.6 };
/** Parts of the past, each foretold by what the others taught. */
const FOLDS = 3;
/** Blocks that the past is cut into, in turns for each part; none shorter than the horizon. */
const BLOCKS = 9;
/** The spread about them. */
const SPREAD = { trees: 40, leaves: 16, least: 100, pull: 5, featureShare: 0.5, exampleShare: 0.6, seed: 7 };
/** Fewer examples teach nothing. */
const FEWEST_EXAMPLES = 300;

/** The examples listed, with the bins of all. */
function part({ data, targets, weights }: Lessons, list: Int32Array): Lessons {
  const columns = data.columns.map((column) => {
    const chosen = new Uint8Array(list.length);
    for (let k = 0; k < chosen.length; k += 1) chosen[k] = column[list[k]!]!;
    return chosen;
  });
  return {
    data: { edges: data.edges, columns },
    targets: gathered(targets, list),
    weights: gathered(weights, list),
  };
}

/** Medians by cross-fitting (Stone, 1974), and what each example was foretold by the one that did not see it. */
function crossFit(examples: Examples, horizon: number): { medians: Boosted[]; foretold: Float64Array } {
  const { back, targets, rowOf } = examples;
  const block = Math.max(horizon, Math.ceil(back.reduce((a, b) => Math.max(a, b), 0) / BLOCKS));
  const foldOf = back.map((periods) => Math.floor(periods / block) % FOLDS);
  const foretold = new Float64Array(targets.length);
  const medians = Array.from({ length: FOLDS }, (_, fold) => {
    const others = Int32Array.from(foldOf.flatMap((one, i) => (one === fold ? [] : [i])));
    const median = boostQuantiles(part(examples, others), [0.5], [0], { ...MEDIANS, seed: fold + 1 });
    foldOf.forEach((one, i) => {
      if (one === fold) foretold[i] = predict(median, rowOf(i))[0]!;
    });
    return median;
  });
  return { medians, foretold };
}

/**
 * Learns from all items of a table what their mean demand over a horizon comes to, from what each item and the table did
 * before: boosted trees on features in each item's own scale, for the median of the logarithm of the rate over the scale,
 * and trees for the spread about it (Januschowski et al., 2022, "Forecasting with trees", for why).
 * @param items by their keys, so that the order they came in changes nothing
 * @returns undefined where there is too little to learn from
 */
export function learnHorizon(items: readonly History[], horizon: number, spans: Spans): Lesson | undefined {
  const examples = examplesOf(items, horizon, spans);
  const { targets, table } = examples;
  if (targets.length < FEWEST_EXAMPLES) return undefined;
  const { medians, foretold } = crossFit(examples, horizon);
  const rest = targets.map((y, i) => y - foretold[i]!);
  return {
    items: items.length,
    horizon,
    table: table.map((x) => (Number.isNaN(x) ? null : x)),
    medians,
    spread: leafQuantiles({ ...examples, targets: rest }, LEVELS, SPREAD),
    trust: trustOf(examples, foretold),
  };
}
