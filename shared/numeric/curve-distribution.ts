import type { Distribution } from "./distribution.ts";

/** Midpoints of as many equal shares of probability give the standard deviation. */
const SHARES = 64;
/** Halvings that find a probability to 1 in 10^9. */
const HALVINGS = 30;

/** The distribution with this mean whose quantiles are those of a rising curve, rounded where units are whole. */
export function curveDistribution(mean: number, curve: (p: number) => number, inWholeUnits: boolean): Distribution {
  const cdf = (x: number): number => {
    if (x < 0) return 0;
    const limit = inWholeUnits ? Math.floor(x) + 0.5 : x;
    let [low, high] = [0, 1];
    for (let i = 0; i < HALVINGS; i++) {
      const middle = (low + high) / 2;
      if (curve(middle) < limit) low = middle;
      else high = middle;
    }
    return low;
  };
  return {
    kind: "compound",
    mean,
    ...(inWholeUnits && { step: 1 }),
    get sd() {
      let squares = 0;
      for (let i = 0; i < SHARES; i++) squares += (curve((i + 0.5) / SHARES) - mean) ** 2;
      return Math.sqrt(squares / SHARES);
    },
    cdf,
    quantile: (p) => (inWholeUnits ? Math.round(curve(p)) : curve(p)),
  };
}
