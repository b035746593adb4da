/** Bins of a feature at most, the one of missing values among them: bin 0. */
export const BINS = 64;

/** Where the bins of a feature that are not missing end: a value up to edges[b] and above the one before is in bin b + 1. */
export type Edges = Float64Array;

/** Values that edges are taken from: enough for quantiles, however many there are. */
const MOST_LOOKED_AT = 20_000;

/** Edges at quantiles of the values present (NaN is missing), halfway between neighbours, so that a new value falls on the near side. */
function edgesOf(values: Float64Array, bins = BINS - 1): Edges {
  const step = Math.ceil(values.length / MOST_LOOKED_AT);
  const sorted = values.filter((x, i) => i % step === 0 && !Number.isNaN(x)).sort();
  const cuts: number[] = [];
  for (let b = 1; b < bins; b += 1) {
    const at = Math.floor((b * sorted.length) / bins);
    if (at === 0 || !(sorted[at - 1]! < sorted[at]!)) continue;
    const cut = (sorted[at - 1]! + sorted[at]!) / 2;
    if (cuts.length === 0 || cut > cuts.at(-1)!) cuts.push(cut);
  }
  return Float64Array.from(cuts);
}

/** Bin of a value. */
function binOf(x: number, edges: Edges): number {
  if (Number.isNaN(x)) return 0;
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (x > edges[middle]!) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}

/** Features cut into bins, so that the best split is found by counting. */
export interface Binned {
  /** Bin of each example, a column a feature. */
  readonly columns: readonly Uint8Array[];
  readonly edges: readonly Edges[];
}

/** Bins the columns of features. */
export function binned(columns: readonly Float64Array[], bins = BINS - 1): Binned {
  const edges = columns.map((column) => edgesOf(column, bins));
  return { edges, columns: columns.map((column, j) => Uint8Array.from(column, (x) => binOf(x, edges[j]!))) };
}
