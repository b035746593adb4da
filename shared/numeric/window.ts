/** How much of period `h`, from 0, lies in the time from `from` to `to`, as a share of the period. */
export const shareOfPeriod = (h: number, from: number, to: number): number =>
  Math.max(0, Math.min(h + 1, to) - Math.max(h, from));

/** Sum over the time from `from` to `to`, in periods from the start of `path`; periods that are in it in part count so. */
export function windowSum(path: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (let h = Math.floor(from); h < to; h += 1) sum += shareOfPeriod(h, from, to) * path[h]!;
  return sum;
}
