import { UserError } from "../../define/errors.ts";
import { number } from "../../define/parameters.ts";
import type { MismatchCosts } from "../../inventory/policies/newsvendor.ts";

export { distribution } from "./demand-rate.ts";

// What the NEWSVENDOR functions share.

export const underageCost = number({
  doc: "What one unit too few costs: usually its margin.",
  unit: "money per unit",
  above: 0,
});

export const overageCost = number({
  doc: "What one unit too many costs: its cost less what the leftover brings.",
  unit: "money per unit",
  above: 0,
});

/** Costs so far apart that their ratio is 0 or 1 in floating point have no finite answer. */
export function checkRatio({ underage, overage }: MismatchCosts): void {
  const ratio = underage / (underage + overage);
  if (!(ratio > 0 && ratio < 1))
    throw new UserError("underage_cost: must be nearer to overage_cost: their ratio is too large to compute with");
}

export const seasonMean = number({ doc: "Mean demand of the season.", unit: "units", min: 0 });

export const seasonSd = number({
  doc: "Standard deviation of demand (its forecast error); ignored for Poisson.",
  unit: "units",
  min: 0,
});
