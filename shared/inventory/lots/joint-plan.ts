export interface JointItem {
  /** Cost of adding the item to an order. */
  readonly minorCost: number;
  readonly holdingCost: number;
  readonly demand: number;
}

export interface JointPlan {
  /** Time between two joint orders. */
  readonly cycle: number;
  /** Each item is ordered every so many cycles. */
  readonly multiples: readonly number[];
  /** Ordering and holding, a time unit. */
  readonly cost: number;
}

/** The best cycle for given multiples: T = sqrt(2 (K + sum k/m) / sum h d m). */
export function planOf(multiples: readonly number[], majorCost: number, items: readonly JointItem[]): JointPlan {
  const ordering = items.reduce((sum, { minorCost }, i) => sum + minorCost / multiples[i]!, majorCost);
  const holding = items.reduce((sum, { holdingCost, demand }, i) => sum + holdingCost * demand * multiples[i]!, 0);
  return { cycle: Math.sqrt((2 * ordering) / holding), multiples, cost: Math.sqrt(2 * ordering * holding) };
}

/** Cost of holding a time unit's demand for a time unit: h d. */
export const holdingRate = ({ holdingCost, demand }: JointItem): number => holdingCost * demand;
