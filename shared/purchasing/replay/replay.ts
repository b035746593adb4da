/** What a replay asks for and says; the meaning of every field is in the schemas. */
export type { ReplayRequest } from "../terms/request-schema.ts";
export type { LeftOut, Replay, ReplayCosts, ReplayItem, ReplayPeriod, ReplayPeriodCosts } from "./replay-schema.ts";

/**
 * What stands for the buyer's own practice: the orders that were placed, the levels given with the item, or the rule that
 * most software follows.
 */
export const PRACTICES = ["your orders", "your levels", "usual rule"] as const;
export type Practice = (typeof PRACTICES)[number];
