import type { LotCosts } from "../economic-order-quantity.ts";

/**
 * Ordering, holding and backorder cost a time unit of ordering `quantity` (> 0) each time, backorders at their best:
 * K d / Q + h' Q / 2 with h' = h (1 - d / m) p / (h + p).
 *
 * Snyder & Shen, Fundamentals of Supply Chain Theory (2nd ed.), equations 3.5, 3.29 and 3.32.
 */
export function lotCost(quantity: number, costs: LotCosts): number {
  const { demand, orderCost, holdingCost, backorderCost, productionRate } = costs;
  const backorders = backorderCost === undefined ? 1 : backorderCost / (holdingCost + backorderCost);
  const production = productionRate === undefined ? 1 : 1 - demand / productionRate;
  return (orderCost * demand) / quantity + (holdingCost * production * backorders * quantity) / 2;
}
