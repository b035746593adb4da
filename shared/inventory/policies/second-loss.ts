import { normalCdf, normalPdf } from "../../numeric/normal.ts";

/**
 * The standard normal second-order loss function: the integral of the loss function from z up, 0.5 E((Z - z)+)².
 *
 * Snyder & Shen (2nd ed.), appendix C.3.1.
 */
export function normalSecondLoss(z: number): number {
  return Math.max(0, ((z * z + 1) * normalCdf(-z) - z * normalPdf(z)) / 2);
}
