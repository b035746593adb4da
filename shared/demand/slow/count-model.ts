import type { Distribution } from "../../numeric/distribution.ts";
import { pointDistribution } from "../../numeric/normal.ts";
import { compoundTotal } from "./compound.ts";
import { estimateIncidence, type Incidence } from "./incidence.ts";
import { estimateSizes, type SizeDistribution } from "./sizes.ts";

/** An item that sells in few periods, as far as its history tells. */
export interface SlowDemand {
  /** Expected demand a period, the same for all periods ahead. */
  readonly rate: number;
  /**
   * Distribution of the total demand over `periods` (2.5 is allowed): of the sum, never a sum of quantiles. Whole
   * numbers where the history is in whole numbers.
   */
  total(periods: number): Distribution;
}

/** What the count model knows of an item with at least one demand. */
export interface SlowParts extends SlowDemand {
  readonly incidence: Incidence;
  readonly sizes: SizeDistribution;
  readonly inWholeUnits: boolean;
}

/** The count model of a history with at least one demand, by itself. */
export function fitCounts(values: readonly number[]): SlowParts {
  const incidence = estimateIncidence(values);
  const sizes = estimateSizes(values);
  const inWholeUnits = values.every(Number.isInteger);
  return {
    incidence,
    sizes,
    inWholeUnits,
    rate: incidence.probability * sizes.mean,
    total: (periods) => compoundTotal(periods, incidence, sizes, inWholeUnits),
  };
}

const steady = (rate: number): SlowDemand => ({ rate, total: (periods) => pointDistribution(rate * periods) });

/** What may know more of an item than its own history tells: the demand by both. */
export type Improve = (values: readonly number[], counts: SlowParts) => SlowDemand;

/**
 * Fits the count model for intermittent demand to a history without gaps, oldest first, zeros before the first demand
 * included: whether a period has demand (a probability that drifts, and is itself uncertain) and how much (the sizes
 * seen, mixed with a geometric distribution while they are few). What one history cannot tell comes from several
 * thousand (`priors.ts`), and by `improve`. A history without demand forecasts none; one that never changes goes on
 * without doubt.
 */
export function fitCountModel(values: readonly number[], improve: Improve = (_, counts) => counts): SlowDemand {
  const first = values[0] ?? 0;
  if (values.every((x) => x === first) && values.length > 1) return steady(first);
  if (!values.some((x) => x > 0)) return steady(0);
  return improve(values, fitCounts(values));
}
