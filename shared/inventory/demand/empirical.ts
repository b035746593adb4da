import type { DemandDistribution } from "./demand-distribution.ts";

/** Demand that takes each of these values (at least one) equally often. */
export function empiricalDemand(values: readonly number[]): DemandDistribution {
  return discreteDemand(values, new Array<number>(values.length).fill(1));
}

/** Demand that takes these values with these weights, which are not negative and not all 0. */
export function discreteDemand(values: readonly number[], weights: readonly number[]): DemandDistribution {
  const total = weights.reduce((a, b) => a + b, 0);
  const points = values.map((value, i) => ({ value, share: weights[i]! / total })).sort((a, b) => a.value - b.value);
  const expected = (f: (value: number) => number): number => points.reduce((sum, p) => sum + p.share * f(p.value), 0);
  const mean = expected((x) => x);
  return {
    mean,
    sd: Math.sqrt(expected((x) => (x - mean) ** 2)),
    cdf: (x) =>
      Math.min(
        1,
        expected((value) => (value <= x ? 1 : 0)),
      ),
    quantile(p) {
      let below = 0;
      // Shares that should add up to p may miss it by their last bits.
      for (const { value, share } of points) if ((below += share) >= p * (1 - 1e-12)) return value;
      return points.at(-1)!.value;
    },
    loss: (x) => expected((value) => Math.max(0, value - x)),
  };
}
