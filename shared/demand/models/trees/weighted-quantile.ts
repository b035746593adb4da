/**
 * The least value up to which the values hold at least the share p of all weight; 0 of none. By selection (Hoare, 1961):
 * both lists are reordered.
 */
export function weightedQuantile(values: Float64Array, weights: Float64Array, p: number): number {
  let wanted = 0;
  for (let i = 0; i < weights.length; i += 1) wanted += weights[i]!;
  wanted *= p;
  let [from, to] = [0, values.length - 1];
  while (from < to) {
    const pivot = middleOf(values[from]!, values[(from + to) >> 1]!, values[to]!);
    let [i, j] = [from, to];
    while (i <= j) {
      while (values[i]! < pivot) i += 1;
      while (values[j]! > pivot) j -= 1;
      if (i > j) break;
      swap(values, i, j);
      swap(weights, i, j);
      i += 1;
      j -= 1;
    }
    // Now [from, j] <= pivot <= [i, to], and what lies between is the pivot.
    let low = 0;
    for (let k = from; k <= j; k += 1) low += weights[k]!;
    if (low >= wanted) {
      to = j;
      continue;
    }
    let upToPivot = low;
    for (let k = j + 1; k < i; k += 1) upToPivot += weights[k]!;
    if (upToPivot >= wanted) return pivot;
    wanted -= upToPivot;
    from = i;
  }
  return values[Math.min(from, values.length - 1)] ?? 0;
}

const middleOf = (a: number, b: number, c: number): number => Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));

function swap(list: Float64Array, i: number, j: number): void {
  const x = list[i]!;
  list[i] = list[j]!;
  list[j] = x;
}

/** The same of some examples for several shares, which rise. */
export function weightedQuantiles(
  examples: Int32Array,
  values: Float64Array,
  weights: Float64Array,
  shares: readonly number[],
): number[] {
  const order = Int32Array.from(examples).sort((a, b) => values[a]! - values[b]! || a - b);
  let total = 0;
  for (const i of order) total += weights[i]!;
  let [below, at] = [0, 0];
  return shares.map((p) => {
    while (at < order.length - 1 && below + weights[order[at]!]! < p * total) below += weights[order[at++]!]!;
    return values[order[at]!]!;
  });
}
