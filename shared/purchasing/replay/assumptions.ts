import { USUAL_HOLDING_RATE } from "../terms/holding-cost.ts";
import { USUAL_SHORTAGE_RATE } from "../terms/missed-cost.ts";
import { percent } from "../terms/words.ts";
import type { PlanContext } from "../facts/item-facts.ts";
import type { ReplayItem } from "./replay.ts";

/** What the replay takes for granted, each in a sentence. */
export function assumptions({ settings }: PlanContext, items: readonly ReplayItem[]): string[] {
  const usual = items.some(({ practice }) => practice === "usual rule");
  const missed =
    settings.shortage_rate === undefined
      ? `A missed sale costs the margin, or ${percent(USUAL_SHORTAGE_RATE)} of the unit cost where no selling price is known.`
      : `A missed sale costs ${percent(settings.shortage_rate)} of the unit cost.`;
  return [
    ...(usual
      ? [
          "Where an item has no reorder point of its own, today's practice is the usual rule: lots of the economic order quantity, safety stock by the normal distribution, forecasts by exponential smoothing.",
        ]
      : []),
    settings.policy === "cost"
      ? "Lotwise orders at least expected cost."
      : "Lotwise orders for the service level or fill rate asked for.",
    "Both start with the same stock, know only what was known at the time, and lose the sales they have no stock for.",
    missed,
    ...(settings.order_cost === undefined ? ["No cost of an order is known, so ordering counts as free."] : []),
    ...(settings.holding_rate === undefined
      ? [`Holding costs ${percent(USUAL_HOLDING_RATE)} of the unit cost a year.`]
      : []),
  ];
}
