import { randomFrom } from "../../../numeric/random.ts";
import type { Lessons, QuantileTree } from "./boost.ts";
import { drawn } from "./draw.ts";
import { growTree, type Growth } from "./grow.ts";
import { weightedQuantile, weightedQuantiles } from "./weighted-quantile.ts";

export interface LeafQuantiles extends Pick<Growth, "leaves" | "least" | "pull"> {
  readonly trees: number;
  /** Shares of the features and of the examples that each tree is grown on. */
  readonly featureShare: number;
  readonly exampleShare: number;
  readonly seed: number;
}

/** Quantiles by which the trees part examples, in turns. */
const TURNS = [0.1, 0.9, 0.75, 0.25, 0.025, 0.95] as const;

/**
 * Trees that part examples by how far their targets lie from all others', with the quantiles of those in each leaf
 * (Meinshausen, Quantile regression forests, 2006, keeps leaves as these do). The mean of the trees' quantiles answers.
 */
export function leafQuantiles(
  { data, weights, targets }: Lessons,
  levels: readonly number[],
  { trees, featureShare, exampleShare, seed, ...growth }: LeafQuantiles,
): QuantileTree[] {
  const random = randomFrom(seed);
  const [n, width] = [targets.length, data.columns.length];
  const gradient = new Float64Array(n);
  const edges = TURNS.map((p) => weightedQuantile(targets.slice(), weights.slice(), p));
  return Array.from({ length: trees }, (_, k) => {
    const turn = k % TURNS.length;
    const [p, edge] = [TURNS[turn]!, edges[turn]!];
    for (let i = 0; i < n; i += 1) gradient[i] = weights[i]! * (targets[i]! > edge ? p : p - 1);
    const examples = drawn(n, Math.round(exampleShare * n), random);
    const features = [...drawn(width, Math.round(featureShare * width), random)];
    const grown = growTree(data, { gradient, weight: weights }, examples, { ...growth, features });
    const held = grown.leaves.map((leaf) => weightedQuantiles(leaf, targets, weights, levels));
    return { ...grown.tree, values: levels.map((_level, j) => held.map((quantiles) => quantiles[j]!)) };
  });
}
