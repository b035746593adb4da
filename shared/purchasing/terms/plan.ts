/** What a plan asks for and says; the meaning of every field is in the schemas. */
export type { Item, OpenOrder } from "./item-schema.ts";
export type { PlanRequest, Promotion, Settings, Supplier } from "./request-schema.ts";
export type { Binding, JointPlan, Plan, PlanException, PlanLine, PlanSummary, SupplierTotal } from "./plan-schema.ts";

/** What levels are set by. */
export const PLAN_POLICIES = ["service", "cost", "optimal"] as const;
export type PlanPolicy = (typeof PLAN_POLICIES)[number];

/** Probability that a period's demand falls between `forecast_low` and `forecast_high`. */
export const FORECAST_LEVEL = 0.9;

export const EXCEPTION_CODES = [
  "stock-out",
  "late-order",
  "expedite",
  "postpone",
  "cancel",
  "overstock",
  "over-maximum",
  "large-lot",
  "own-quantity",
  "below-minimum",
  "status",
  "data",
] as const;
export type ExceptionCode = (typeof EXCEPTION_CODES)[number];
