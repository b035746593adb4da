/** One way to forget: each step back in time counts this much of the one after it. */
export interface Discounted {
  /** How much this way of forgetting is believed, from how well it foretold the history; all of them sum to 1. */
  readonly weight: number;
  /** Discounted mean after the whole history. */
  readonly mean: number;
  /** Observations it rests on. */
  readonly observations: number;
}

/**
 * Discounted means of a sequence for several discounts, weighted by how well each foretold every value from those
 * before it (Bayesian model averaging by prequential likelihood: Dawid, 1984; Raftery, Karny and Ettler, 2010). All
 * start from `prior`, worth `strength` observations.
 */
export function averageDiscounts(
  values: readonly number[],
  {
    discounts,
    prior,
    strength,
    logLikelihood,
    belief = 1,
  }: {
    readonly discounts: readonly number[];
    readonly prior: number;
    readonly strength: number;
    /** Log-likelihood of a value where `mean` was expected. */
    readonly logLikelihood: (value: number, mean: number) => number;
    /** Power of the likelihood: below 1, the evidence counts less. */
    readonly belief?: number;
  },
): Discounted[] {
  const ways = discounts.map((discount) => {
    let sum = strength * prior;
    let observations = strength;
    let likelihood = 0;
    for (const x of values) {
      likelihood += logLikelihood(x, sum / observations);
      sum = discount * sum + (1 - discount) * strength * prior + x;
      observations = discount * observations + (1 - discount) * strength + 1;
    }
    return { likelihood, mean: sum / observations, observations };
  });
  const best = Math.max(...ways.map((way) => way.likelihood));
  const weights = ways.map((way) => Math.exp(belief * (way.likelihood - best)));
  const total = weights.reduce((a, b) => a + b, 0);
  return ways.map(({ mean, observations }, i) => ({ weight: weights[i]! / total, mean, observations }));
}
