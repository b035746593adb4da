import { binned as binnedColumns, type Binned } from "../trees/bins.ts";

/** A split (with both branches) or a leaf (a value). */
export type Tree =
  | { readonly value: number }
  | { readonly feature: number; readonly edge: number; readonly low: Tree; readonly high: Tree };

export interface Growth {
  readonly depth: number;
  /** Fewest examples in a leaf. */
  readonly leaf: number;
  /** Ridge pull of a leaf's value towards zero, in examples. */
  readonly pull: number;
  /** Features to try at a split. */
  features(): readonly number[];
}

const BINS = 32;

/** Features cut into a few bins each, at quantiles, so that the best split is found by counting. */
export const binned = (rows: readonly (readonly number[])[]): Binned =>
  binnedColumns(
    (rows[0] ?? []).map((_, j) => Float64Array.from(rows, (row) => row[j]!)),
    BINS,
  );

/** Grows a regression tree by least squares (Breiman, Friedman, Olshen and Stone, 1984) on the examples listed. */
export function growTree(data: Binned, targets: Float64Array, examples: Int32Array, growth: Growth, depth = 0): Tree {
  let sum = 0;
  for (const i of examples) sum += targets[i]!;
  const n = examples.length;
  const leaf = { value: sum / (n + growth.pull) };
  if (depth >= growth.depth || n < 2 * growth.leaf) return leaf;
  const best = bestSplit(data, targets, examples, growth, sum);
  if (best === undefined) return leaf;
  const { feature, bin } = best;
  const column = data.columns[feature]!;
  const grow = (part: Int32Array): Tree => growTree(data, targets, part, growth, depth + 1);
  return {
    feature,
    edge: data.edges[feature]![bin - 1]!,
    low: grow(examples.filter((i) => column[i]! <= bin)),
    high: grow(examples.filter((i) => column[i]! > bin)),
  };
}

function bestSplit(
  { columns, edges }: Binned,
  targets: Float64Array,
  examples: Int32Array,
  growth: Growth,
  total: number,
): { feature: number; bin: number } | undefined {
  const n = examples.length;
  const { pull, leaf } = growth;
  let best: { feature: number; bin: number } | undefined;
  let bestGain = ((total * total) / (n + pull)) * (1 + 1e-12);
  // Bin 0 is that of missing values, of which there are none here.
  const sums = new Float64Array(BINS + 1);
  const counts = new Int32Array(BINS + 1);
  for (const feature of growth.features()) {
    const column = columns[feature]!;
    sums.fill(0);
    counts.fill(0);
    for (const i of examples) {
      sums[column[i]!]! += targets[i]!;
      counts[column[i]!]! += 1;
    }
    let [below, lower] = [0, 0];
    for (let bin = 1; bin <= edges[feature]!.length; bin += 1) {
      below += counts[bin]!;
      lower += sums[bin]!;
      if (below < leaf || n - below < leaf) continue;
      const gain = (lower * lower) / (below + pull) + (total - lower) ** 2 / (n - below + pull);
      if (gain > bestGain) [best, bestGain] = [{ feature, bin }, gain];
    }
  }
  return best;
}

export function valueAt(tree: Tree, row: readonly number[]): number {
  let node = tree;
  while (!("value" in node)) node = row[node.feature]! <= node.edge ? node.low : node.high;
  return node.value;
}
