/** How often items of one kind sell, learned from all of them: a beta distribution of the share of periods with demand. */
export interface DemandPrior {
  readonly share: number;
  /** Periods that it is worth beside an item's own. */
  readonly strength: number;
}

/** Fewer items say nothing of a kind. */
const LEAST_ITEMS = 20;
/** Items that differ by no more than chance are told apart by their own demand all the same, in the long run. */
const MOST_STRENGTH = 200;

/** Demands that count: an item is looked at because it sold, so one of them says nothing of how often. */
export const tellingDemands = (past: ArrayLike<number>): number => {
  let demands = 0;
  for (let t = 0; t < past.length; t += 1) if (past[t]! > 0) demands += 1;
  return Math.max(0, demands - 1);
};

/**
 * Estimates the prior by moments from the items' pasts: what the shares vary beyond binomial chance (Carlin and Louis,
 * Bayesian Methods for Data Analysis, 5.2). Undefined with few items, or none that sold.
 */
export function demandPrior(pasts: readonly ArrayLike<number>[]): DemandPrior | undefined {
  const items = pasts.filter((past) => tellingDemands(past) > 0);
  if (items.length < LEAST_ITEMS) return undefined;
  const shares = items.map((past) => tellingDemands(past) / past.length);
  const share = shares.reduce((a, b) => a + b, 0) / items.length;
  const variance = shares.reduce((a, x) => a + (x - share) ** 2, 0) / items.length;
  const chance = items.reduce((a, past) => a + (share * (1 - share)) / past.length, 0) / items.length;
  const beyond = variance - chance;
  const strength = beyond > 0 ? Math.max(0, (share * (1 - share)) / beyond - 1) : MOST_STRENGTH;
  return { share, strength: Math.min(MOST_STRENGTH, strength) };
}

/** The share of periods with demand to expect of an item: its own and the prior's, by what they are worth. */
export function expectedShare(past: ArrayLike<number>, prior: DemandPrior | undefined): number {
  const { share, strength } = prior ?? { share: 0, strength: 0 };
  return (tellingDemands(past) + strength * share) / (past.length + strength);
}
