import type { Learn } from "./learner.ts";
import { binned, growTree, valueAt } from "./tree.ts";

const TREES = 60;
const DEPTH = 9;
const LEAF = 3;
const SEED = 0x2545f491;

/** Marsaglia's xorshift on 32 bits (2003): whole numbers below `n`, always the same ones. */
function whole(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % n;
  };
}

/** Random forest for regression (Breiman, 2001): deep trees on resampled examples, a third of the features a split. */
export const randomForest: Learn = ({ rows, targets }) => {
  const data = binned(rows);
  const y = Float64Array.from(targets);
  const draw = whole(SEED);
  const width = data.edges.length;
  const tried = Math.max(1, Math.ceil(width / 3));
  const features = (): number[] => {
    const all = data.edges.map((_, j) => j);
    for (let k = 0; k < tried; k += 1) {
      const other = k + draw(width - k);
      [all[k], all[other]] = [all[other]!, all[k]!];
    }
    return all.slice(0, tried);
  };
  const trees = Array.from({ length: TREES }, () => {
    const sample = Int32Array.from(targets, () => draw(targets.length)).sort();
    return growTree(data, y, sample, { depth: DEPTH, leaf: LEAF, pull: 0, features });
  });
  return { predict: (row) => trees.reduce((sum, tree) => sum + valueAt(tree, row), 0) / TREES };
};
