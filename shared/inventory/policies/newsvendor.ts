import { leftover, type DemandDistribution } from "../demand/demand-distribution.ts";

export interface MismatchCosts {
  /** Money per unit left over. */
  readonly overage: number;
  /** Money per unit short. */
  readonly underage: number;
}

/** Expected cost of stocking x: c_o E(x - D)+ + c_u E(D - x)+ (Snyder & Shen, 2nd ed., equation 4.6). */
export function mismatchCost(x: number, demand: DemandDistribution, { overage, underage }: MismatchCosts): number {
  return overage * leftover(demand, x) + underage * demand.loss(x);
}

/** The stock of least expected cost: the c_u / (c_u + c_o) quantile (same book, section 4.3, equation 4.27). */
export function bestStock(demand: DemandDistribution, { overage, underage }: MismatchCosts): number {
  return demand.quantile(underage / (underage + overage));
}
