import { randomFrom } from "../../../numeric/random.ts";
import type { Binned } from "./bins.ts";
import { drawn } from "./draw.ts";
import { gathered } from "./gather.ts";
import { growTree } from "./grow.ts";
import { leafOf, type Tree } from "./tree.ts";
import { weightedQuantile } from "./weighted-quantile.ts";

/** A tree whose leaves say something of each quantile. */
export interface QuantileTree extends Tree {
  /** By quantile, a value a leaf. */
  readonly values: readonly (readonly number[])[];
}

/** Boosted trees: what each says of a row is added to the start, by quantile. Plain data. */
export interface Boosted {
  readonly start: readonly number[];
  readonly trees: readonly QuantileTree[];
}

export interface Boosting {
  readonly rounds: number;
  readonly rate: number;
  readonly leaves: number;
  /** Fewest examples in a leaf. */
  readonly least: number;
  readonly pull: number;
  /** Shares of the features and of the examples that each tree is grown on. */
  readonly featureShare: number;
  readonly exampleShare: number;
  readonly seed: number;
}

/** What to learn: features in bins, targets, and what each example counts. */
export interface Lessons {
  readonly data: Binned;
  readonly targets: Float64Array;
  readonly weights: Float64Array;
}

/**
 * Gradient boosting (Friedman, 2001) for several quantiles at once, the median of least absolute error among them. Each
 * tree is grown on the sign of what one of them leaves over, in turns, and its leaves hold the weighted quantiles of what
 * each leaves over: where demand parts for one it mostly does for all. Draws come from the seed alone.
 * @param turns place of the quantile that each round's tree is grown for, over and over
 */
export function boostQuantiles(
  { data, targets, weights }: Lessons,
  quantiles: readonly number[],
  turns: readonly number[],
  boosting: Boosting,
): Boosted {
  const { rounds, rate, leaves, least, pull, featureShare, exampleShare } = boosting;
  const random = randomFrom(boosting.seed);
  const [n, width] = [targets.length, data.columns.length];
  const start = quantiles.map((p) => weightedQuantile(targets.slice(), weights.slice(), p));
  const rests = start.map((from) => targets.map((y) => y - from));
  const gradient = new Float64Array(n);
  const trees: QuantileTree[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const turn = turns[round % turns.length]!;
    const [p, rest] = [quantiles[turn]!, rests[turn]!];
    for (let i = 0; i < n; i += 1) gradient[i] = weights[i]! * (rest[i]! > 0 ? p : p - 1);
    const features = [...drawn(width, Math.max(1, Math.round(featureShare * width)), random)];
    const examples = drawn(n, Math.max(1, Math.round(exampleShare * n)), random);
    const growth = { leaves, least, pull, features };
    const grown = growTree(data, { gradient, weight: weights }, examples, growth);
    const values = quantiles.map((level, k) =>
      grown.leaves.map((leaf) => rate * weightedQuantile(gathered(rests[k]!, leaf), gathered(weights, leaf), level)),
    );
    const leafAt = leavesOf(grown.tree, data);
    rests.forEach((rest, k) => {
      const value = values[k]!;
      for (let i = 0; i < n; i += 1) rest[i]! -= value[leafAt[i]!]!;
    });
    trees.push({ ...grown.tree, values });
  }
  return { start, trees };
}

/** The leaf of each example, by its bins. */
function leavesOf({ feature, edge, missing, low, high }: Tree, { columns, edges }: Binned): Uint8Array {
  const leaves = new Uint8Array(columns[0]!.length);
  if (feature.length === 0) return leaves;
  const used = feature.map((j) => columns[j]!);
  const bins = feature.map((j, k) => (edge[k] === Number.MAX_VALUE ? 255 : edges[j]!.indexOf(edge[k]!) + 1));
  for (let i = 0; i < leaves.length; i += 1) {
    let node = 0;
    while (node >= 0) {
      const bin = used[node]![i]!;
      node = (bin === 0 ? missing[node] === 1 : bin <= bins[node]!) ? low[node]! : high[node]!;
    }
    leaves[i] = ~node;
  }
  return leaves;
}

/** What the trees say of a row of features, NaN where one is missing: by quantile. */
export function predict({ start, trees }: Boosted, row: ArrayLike<number>): number[] {
  const valueOf = (feature: number): number => row[feature]!;
  const sums = [...start];
  for (const tree of trees) {
    const leaf = leafOf(tree, valueOf);
    tree.values.forEach((value, k) => (sums[k]! += value[leaf]!));
  }
  return sums;
}
