/** Sums below this keep every whole number exact, with room for the additions of a shortest path. */
const EXACT = 2 ** 50;

/** How far, relatively, a number may be from a decimal one to be taken for it: the dust of a worksheet's arithmetic. */
const DUST = 4e-15;

/** The most decimals looked for. With the dust, a third is never taken for thirteen threes. */
const MOST_DECIMALS = 12;

/**
 * The factor that turns numbers into whole ones: a power of ten where all are decimal numbers (0.225 becomes 225), else
 * the largest power of two that keeps their sum exact, which rounds at 1e-15 of the sum. Arithmetic on the whole
 * numbers is exact, so ties are ties and an algorithm on them ends.
 */
export function wholeFactor(numbers: readonly number[]): number {
  const sum = numbers.reduce((total, x) => total + Math.abs(x), 0);
  if (sum === 0) return 1;
  for (let factor = 1; factor <= 10 ** MOST_DECIMALS && sum * factor < EXACT; factor *= 10) {
    if (numbers.every((x) => Math.abs(x * factor - Math.round(x * factor)) <= DUST * Math.abs(x * factor)))
      return factor;
  }
  return 2 ** Math.max(-1022, Math.min(1023, Math.floor(Math.log2(EXACT) - Math.log2(sum))));
}

/** The whole numbers that `factor` makes of numbers. */
export function toWhole(numbers: readonly number[], factor: number): number[] {
  return numbers.map((x) => Math.round(x * factor));
}
