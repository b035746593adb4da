import { curveDistribution } from "../../../numeric/curve-distribution.ts";
import { normalQuantile } from "../../../numeric/normal.ts";
import { demandShare } from "../../slow/parts.ts";
import type { SlowDemand, SlowParts } from "../../slow/count-model.ts";
import { inferTotal } from "./infer.ts";
import { countInputs } from "./inputs.ts";
import { DEVIATES, PROBABILITIES, type CountNetwork } from "./network.ts";

/** Share of the network in the quantiles; the count model, which errs in other places, has the rest. */
const NETWORK_SHARE = 0.6;
/** Periods of the total whose mean gives the rate of all periods ahead, as long as most lead times. */
const RATE_PERIODS = 12;
/** Share of periods without demand below which the network, which met few such items, is believed less and less. */
const INTERMITTENT = 0.1;
/** Demands larger or smaller than this are far from all that the network met; the count model stands alone. */
const LARGEST = 1e9;
const SMALLEST = 1e-9;

/** Quantile at p from those at PROBABILITIES: linear in the normal deviate, below the least in p, down to 0. */
function interpolate(quantiles: ArrayLike<number>, p: number): number {
  if (p <= PROBABILITIES[0]) return (quantiles[0]! * p) / PROBABILITIES[0];
  const x = normalQuantile(p);
  let j = 1;
  while (j < DEVIATES.length - 1 && x > DEVIATES[j]!) j++;
  const share = (x - DEVIATES[j - 1]!) / (DEVIATES[j]! - DEVIATES[j - 1]!);
  return quantiles[j - 1]! + share * (quantiles[j]! - quantiles[j - 1]!);
}

/** The function's answers, each worked out once. */
function remembered<T>(answer: (periods: number) => T): (periods: number) => T {
  const known = new Map<number, T>();
  return (periods) => {
    const value = known.get(periods) ?? answer(periods);
    known.set(periods, value);
    return value;
  };
}

/**
 * An intermittent item's demand by a network trained across series: it knows from thousands of other histories how
 * often a long silence is an end, how sizes scatter and rates drift. The quantiles of totals are a mean of the
 * network's and the count model's (Vincent averaging: Ratcliff, 1979, Psychological Bulletin 86); the rate is the
 * network's. Totals over parts of a period beyond the first lie between those of whole periods; over less than one
 * period they are spread as the count model says, which also has the items that sell nearly every period.
 */
export function learnedDemand(network: CountNetwork, values: readonly number[], counts: SlowParts): SlowDemand {
  const { largest, mean } = counts.sizes;
  const trust = Math.min(1, (1 - demandShare(values)) / INTERMITTENT);
  if (largest > LARGEST || mean < SMALLEST || trust === 0) return counts;
  const networkShare = trust * NETWORK_SHARE;
  const count = remembered(counts.total);
  const prepare = countInputs(values, { ...counts, total: count });
  const answer = remembered((periods) => inferTotal(network, prepare(periods)));
  const rate = (trust * answer(RATE_PERIODS).mean) / RATE_PERIODS + (1 - trust) * counts.rate;
  return {
    rate,
    total(periods) {
      if (periods < 1) return { ...count(periods), mean: rate * periods };
      const [below, above] = [answer(Math.floor(periods)), answer(Math.ceil(periods))];
      const part = periods - Math.floor(periods);
      const quantiles = below.quantiles.map((q, j) => (1 - part) * q + part * above.quantiles[j]!);
      const counted = count(periods);
      const curve = (p: number): number =>
        networkShare * interpolate(quantiles, p) + (1 - networkShare) * counted.quantile(p);
      return curveDistribution(rate * periods, curve, counts.inWholeUnits);
    },
  };
}
