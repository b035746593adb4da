import type { DemandPrior } from "../../demand/slow/demand-prior.ts";
import { listedPast } from "./listed-past.ts";
import { RateFilter } from "./rate-filter.ts";
import { rateScenarios } from "./rate-scenarios.ts";
import { resampledScenarios } from "./resampled-scenarios.ts";
import type { Scenario } from "./scenario.ts";

/** From this share of periods with demand on, demand has a rate that can be followed. */
const OFTEN = 0.5;
/** Fewer demands tell of no rate. */
const LEAST_DEMANDS = 10;

/**
 * Answers scenarios of what comes after a past (at least one period) that only grows from call to call. Where an item
 * sold in at least half of the periods since its first demand, and often enough to tell, they are drawn from a rate that
 * was followed up to now; slower movers are resampled, for their lumps come from no rate. The same pasts give the same scenarios.
 */
export function scenarioSource(leadTime: number, prior?: DemandPrior): (past: Float64Array) => Scenario[] {
  let filter: RateFilter | undefined;
  let seen = 0;
  return (past) => {
    const first = past.findIndex((x) => x > 0);
    const sold = past.reduce((count, x) => count + (x > 0 ? 1 : 0), 0);
    if (sold < Math.max(LEAST_DEMANDS, OFTEN * (past.length - first)))
      return resampledScenarios(listedPast(past), leadTime, prior);
    if (filter === undefined) {
      filter = new RateFilter(past.subarray(first).reduce((a, b) => a + b, 0) / (past.length - first));
      seen = first;
    }
    for (; seen < past.length; seen += 1) filter.see(past[seen]!);
    return rateScenarios(filter, leadTime, past.every(Number.isInteger));
  };
}
