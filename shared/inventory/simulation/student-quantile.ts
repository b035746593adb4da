import { regularisedBeta } from "../../numeric/beta-function.ts";

/** Student's t with this many degrees of freedom: its quantile at 1/2 <= p < 1, by bisection. */
export function studentQuantile(p: number, freedom: number): number {
  const below = (t: number): number => 1 - regularisedBeta(freedom / (freedom + t * t), freedom / 2, 0.5) / 2;
  let [low, high] = [0, 1];
  while (below(high) < p) high *= 2;
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (below(middle) < p) low = middle;
    else high = middle;
  }
  return high;
}
