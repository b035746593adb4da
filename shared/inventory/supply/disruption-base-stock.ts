export interface PeriodicDisruptions {
  /** Known demand a period. */
  readonly demand: number;
  /** Money per unit left over and period. */
  readonly holdingCost: number;
  /** Money per unit owed and period. */
  readonly shortageCost: number;
  /** Probability that a working supplier fails in the next period. */
  readonly disruption: number;
  /** Probability that a failed supplier works again in the next period. */
  readonly recovery: number;
}

/**
 * Base-stock level and cost a period for known demand and a supplier that fails: stock for as many failed periods as
 * pay. Probabilities between 0 and 1, the rest > 0.
 *
 * Snyder & Shen, Fundamentals of Supply Chain Theory (2nd ed.), equation 9.14, lemma 9.2 and equation 9.18.
 */
export function disruptionBaseStock(p: PeriodicDisruptions): { readonly level: number; readonly cost: number } {
  const { demand, holdingCost, shortageCost, disruption, recovery } = p;
  const failed = disruption / (disruption + recovery);
  const allowed = holdingCost / (shortageCost + holdingCost);
  // Smallest n with 1 - F(n) = failed (1 - recovery)^n at most the share of periods that may run short.
  const exact = Math.log(allowed / failed) / Math.log1p(-recovery);
  const n = Math.max(0, Math.ceil(exact - 1e-9 * Math.max(1, Math.abs(exact))));
  const short = (failed * (1 - recovery) ** n) / recovery;
  const left = n - failed / recovery + short;
  return { level: demand * (1 + n), cost: demand * (holdingCost * left + shortageCost * short) };
}
