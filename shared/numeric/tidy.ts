/** A sum or product of decimals without the last bits that binary fractions leave: 0.3, not 0.30000000000000004. */
export const tidy = (x: number): number => (Number.isInteger(x) || !Number.isFinite(x) ? x : Number(x.toPrecision(15)));

/**
 * A sum of decimals without the bits that binary fractions leave, also where its terms cancel: 0.3 - 0.1 - 0.2 is 0. Digits
 * beyond the fifteenth of the largest term, or of the sum, are noise.
 */
export function tidySum(terms: readonly number[]): number {
  const [sum, largest] = terms.reduce(([total, most], x) => [total + x, Math.max(most, Math.abs(x))] as const, [0, 0]);
  const places = 14 - Math.floor(Math.log10(Math.max(largest, Math.abs(sum))));
  return Number.isInteger(sum) || !(places >= 0 && places <= 100) ? sum : Number(sum.toFixed(places)) + 0;
}
