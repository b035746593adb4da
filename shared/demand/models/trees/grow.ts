import { BINS, type Binned } from "./bins.ts";
import { gathered } from "./gather.ts";
import { bestSplit, KEPT, type Split } from "./split.ts";
import type { Tree } from "./tree.ts";

/** What a tree is fitted to: weighted gradients and the weights, one an example. */
export interface Gradients {
  readonly gradient: Float64Array;
  readonly weight: Float64Array;
}

export interface Growth {
  /** Most leaves; the split that gains most is made first. */
  readonly leaves: number;
  /** Fewest examples in a leaf. */
  readonly least: number;
  /** Ridge pull of a leaf's value towards zero, in weight. */
  readonly pull: number;
  /** Features that splits are made by. */
  readonly features: readonly number[];
}

/** A tree and the examples in each of its leaves. */
export interface Grown {
  readonly tree: Tree;
  readonly leaves: readonly Int32Array[];
}

interface Node {
  readonly from: number;
  readonly to: number;
  readonly histogram: Float64Array;
  readonly split: Split | undefined;
  /** The split whose child it is, and which. */
  readonly parent: number;
  readonly side: "low" | "high";
}

/** Adds up gradients, weights and examples by bin, a block of BINS for each feature looked at. */
function histogramOf(
  { columns }: Binned,
  { gradient, weight }: Gradients,
  examples: Int32Array,
  features: readonly number[],
): Float64Array {
  const n = examples.length;
  const histogram = new Float64Array(features.length * BINS * KEPT);
  const [g, w] = [gathered(gradient, examples), gathered(weight, examples)];
  for (let j = 0; j < features.length; j += 1) {
    const column = columns[features[j]!]!;
    const start = j * BINS * KEPT;
    for (let k = 0; k < n; k += 1) {
      const at = start + KEPT * column[examples[k]!]!;
      histogram[at]! += g[k]!;
      histogram[at + 1]! += w[k]!;
      histogram[at + 2]! += 1;
    }
  }
  return histogram;
}

/** Moves the examples of a split's low side to the front, each side in its order; answers where the high side begins. */
function partition(
  order: Int32Array,
  spare: Int32Array,
  { from, to }: Node,
  isLow: (example: number) => boolean,
): number {
  let [low, high] = [from, 0];
  for (let k = from; k < to; k += 1) {
    const example = order[k]!;
    if (isLow(example)) order[low++] = example;
    else spare[high++] = example;
  }
  order.set(spare.subarray(0, high), low);
  return low;
}

/**
 * Grows a regression tree by histograms, best split first (Friedman, 2001; Shi, 2007; Ke et al., LightGBM, 2017). The
 * larger child's histogram is what remains of its parent's without the smaller's.
 */
export function growTree(data: Binned, gradients: Gradients, examples: Int32Array, growth: Growth): Grown {
  const { features, leaves: most } = growth;
  const order = Int32Array.from(examples);
  const spare = new Int32Array(order.length);
  const tree = {
    feature: [] as number[],
    edge: [] as number[],
    missing: [] as number[],
    low: [] as number[],
    high: [] as number[],
  };
  const node = (made: Omit<Node, "split">): Node => ({
    ...made,
    split: bestSplit(made.histogram, data, growth),
  });
  const histogram = histogramOf(data, gradients, order, features);
  const open: Node[] = [node({ from: 0, to: order.length, histogram, parent: -1, side: "low" })];
  while (open.length < most) {
    let best = -1;
    open.forEach(({ split }, k) => {
      if (split !== undefined && (best < 0 || split.gain > open[best]!.split!.gain)) best = k;
    });
    if (best < 0) break;
    const parent = open[best]!;
    const { feature, bin, missingLow } = parent.split!;
    const column = data.columns[feature]!;
    const middle = partition(order, spare, parent, (i) => (column[i] === 0 ? missingLow : column[i]! <= bin));
    const at = tree.feature.push(feature) - 1;
    tree.edge.push(data.edges[feature]![bin - 1] ?? Number.MAX_VALUE);
    tree.missing.push(missingLow ? 1 : 0);
    tree.low.push(0);
    tree.high.push(0);
    if (parent.parent >= 0) tree[parent.side][parent.parent] = at;
    const lowIsSmall = middle - parent.from <= parent.to - middle;
    const [from, to] = lowIsSmall ? [parent.from, middle] : [middle, parent.to];
    const small = histogramOf(data, gradients, order.subarray(from, to), features);
    const large = parent.histogram;
    for (let k = 0; k < large.length; k += 1) large[k]! -= small[k]!;
    open[best] = node({
      from: parent.from,
      to: middle,
      histogram: lowIsSmall ? small : large,
      parent: at,
      side: "low",
    });
    open.push(node({ from: middle, to: parent.to, histogram: lowIsSmall ? large : small, parent: at, side: "high" }));
  }
  open.forEach(({ parent, side }, leaf) => {
    if (parent >= 0) tree[side][parent] = ~leaf;
  });
  return { tree, leaves: open.map(({ from, to }) => order.slice(from, to)) };
}
