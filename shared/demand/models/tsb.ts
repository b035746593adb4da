/** Demand rate of a slow mover, per period. */
export interface DemandRate {
  /** Expected demand a period. */
  readonly rate: number;
  /** Probability that a period has demand. */
  readonly probability: number;
}

/**
 * Teunter, Syntetos and Babai (2011): smooths the probability of demand every period and its size at each demand, so
 * that the forecast of an item that stops selling falls to zero. Starts from the mean of the whole history.
 */
export function smoothTsb(values: readonly number[], alphaProbability: number, alphaSize: number): DemandRate {
  const demands = values.filter((x) => x > 0);
  if (demands.length === 0) return { rate: 0, probability: 0 };
  let probability = demands.length / values.length;
  let size = demands.reduce((a, b) => a + b, 0) / demands.length;
  for (const x of values) {
    probability += alphaProbability * ((x > 0 ? 1 : 0) - probability);
    if (x > 0) size += alphaSize * (x - size);
  }
  return { rate: probability * size, probability };
}
