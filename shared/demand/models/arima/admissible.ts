import type { ArimaOrder } from "./order.ts";

/** Roots nearer to the unit circle than this belong to another order (R's `auto.arima` refuses them too). */
const NEAREST_ROOT = 1.01;
const LARGEST_SEASONAL = 0.98;

/** Whether all roots of 1 - c1 B - c2 B² lie outside the circle of this radius. */
function rootsOutside([c1 = 0, c2 = 0]: readonly number[], radius: number): boolean {
  const [a, b] = [c1 * radius, c2 * radius * radius];
  return Math.abs(b) < 1 && a + b < 1 && b - a < 1;
}

/**
 * Whether a fit is stationary and invertible with room to spare. The engine's likelihood is wrong outside that region
 * and its optimiser may end there. At most two ordinary and one seasonal lag of each kind.
 */
export function isAdmissible({ p, q }: ArimaOrder, coefficients: readonly number[]): boolean {
  return (
    rootsOutside(coefficients.slice(0, p), NEAREST_ROOT) &&
    rootsOutside(coefficients.slice(p, p + q), NEAREST_ROOT) &&
    coefficients.slice(p + q).every((c) => Math.abs(c) < LARGEST_SEASONAL)
  );
}
