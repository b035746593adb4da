import type { LinearProgram } from "./problem.ts";

/**
 * The lower bound that shadow prices prove by weak duality, with reduced costs d = c - A'y: the sum over rows of y
 * times its binding bound plus the sum over variables of d times theirs. Bertsimas and Tsitsiklis, Introduction to
 * Linear Optimization (1997), theorem 4.3, with bounds on both sides.
 */
export function dualBound(
  { variables, rows }: LinearProgram,
  values: readonly number[],
  duals: readonly number[],
): number {
  const reduced = variables.map((variable) => variable.cost);
  const size = reduced.map(Math.abs);
  let bound = 0;
  rows.forEach(({ terms, lower, upper }, i) => {
    const y = duals[i]!;
    let activity = 0;
    for (const [j, a] of terms) {
      reduced[j]! -= a * y;
      size[j] = Math.max(size[j]!, Math.abs(a * y));
      activity += a * values[j]!;
    }
    bound += support(y, lower, upper, activity, OPTIMALITY_TOLERANCE);
  });
  variables.forEach(({ lower, upper }, j) => {
    bound += support(reduced[j]!, lower, upper, values[j]!, OPTIMALITY_TOLERANCE * Math.max(1, size[j]!));
  });
  return bound;
}
/** The bound of a multiplier: at the lower limit where it is positive, at the upper where it is negative. */
function support(multiplier: number, lower: number, upper: number, x: number, negligible: number): number {
  if (multiplier === 0) return 0;
  const limit = multiplier > 0 ? lower : upper;
  if (Number.isFinite(limit)) return multiplier * limit;
  // A multiplier that only rounding made non-zero has no bound to lean on: it is charged at the value itself.
  return Math.abs(multiplier) <= negligible ? multiplier * x : -Infinity;
}
/** How far an objective may lie above its proven lower bound, relative to the sizes at hand. */
export const OPTIMALITY_TOLERANCE = 1e-6;
