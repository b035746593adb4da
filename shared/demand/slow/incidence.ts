import { averageDiscounts } from "./averaged-discounts.ts";
import { INCIDENCE } from "./priors.ts";

/** How often there will be demand: the share of periods, itself known only as a beta distribution. */
export interface Incidence {
  /** Probability that a period ahead has demand. */
  readonly probability: number;
  /** Sum of the beta distribution's two parameters: the larger, the surer. */
  readonly concentration: number;
}

const DISCOUNTS = [0.75, 0.88, 0.94, 0.97, 0.99, 1];
/** Observations that the whole history's share is worth at the start. */
const STRENGTH = 2;
const SURE = 1e-4;

const within = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x));
const logit = (p: number): number => Math.log(p / (1 - p));

/**
 * How often a history with at least one demand will have demand again: between the discounted share (which falls when
 * demand stops) and the share since the first demand, both on the logit scale, less after a long silence.
 */
export function estimateIncidence(values: readonly number[]): Incidence {
  const busy = values.map((x) => (x > 0 ? 1 : 0));
  const demands = busy.reduce<number>((a, b) => a + b, 0);
  const ways = averageDiscounts(busy, {
    discounts: DISCOUNTS,
    prior: (demands + 0.5) / (values.length + 1),
    strength: STRENGTH,
    logLikelihood: (x, mean) => Math.log(within(x > 0 ? mean : 1 - mean, SURE, 1 - SURE)),
  });
  const recent = logit(
    within(
      ways.reduce((a, way) => a + way.weight * way.mean, 0),
      SURE,
      1 - SURE,
    ),
  );
  const observations = ways.reduce((a, way) => a + way.weight * way.observations, 0);
  const listed = logit(within((demands - 0.5) / (values.length - busy.indexOf(1)), 1e-3, 1 - 1e-3));
  const silence = Math.log1p(((values.length - 1 - busy.lastIndexOf(1)) * demands) / values.length);
  const c = INCIDENCE;
  const score = c.constant + c.recent * recent + c.listed * listed + c.silence * silence ** 2;
  const sureness =
    c.sure +
    c.sureListed * listed +
    c.sureDemands * Math.log(demands) +
    c.sureSilence * silence +
    c.sureObservations * Math.log(observations);
  return { probability: 1 / (1 + Math.exp(-score)), concentration: Math.exp(within(sureness, -3, 8)) };
}
