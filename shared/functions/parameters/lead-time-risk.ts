import { number, withDefault, type ArgumentsOf } from "../../define/parameters.ts";
import type { LeadTimeRisk } from "../../inventory/reorder-point.ts";

/** The probability of no stock-out in a replenishment cycle, as every function takes it. */
export const serviceLevel = withDefault(
  number({ doc: "Probability of no stock-out in a replenishment cycle.", unit: "share", min: 0.5, below: 1 }),
  0.95,
);

/** The arguments ROP and SAFETY_STOCK share. */
export const leadTimeRiskParameters = {
  demand_mean: number({ doc: "Mean demand per period.", unit: "units per period", min: 0 }),
  demand_sd: number({
    doc: "Standard deviation of the one-period forecast error (not of demand around its mean, unless the forecast is constant).",
    unit: "units",
    min: 0,
  }),
  lead_time: number({ doc: "From order to arrival.", unit: "periods", min: 0 }),
  lead_time_sd: withDefault(number({ doc: "Standard deviation of the lead time.", unit: "periods", min: 0 }), 0),
  service_level: serviceLevel,
  review_period: withDefault(
    number({ doc: "Time between two looks at the stock; 0 for continuous review.", unit: "periods", min: 0 }),
    0,
  ),
};

export function leadTimeRisk(args: ArgumentsOf<typeof leadTimeRiskParameters>): LeadTimeRisk {
  return {
    mean: args.demand_mean,
    sd: args.demand_sd,
    leadTime: args.lead_time,
    leadTimeSd: args.lead_time_sd,
    serviceLevel: args.service_level,
    reviewPeriod: args.review_period,
  };
}
