import type { Period } from "../../calendar/periods.ts";
import { USUAL_HOLDING_RATE } from "../terms/holding-cost.ts";
import { USUAL_SHORTAGE_RATE } from "../terms/missed-cost.ts";
import { counted, percent } from "../terms/words.ts";
import { FORECAST_REVIEWS } from "./plan-policy.ts";
import { relearnPeriods } from "./relearn.ts";
import type { ReplayShared } from "./replay-item.ts";
import type { Practice, ReplayItem } from "./replay.ts";

/** What is taken for granted of each practice. */
const PRACTICE_ASSUMPTIONS: Readonly<Record<Practice, string>> = {
  "your orders":
    "Where an item's past orders are known, today's practice is what you ordered, as it arrived, from the stock that sales, receipts and today's stock tell.",
  "your levels":
    "Where an item has a reorder point or an order-up-to level of its own, today's practice is to order by it.",
  "usual rule":
    "Where an item has neither past orders nor a reorder point of its own, today's practice is the usual rule: lots of the economic order quantity, safety stock by the normal distribution, forecasts by exponential smoothing.",
};

/** How Lotwise's side is played. */
function lotwiseSide({ settings, period, promoted }: ReplayShared): string[] {
  const every = (periods: number, of: Period | "review"): string => `every ${counted(periods, of)}`;
  return [
    settings.policy === "cost"
      ? "Lotwise decides as the plan does, at least expected cost, with levels as old as its forecast."
      : "Lotwise decides as the plan does, for the service level or fill rate asked for.",
    `It forecasts an item anew ${every(FORECAST_REVIEWS, "review")}, and learns what items share ${every(relearnPeriods(period), period)}.`,
    ...(promoted ? ["Promotions are taken to have been announced before they began."] : []),
  ];
}

/** What the replay takes for granted, each in a sentence. */
export function assumptions(shared: ReplayShared, items: readonly ReplayItem[]): string[] {
  const { settings } = shared;
  const practices = new Set(items.map(({ practice }) => practice));
  const missed =
    settings.shortage_rate === undefined
      ? `A missed sale costs the margin, or ${percent(USUAL_SHORTAGE_RATE)} of the unit cost where no selling price is known.`
      : `A missed sale costs ${percent(settings.shortage_rate)} of the unit cost.`;
  return [
    ...Object.entries(PRACTICE_ASSUMPTIONS).flatMap(([practice, says]) =>
      practices.has(practice as Practice) ? [says] : [],
    ),
    ...lotwiseSide(shared),
    "Lead times and the days between reviews are whole periods, at least one for a review.",
    "Both start with the same stock, know only what was known at the time, and lose the sales they have no stock for.",
    missed,
    ...(settings.order_cost === undefined ? ["No cost of an order is known, so ordering counts as free."] : []),
    ...(settings.holding_rate === undefined
      ? [`Holding costs ${percent(USUAL_HOLDING_RATE)} of the unit cost a year.`]
      : []),
  ];
}
