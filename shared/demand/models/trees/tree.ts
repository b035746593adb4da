/**
 * A regression tree as plain lists, a place a split: examples go to `low` where their feature is at most `edge` or, where
 * `missing` is 1, has no value. A child below 0 is the leaf ~child. Without splits the tree is its one leaf.
 */
export interface Tree {
  readonly feature: readonly number[];
  readonly edge: readonly number[];
  readonly missing: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** The leaf that an example falls into. */
export function leafOf({ feature, edge, missing, low, high }: Tree, valueOf: (feature: number) => number): number {
  if (feature.length === 0) return 0;
  let node = 0;
  while (node >= 0) {
    const x = valueOf(feature[node]!);
    node = x <= edge[node]! || (missing[node] === 1 && Number.isNaN(x)) ? low[node]! : high[node]!;
  }
  return ~node;
}
