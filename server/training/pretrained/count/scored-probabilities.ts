/** Probabilities whose quantiles are scored. */

export const SCORED_PROBABILITIES = [0.5, 0.8, 0.9, 0.95, 0.99];
