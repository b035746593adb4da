import { mix, randomFrom } from "../../numeric/random.ts";
import { MOTION, type RateFilter } from "./rate-filter.ts";
import { SCENARIOS, type Scenario } from "./scenario.ts";

/** Periods beyond the lead time. */
const PERIODS = 60;

/**
 * Courses of demand from what a filter holds true: rates from low to high in equal shares, each walking, jumping and
 * pausing as the filter believes. Whole demand is Poisson around a gamma level, other demand that level.
 */
export function rateScenarios(filter: RateFilter, leadTime: number, whole: boolean): Scenario[] {
  const periods = PERIODS + leadTime;
  return Array.from({ length: SCENARIOS }, (_, k) => {
    const random = randomFrom(mix(3, k));
    const start = filter.state((k + 0.5) / SCENARIOS, random.uniform());
    let { rate, sells } = start;
    const times: number[] = [];
    const sizes: number[] = [];
    const drift: number[] = [];
    for (let t = 0; t < periods; t += 1) {
      if (random.chance(sells ? MOTION.stop : MOTION.return)) sells = !sells;
      if (!sells) continue;
      if (start.walk > 0) rate *= Math.exp(start.walk * random.normal() - start.walk ** 2 / 2);
      if (random.chance(MOTION.jump)) rate = filter.jumped(random.uniform());
      const level = rate * random.gamma(start.shape);
      const demand = whole ? random.poisson(level) : level;
      if (!(demand > 0)) continue;
      times.push(t);
      sizes.push(demand);
      drift.push(rate / start.rate);
    }
    return {
      times: Int32Array.from(times),
      sizes: Float64Array.from(sizes),
      drift: Float64Array.from(drift),
      periods,
    };
  });
}
