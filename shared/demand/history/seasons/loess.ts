/** A neighbourhood of local regression. */
export interface LoessWindow {
  /** How many neighbours count. */
  readonly length: number;
  /** 0 for a local mean, 1 for a local line. */
  readonly degree: 0 | 1;
}

/**
 * Local regression at x over values[left..right], with tricube weights (Cleveland, Cleveland, McRae and Terpenning, 1990,
 * section 2; the arithmetic of their Fortran routine `est`). NaN where no neighbour has weight.
 */
export function loessAt(
  values: ArrayLike<number>,
  x: number,
  left: number,
  right: number,
  { length, degree }: LoessWindow,
): number {
  const n = values.length;
  const reach = Math.max(x - left, right - x) + (length > n ? Math.floor((length - n) / 2) : 0);
  // Weighted sums of 1, d, d², y and d y, with d the distance from x.
  let [ones, distances, squares, heights, products] = [0, 0, 0, 0, 0];
  for (let j = left; j <= right; j += 1) {
    const distance = Math.abs(j - x);
    if (distance > 0.999 * reach) continue;
    const share = distance / reach;
    const cube = 1 - share * share * share;
    const weight = distance <= 0.001 * reach ? 1 : cube * cube * cube;
    const moment = weight * (j - x);
    ones += weight;
    distances += moment;
    squares += moment * (j - x);
    heights += weight * values[j]!;
    products += moment * values[j]!;
  }
  if (!(ones > 0)) return NaN;
  const centre = distances / ones;
  const variance = squares / ones - centre * centre;
  const tilted = degree === 1 && Math.sqrt(Math.max(0, variance)) > 0.001 * (n - 1);
  return heights / ones - (tilted ? (centre / variance) * (products / ones - (centre * heights) / ones) : 0);
}

/** Local regression at every place, or at every `jump`-th and on straight lines between them. */
export function loess(values: ArrayLike<number>, window: LoessWindow, jump = 1): Float64Array {
  const n = values.length;
  const smooth = new Float64Array(n);
  if (n < 2) return Float64Array.from(values);
  const width = Math.min(window.length, n);
  const half = Math.floor((window.length + 1) / 2) - 1;
  const at = (i: number): number => {
    const left = width === n ? 0 : Math.min(Math.max(0, i - half), n - width);
    const value = loessAt(values, i, left, left + width - 1, window);
    return Number.isNaN(value) ? values[i]! : value;
  };
  let before = 0;
  smooth[0] = at(0);
  for (let i = 0; i < n - 1;) {
    const next = Math.min(i + jump, n - 1);
    smooth[next] = at(next);
    for (let k = before + 1; k < next; k += 1)
      smooth[k] = smooth[before]! + ((smooth[next]! - smooth[before]!) * (k - before)) / (next - before);
    before = next;
    i = next;
  }
  return smooth;
}
