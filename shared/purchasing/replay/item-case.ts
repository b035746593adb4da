import { UserError } from "../../define/errors.ts";
import { fillGaps } from "../../demand/history/gaps.ts";
import { packRound } from "../../inventory/pack-round.ts";
import type { StockCase } from "../../inventory/simulation/simulate.ts";
import { isClosed } from "../../words/item-status.ts";
import { rulesOf } from "../decide/decide.ts";
import { withGaps, type PlanTask } from "../facts/tasks.ts";
import { periodHolding, rateOf, wholePeriods } from "../terms/item-terms.ts";
import { missedCost } from "../terms/missed-cost.ts";
import type { Item } from "../terms/plan.ts";
import { counted as countedWords } from "../terms/words.ts";
import { LEAST_KNOWN } from "./counted-periods.ts";
import { ownOrders, type OwnOrders } from "./own-orders.ts";
import type { ReplayShared } from "./replay-item.ts";

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
  /** What the buyer ordered in the time played, where the past orders tell. */
  readonly ordered?: OwnOrders | undefined;
}

/** How an item's history is divided, in periods. */
export interface Division {
  readonly leadTime: number;
  readonly review: number;
  /** Known before the first decision. */
  readonly known: number;
  /** Played before any count. */
  readonly warmUp: number;
}

/** How a history of so many periods is divided for an item; `needed` where it is too short. */
export function divide(
  item: Item,
  length: number,
  { settings, period, periods: counted }: Pick<ReplayShared, "settings" | "period" | "periods">,
): Division | { readonly needed: number } {
  const { leadTime, review } = wholePeriods(item, settings, period);
  const least = leadTime + review;
  const spare = length - counted - LEAST_KNOWN;
  if (spare < least) return { needed: LEAST_KNOWN + least + counted };
  const warmUp = Math.max(least, Math.min(spare, Math.ceil(SETTLING * counted)));
  return { leadTime, review, known: length - counted - warmUp, warmUp };
}

/** Why the supplier's rules cannot be met; undefined where they can. */
function conflictOf(rules: ReturnType<typeof rulesOf>): string | undefined {
  try {
    packRound(1, rules);
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return `cannot be ordered: ${error.message}`;
    throw error;
  }
}

/** What is known, settles and counts of an item's history, or why it can't be replayed. */
export function itemCase({ item, history }: PlanTask, shared: ReplayShared): ItemCase | string {
  const { settings, period } = shared;
  if (isClosed(item.status)) return "is not ordered any more";
  if (!item.cost) return "has no cost";
  const gapped = withGaps(history);
  const values = fillGaps(gapped, 1).map((x) => Math.max(0, x));
  const division = divide(item, values.length, shared);
  if ("needed" in division)
    return `has only ${countedWords(values.length, period)} of history: ${division.needed} are needed`;
  const { leadTime, review, known, warmUp } = division;
  const past = values.slice(0, known);
  if (!past.some((x) => x > 0)) return "sold nothing before the time replayed";
  const rules = rulesOf(item, gapped);
  const conflict = conflictOf(rules);
  if (conflict !== undefined) return conflict;
  const unitCost = item.cost * rateOf(item, settings);
  const demand = values.slice(known);
  const ordered = ownOrders(item, { demand, leadTime }, shared);
  const mean = past.reduce((a, b) => a + b, 0) / known;
  return {
    past,
    demand,
    leadTime,
    review,
    warmUp,
    unitCost,
    costs: {
      ordering: settings.order_cost ?? 0,
      holding: periodHolding(unitCost, settings, period),
      shortage: missedCost(item, unitCost, settings),
    },
    opening: ordered?.opening ?? Math.ceil(mean * (leadTime + review)),
    coming: ordered?.arriving.slice(0, leadTime),
    rules,
    ordered,
  };
}
