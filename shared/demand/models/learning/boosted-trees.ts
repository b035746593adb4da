import type { Learn } from "./learner.ts";
import { binned, growTree, valueAt, type Tree } from "./tree.ts";

const ROUNDS = 80;
const RATE = 0.08;
const DEPTH = 4;
const LEAF = 4;
const PULL = 2;

/**
 * Gradient-boosted regression trees (Friedman, 2001): each tree is grown on what those before it left over. Nothing is
 * drawn at random.
 */
export const boostedTrees: Learn = ({ rows, targets }) => {
  const data = binned(rows);
  const start = targets.reduce((a, b) => a + b, 0) / targets.length;
  const rest = Float64Array.from(targets, (y) => y - start);
  const all = Int32Array.from(targets, (_, i) => i);
  const features = data.edges.map((_, j) => j);
  const trees: Tree[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const tree = growTree(data, rest, all, { depth: DEPTH, leaf: LEAF, pull: PULL, features: () => features });
    for (const [i, row] of rows.entries()) rest[i]! -= RATE * valueAt(tree, row);
    trees.push(tree);
  }
  return { predict: (row) => trees.reduce((sum, tree) => sum + RATE * valueAt(tree, row), start) };
};
