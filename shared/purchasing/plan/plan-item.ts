import type { Networks } from "../../demand/forecast/forecaster.ts";
import { decide } from "../decide/decide.ts";
import { lostBy } from "../exceptions/at-stake.ts";
import { exceptionsOf } from "../exceptions/kinds.ts";
import { forecastItem } from "../facts/forecast-item.ts";
import { gatherFacts, type KnownItem, type PlanContext } from "../facts/item-facts.ts";
import type { PlanException, PlanLine } from "./plan-schema.ts";
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
const BY_DECISION: ReadonlySet<string> = new Set(["over-maximum", "large-lot"]);

/** Plans one item: its facts, the decision, the exceptions, the line. */
export function planItem(known: KnownItem, context: ItemContext, networks: Networks): PlannedItem {
  const facts = gatherFacts(known, forecastItem(known, context, { networks }), context);
  const decision = decide(facts);
  const { quantity, conflict } = decision;
  const byMoney = context.settings.policy === "optimal";
  const found = exceptionsOf(facts, decision).filter(({ code }) => !byMoney || !BY_DECISION.has(code));
  if (conflict !== undefined && !byMoney) found.push({ code: "data", money: 0, message: conflict });
  return {
    line: planLine(facts, decision),
    exceptions: found.map((exception) => ({ sku: known.item.sku, ...exception })),
    refused: quantity > 0 ? lostBy(0, quantity, facts) : 0,
    ...(byMoney && { money: itemMoney(facts, decision, context.orderCosts ?? {}) }),
  };
}
