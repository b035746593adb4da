export interface LotCosts {
  /** Units per time unit. */
  readonly demand: number;
  readonly orderCost: number;
  /** Money per unit and time unit, more than 0. */
  readonly holdingCost: number;
  /** Money per unit and time unit that a customer waits. */
  readonly backorderCost?: number | undefined;
  /** Units per time unit, more than `demand`. */
  readonly productionRate?: number | undefined;
}

/**
 * The lot that makes ordering, holding and backorder cost a time unit least, in units.
 *
 * Snyder & Shen, Fundamentals of Supply Chain Theory (2nd ed.), equations 3.4 (EOQ), 3.27 (backorders) and 3.31
 * (production rate).
 */
export function economicOrderQuantity(costs: LotCosts): number {
  const { demand, orderCost, holdingCost, backorderCost, productionRate } = costs;
  const basic = Math.sqrt((2 * orderCost * demand) / holdingCost);
  const backorders = backorderCost === undefined ? 1 : Math.sqrt((holdingCost + backorderCost) / backorderCost);
  const production = productionRate === undefined ? 1 : Math.sqrt(1 / (1 - demand / productionRate));
  return basic * backorders * production;
}
