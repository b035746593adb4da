/** Positive demands of a history, in order. */
export function demandSizes(values: readonly number[]): number[] {
  return values.filter((x) => x > 0);
}

/** Periods from each demand back to the one before it, the first counted from the start of the history. */
export function demandIntervals(values: readonly number[]): number[] {
  const intervals: number[] = [];
  let since = 0;
  for (const x of values) {
    since += 1;
    if (x > 0) {
      intervals.push(since);
      since = 0;
    }
  }
  return intervals;
}

/** Demands a period. */
export function demandShare(values: readonly number[]): number {
  return values.length === 0 ? 0 : demandSizes(values).length / values.length;
}

/** Mean, 0 of nothing. */
export function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;
}

/** Level before each value and, last, after all of them, smoothed from `start` (the first value unless given). */
export function smoothed(values: readonly number[], alpha: number, start = values[0] ?? 0): number[] {
  const levels = [start];
  let level = start;
  for (const x of values) {
    level += alpha * (x - level);
    levels.push(level);
  }
  return levels;
}

/** Sums of consecutive blocks of `length` periods that end with the last one; what is left over at the start is dropped. */
export function blockSums(values: readonly number[], length: number): number[] {
  const sums: number[] = [];
  for (let end = values.length % length; end + length <= values.length; end += length) {
    let sum = 0;
    for (let t = end; t < end + length; t += 1) sum += values[t]!;
    sums.push(sum);
  }
  return sums;
}
