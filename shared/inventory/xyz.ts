export type XyzClass = "X" | "Y" | "Z";

/**
 * Classes by how regular demand is, from the coefficient of variation sd / mean of its periods (NaN where missing): X
 * up to `xLimit`, Y up to `yLimit`, else Z. An item without demand is a Z.
 *
 * Scholz-Reiter et al., Integration of demand forecasts in ABC-XYZ analysis, International Journal of Productivity and
 * Performance Management 61 (2012).
 */
export function xyzClass(demand: readonly number[], xLimit: number, yLimit: number): XyzClass {
  const variation = coefficientOfVariation(demand);
  if (variation <= xLimit) return "X";
  return variation <= yLimit ? "Y" : "Z";
}

/** Sample standard deviation over mean; Infinity where there is no demand. */
function coefficientOfVariation(demand: readonly number[]): number {
  const known = demand.filter((x) => !Number.isNaN(x));
  const mean = known.reduce((a, b) => a + b, 0) / known.length;
  if (!(mean > 0)) return Infinity;
  const squares = known.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return Math.sqrt(squares / Math.max(1, known.length - 1)) / mean;
}
