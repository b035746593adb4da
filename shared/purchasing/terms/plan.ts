/** What a plan asks for; the meaning of every field is in the schemas. */
export type { Item, OpenOrder, Receipt } from "./item-schema.ts";
export type { PlanRequest, Promotion, Settings, Supplier } from "./request-schema.ts";

/** What levels are set by. */
export const PLAN_POLICIES = ["service", "cost", "optimal"] as const;
export type PlanPolicy = (typeof PLAN_POLICIES)[number];

/** Probability that a period's demand falls between `forecast_low` and `forecast_high`. */
export const FORECAST_LEVEL = 0.9;
