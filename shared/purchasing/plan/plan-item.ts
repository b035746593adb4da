import { SEASON_OF } from "../../calendar/periods.ts";
import type { Forecaster } from "../../demand/forecast/forecaster.ts";
import { decide } from "../decide/decide.ts";
import { lostBy } from "../exceptions/at-stake.ts";
import { checks } from "../exceptions/index.ts";
import { gatherFacts, horizonOf, type PlanContext } from "../facts/item-facts.ts";
import { promotionColumns } from "../facts/promotions.ts";
import type { ExceptionCode, Item, PlanException, PlanLine, Promotion } from "../terms/plan.ts";
import { itemMoney, type OrderCostsBySupplier, type PlannedMoney } from "./item-money.ts";
import { planLine } from "./plan-line.ts";

export interface PlannedItem {
  /** Absent where the item could not be planned; an exception then says why. */
  readonly line?: PlanLine;
  readonly exceptions: readonly PlanException[];
  /** What is lost if the supplier does not accept the line, in the company's currency. */
  readonly refused?: number;
  /** Where whole orders are planned by money: what the item's quantities are worth. */
  readonly money?: PlannedMoney;
}

/** What a plan says of every item. */
export interface ItemContext extends PlanContext {
  /** What orders cost, where they are planned by money. */
  readonly orderCosts?: OrderCostsBySupplier | undefined;
}

/** Exceptions that judge the classic quantity, which says nothing where whole orders are planned by money. */
const BY_DECISION: ReadonlySet<ExceptionCode> = new Set(["over-maximum", "large-lot"]);

/**
 * Plans one item from its history, oldest first, NaN where a value is missing, and its promotions.
 */
export function planItem(
  item: Item,
  history: readonly number[],
  promotions: readonly Promotion[],
  context: ItemContext,
  forecastOf: Forecaster,
): PlannedItem {
  const inPeriods = promotions.length
    ? promotionColumns(item, promotions, history.length, horizonOf(item, context), context)
    : undefined;
  const forecast = forecastOf(history, SEASON_OF[context.period], { promotions: inPeriods });
  const facts = gatherFacts(item, forecast, promotions, history, context);
  const decision = decide(facts);
  const { quantity, conflict } = decision;
  const byMoney = context.settings.policy === "optimal";
  const found = checks
    .flatMap((check) => check(facts, decision))
    .filter(({ code }) => !byMoney || !BY_DECISION.has(code));
  if (conflict !== undefined && !byMoney) found.push({ code: "data", money: 0, message: conflict });
  return {
    line: planLine(facts, decision),
    exceptions: found.map((exception) => ({ sku: item.sku, ...exception })),
    refused: quantity > 0 ? lostBy(0, quantity, facts) : 0,
    ...(byMoney && { money: itemMoney(facts, decision, context.orderCosts ?? {}) }),
  };
}
