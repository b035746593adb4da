import type { Forecast } from "../../demand/forecast/forecast.ts";
import { economicOrderQuantity } from "../../inventory/economic-order-quantity.ts";
import { reorderPointForFillRate } from "../../inventory/policies/min-max-fill-rate.ts";
import type { Distribution } from "../../numeric/distribution.ts";
import type { ServiceMeasure, ServiceTarget } from "../terms/service-target.ts";

export interface PolicyInputs {
  readonly forecast: Forecast;
  /** Lead time and review period from now on, in periods of the forecast, or in the unit that `at` takes. */
  readonly leadTime: number;
  readonly reviewPeriod: number;
  /** Position in the forecast's periods of a time from now; the time itself where now is the forecast's start. */
  readonly at?: ((time: number) => number) | undefined;
  readonly target: ServiceTarget;
  /** The lot that makes ordering and holding cost least, where costs are known. */
  readonly economicLot?: number | undefined;
}

/** A reorder point and order-up-to level (s, S) with what they rest on, all in units. */
export interface Policy {
  /** Mean of total demand over lead time and review period. */
  readonly expected: number;
  /** s: the service level's quantile of that total, or the least that reaches the fill rate. */
  readonly reorderPoint: number;
  /** s less the expected demand. */
  readonly safetyStock: number;
  /** S: up to which an order brings the position. */
  readonly orderUpTo: number;
  /** Mean demand over one review period. */
  readonly reviewDemand: number;
}

const itself = (time: number): number => time;

/** The total demand from now until a time. */
const totalUntil = ({ forecast, at = itself }: PolicyInputs, time: number): Distribution =>
  forecast.between(at(0), at(time));

/** s by what is asked for, from the total demand over L + R and the gap between s and S. */
const REORDER_POINT: Readonly<
  Record<ServiceMeasure, (inputs: PolicyInputs, total: Distribution, gap: number) => number>
> = {
  service_level: ({ target }, total) => total.quantile(target.share),
  fill_rate: (inputs, both, gap) =>
    reorderPointForFillRate(inputs.target.share, {
      lead: totalUntil(inputs, inputs.leadTime),
      both,
      review: totalUntil(inputs, inputs.reviewPeriod),
      gap,
    }),
};

/**
 * s is the service-level quantile of the total demand over L + R, or the least s whose (s, S) reaches the fill rate;
 * S = s + max(0, EOQ - d R) where costs are known, else s + d R.
 *
 * Silver, Pyke & Thomas, Inventory and Production Management in Supply Chains (4th ed.), section 6.10 (periodic review)
 * and 7.4 (the lot above s).
 */
export function policyFor(inputs: PolicyInputs): Policy {
  const { forecast, leadTime, reviewPeriod, economicLot, at = itself } = inputs;
  const protection = leadTime + reviewPeriod;
  const total = totalUntil(inputs, protection);
  // What promotions add is needed once, in its time; the lot above s is for usual demand.
  const usual = total.mean - (forecast.promoted?.added(at(0), at(protection)) ?? 0);
  const reviewDemand = protection > 0 ? (usual / protection) * reviewPeriod : 0;
  const above = economicLot === undefined ? reviewDemand : Math.max(0, economicLot - reviewDemand);
  const reorderPoint = protection > 0 ? REORDER_POINT[inputs.target.measure](inputs, total, above) : 0;
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
