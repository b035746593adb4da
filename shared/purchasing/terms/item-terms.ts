import { DAYS_IN, type Period } from "../../calendar/periods.ts";
import { own } from "../../define/own.ts";
import { holdingCost } from "./holding-cost.ts";
import type { Item, Settings } from "./plan.ts";

const YEAR_DAYS = 365.25;

/** Lead time and review in whole periods, for what is played period by period; a review takes one at least. */
export function wholePeriods(
  { lead_time_days }: Pick<Item, "lead_time_days">,
  { review_days }: Pick<Settings, "review_days">,
  period: Period,
): { readonly leadTime: number; readonly review: number } {
  const days = DAYS_IN[period];
  return {
    leadTime: Math.round(lead_time_days / days),
    review: Math.max(1, Math.round(review_days / days)),
  };
}

/** Company currency per unit of an item's currency; 1 where none is needed or known. */
export const rateOf = ({ currency = "" }: Pick<Item, "currency">, { rates }: Pick<Settings, "rates">): number =>
  own(rates, currency) ?? 1;

/** What it costs to hold a unit for a period. */
export const periodHolding = (unitCost: number, settings: Settings, period: Period): number =>
  (holdingCost(unitCost, settings) * DAYS_IN[period]) / YEAR_DAYS;
