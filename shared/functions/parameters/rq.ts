import { number } from "../../define/parameters.ts";
import { demandRate, holdingCost, orderCost } from "./money.ts";

/** What the RQ functions share: everything by one time unit, usually a year. */
export const rqParameters = {
  demand_mean: demandRate,
  demand_sd: number({
    doc: "Standard deviation of demand over one time unit; ignored for Poisson.",
    unit: "units",
    min: 0,
  }),
  lead_time: number({ doc: "From order to arrival: 1/12 for a month of a year.", unit: "time units", min: 0 }),
  order_cost: orderCost,
  holding_cost: holdingCost,
};

export const OWING = "Cost of owing a customer one unit for one time unit";

export const backorderPerTime = number({
  doc: `${OWING}.`,
  unit: "money per unit and time unit",
  above: 0,
});
