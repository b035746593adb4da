/** What the power approximation takes: one period's demand, and that over lead time and one period more. */
export interface PowerProblem {
  readonly mean: number;
  readonly leadTimeMean: number;
  readonly leadTimeSd: number;
  readonly orderCost: number;
  readonly holdingCost: number;
  readonly shortageCost: number;
}

/**
 * A closed formula for (s, S), fitted to many exact ones. All numbers > 0 but the sd >= 0.
 *
 * Ehrhardt and Mosier, Management Science 30 (1984); Snyder & Shen, Fundamentals of Supply Chain Theory (2nd ed.),
 * equations 4.77 to 4.80.
 */
export function powerSs(p: PowerProblem): { readonly s: number; readonly S: number } {
  const { mean, leadTimeMean, leadTimeSd, holdingCost } = p;
  const varied = (1 + (leadTimeSd / mean) ** 2) ** 0.116;
  const Q = 1.3 * mean ** 0.494 * (p.orderCost / holdingCost) ** 0.506 * varied;
  // With z = sqrt(Q h / (sd p)), sd (0.183 / z + 1.063 - 2.192 z); written so that an sd of 0 gives 0.
  const root = Math.sqrt((Q * holdingCost) / p.shortageCost);
  const safety = (0.183 * leadTimeSd ** 1.5) / root + 1.063 * leadTimeSd - 2.192 * root * Math.sqrt(leadTimeSd);
  const s = 0.973 * leadTimeMean + safety;
  return { s, S: s + Q };
}
