import type { Comparison, OptimumCheck } from "./learned-policy.ts";

/** The learned rule may cost this much of the optimum where that is known. */
export const NEAR_OPTIMUM = 1.01;

/**
 * Whether what was learned may be used: within 1% of the optimum wherever that is known, no dearer than the plain classic
 * and, where the optimum is not known at the item's own lead time, surely cheaper.
 */
export function provesItself(
  leadTime: number,
  checks: readonly OptimumCheck[],
  { ratio, upper }: Pick<Comparison, "ratio" | "upper">,
): boolean {
  const known = checks.some((check) => check.leadTime === leadTime);
  return checks.every((check) => check.ratio <= NEAR_OPTIMUM) && (known ? ratio <= 1 : upper < 1);
}
