import type { DemandForecast } from "../demand/forecast.ts";
import { economicOrderQuantity } from "../inventory/economic-order-quantity.ts";

export interface PolicyInputs {
  readonly forecast: DemandForecast;
  /** Lead time and review period, in periods of the forecast. */
  readonly leadTime: number;
  readonly reviewPeriod: number;
  readonly serviceLevel: number;
  /** The lot that makes ordering and holding cost least, where costs are known. */
  readonly economicLot?: number | undefined;
}

/** A reorder point and order-up-to level (s, S) with what they rest on, all in units. */
export interface Policy {
  /** Mean of total demand over lead time and review period. */
  readonly expected: number;
  /** s: the service level's quantile of that total. */
  readonly reorderPoint: number;
  /** s less the expected demand. */
  readonly safetyStock: number;
  /** S: up to which an order brings the position. */
  readonly orderUpTo: number;
  /** Mean demand over one review period. */
  readonly reviewDemand: number;
}

/**
 * s is the service-level quantile of the total demand over L + R; S = s + max(0, EOQ - d R) where costs are known,
 * else s + d R.
 *
 * Silver, Pyke & Thomas, Inventory and Production Management in Supply Chains (4th ed.), section 6.10 (periodic review)
 * and 7.4 (the lot above s).
 */
export function policyFor({ forecast, leadTime, reviewPeriod, serviceLevel, economicLot }: PolicyInputs): Policy {
  const protection = leadTime + reviewPeriod;
  const total = forecast.total(protection);
  const perPeriod = protection > 0 ? total.mean / protection : forecast.mean(1)[0]!;
  const reviewDemand = perPeriod * reviewPeriod;
  const reorderPoint = protection > 0 ? total.quantile(serviceLevel) : 0;
  const above = economicLot === undefined ? reviewDemand : Math.max(0, economicLot - reviewDemand);
  return {
    expected: total.mean,
    reorderPoint,
    safetyStock: reorderPoint - total.mean,
    orderUpTo: reorderPoint + above,
    reviewDemand,
  };
}

/** The economic lot for a year's forecast; undefined where a cost is not known or nothing is held for money. */
export function economicLot(costs: {
  readonly yearlyDemand: number;
  readonly orderCost?: number | undefined;
  readonly holdingRate?: number | undefined;
  readonly unitCost?: number | undefined;
}): number | undefined {
  const { yearlyDemand, orderCost, holdingRate, unitCost } = costs;
  if (orderCost === undefined || !holdingRate || !unitCost) return undefined;
  return economicOrderQuantity({ demand: yearlyDemand, orderCost, holdingCost: holdingRate * unitCost });
}

/** Units short of S where the position has fallen to s or below, else 0. */
export function shortfall(position: number, { reorderPoint, orderUpTo }: Policy): number {
  return position <= reorderPoint && position < orderUpTo ? orderUpTo - position : 0;
}
