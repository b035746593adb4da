import { DAYS_IN } from "../../calendar/periods.ts";
import { own } from "../../define/own.ts";
import { fillGaps } from "../../demand/history/gaps.ts";
import type { StockCase } from "../../inventory/simulation/simulate.ts";
import { isClosed } from "../../words/item-status.ts";
import { holdingCost } from "../terms/holding-cost.ts";
import { missedCost } from "../terms/missed-cost.ts";
import type { Item } from "../terms/plan.ts";
import { counted as countedWords } from "../terms/words.ts";
import { LEAST_KNOWN } from "./counted-periods.ts";
import type { ReplayShared, ReplayTask } from "./replay-item.ts";

/** Periods that settle before any count, as a share of those counted, where the history is long enough. */
const SETTLING = 0.25;

/** An item ready to be played: the same for every policy. */
export interface ItemCase extends StockCase {
  readonly past: readonly number[];
  readonly demand: readonly number[];
  readonly warmUp: number;
  /** Periods between two reviews, a whole number. */
  readonly review: number;
  /** Cost of a unit, in the company's currency. */
  readonly unitCost: number;
}

/** What is known, settles and counts of an item's history, or why it can't be replayed. */
export function itemCase(
  item: Item,
  history: ReplayTask["history"],
  { settings, period, periods: counted }: ReplayShared,
): ItemCase | string {
  if (isClosed(item.status)) return "is not ordered any more";
  if (!item.cost) return "has no cost";
  const values = fillGaps(
    history.map((x) => x ?? NaN),
    1,
  ).map((x) => Math.max(0, x));
  const days = DAYS_IN[period];
  const leadTime = Math.round(item.lead_time_days / days);
  const review = Math.max(1, Math.round(settings.review_days / days));
  const least = leadTime + review;
  const spare = values.length - counted - LEAST_KNOWN;
  if (spare < least)
    return `has only ${countedWords(values.length, period)} of history: ${LEAST_KNOWN + least + counted} are needed`;
  const warmUp = Math.max(least, Math.min(spare, Math.ceil(SETTLING * counted)));
  const known = values.length - counted - warmUp;
  const past = values.slice(0, known);
  if (!past.some((x) => x > 0)) return "sold nothing before the time replayed";
  const unitCost = item.cost * (own(settings.rates, item.currency ?? "") ?? 1);
  const mean = past.reduce((a, b) => a + b, 0) / known;
  return {
    past,
    demand: values.slice(known),
    leadTime,
    review,
    warmUp,
    unitCost,
    costs: {
      ordering: settings.order_cost ?? 0,
      holding: (holdingCost(unitCost, settings) * days) / 365.25,
      shortage: missedCost(item, unitCost, settings),
    },
    opening: Math.ceil(mean * (leadTime + review)),
    rules: { moq: item.moq, multiple: item.multiple || (values.every(Number.isInteger) ? 1 : 0) },
  };
}
