import { mix, randomFrom } from "../../numeric/random.ts";

/**
 * Courses of demand drawn from a history (at least one period) in blocks, the stationary bootstrap of Politis and Romano
 * (J. American Statistical Association 89, 1994) with blocks of the cube root of its length on average. Path k is the
 * same for every policy: common random numbers.
 */
export function resampledPaths(
  history: readonly number[],
  { paths, periods, seed }: { readonly paths: number; readonly periods: number; readonly seed: number },
): number[][] {
  const n = history.length;
  const change = 1 / Math.max(1, Math.round(Math.cbrt(n)));
  return Array.from({ length: paths }, (_, k) => {
    const random = randomFrom(mix(seed, k));
    let at = 0;
    return Array.from({ length: periods }, (__, t) => {
      at = t === 0 || random.chance(change) ? random.integer(0, n - 1) : (at + 1) % n;
      return history[at]!;
    });
  });
}
