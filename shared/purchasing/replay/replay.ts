import type { IsoDate } from "../../calendar/dates.ts";
import type { PlanRequest } from "../plan.ts";

/** The plan's own request, and how far back to go. */
export interface ReplayRequest extends PlanRequest {
  /** Past periods to count; a year's where the histories reach that far, unless given. */
  readonly periods?: number | undefined;
}

/** What stocking some items over the replayed periods would have cost, in the company's currency. */
export interface ReplayCosts {
  /** Ordering, holding and missed sales together. */
  readonly total: number;
  readonly ordering: number;
  readonly holding: number;
  readonly shortage: number;
  /** Order lines placed. */
  readonly orders: number;
  /** Units that customers wanted and did not get. */
  readonly units_short: number;
  /** Share of the demand that was met, by value at cost; null where there was none. */
  readonly fill_rate: number | null;
  /** Mean value at cost of the stock at the end of a period. */
  readonly average_stock: number;
}

/** What stands for the buyer's own practice: the levels given with the item, or the rule that most software follows. */
export const PRACTICES = ["your levels", "usual rule"] as const;
export type Practice = (typeof PRACTICES)[number];

export interface ReplayItem {
  readonly sku: string;
  readonly practice: Practice;
  readonly today: ReplayCosts;
  readonly lotwise: ReplayCosts;
  /** Cost under today's practice less cost under Lotwise's; below 0, Lotwise would have cost more. */
  readonly saving: number;
}

export interface ReplayPeriod {
  /** First day of the period. */
  readonly start: IsoDate;
  /** Costs of the period, all items; add them up for a running total. */
  readonly today: ReplayPeriodCosts;
  readonly lotwise: ReplayPeriodCosts;
}

export interface ReplayPeriodCosts {
  readonly cost: number;
  /** Value at cost of the stock at the period's end. */
  readonly stock: number;
}

/** The last periods replayed under today's practice and under Lotwise's policy, both from the same opening stock. */
export interface Replay {
  /** Periods that were counted. */
  readonly periods: number;
  readonly currency: string;
  readonly today: ReplayCosts;
  readonly lotwise: ReplayCosts;
  /** Cost under today's practice less that under Lotwise's, with its 90% interval over samples of the items. */
  readonly saving: { readonly value: number; readonly low: number; readonly high: number };
  readonly by_period: readonly ReplayPeriod[];
  /** Largest saving first. */
  readonly items: readonly ReplayItem[];
  /** Items that could not be replayed, each with the reason. */
  readonly left_out: readonly { readonly sku: string; readonly reason: string }[];
  /** The result in a sentence or two, and what was assumed. */
  readonly message: string;
  readonly assumptions: readonly string[];
}
