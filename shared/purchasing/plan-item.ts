import { tidy } from "../numeric/tidy.ts";
import { statusOf } from "../words/item-status.ts";
import { addDays } from "../calendar/dates.ts";
import { SEASON_OF, type Period } from "../calendar/periods.ts";
import { shortDate } from "../calendar/words.ts";
import type { Forecaster } from "../demand/forecast/forecaster.ts";
import { UserError } from "../define/errors.ts";
import { packRound, type OrderRules } from "../inventory/pack-round.ts";
import { checks } from "./exceptions/index.ts";
import { arrivalOfOrder, gatherFacts, horizonOf, type ItemFacts, type PlanContext } from "./item-facts.ts";
import { FORECAST_LEVEL, type Item, type PlanException, type PlanLine, type Promotion } from "./plan.ts";
import { lostBy } from "./at-stake.ts";
import { isClosed } from "../words/item-status.ts";
import { ownQuantityFaults } from "./own-quantity.ts";
import { shortfall, type Policy } from "./policy.ts";
import { firstDayBelow } from "./projection.ts";
import { wantedUnits } from "./least-need.ts";
import { costReason } from "./cost-words.ts";
import { promotionReason } from "./promotion-words.ts";
import { promotionColumns } from "./promotions.ts";
import { why } from "./why.ts";
import { daysSpan, span, units } from "./words.ts";

export interface PlannedItem {
  /** Absent where the item could not be planned; an exception then says why. */
  readonly line?: PlanLine;
  readonly exceptions: readonly PlanException[];
  /** What is lost if the supplier does not accept the line, in the company's currency. */
  readonly refused?: number;
}

/** Periods of forecast a line shows at least, from the one that holds today on. */
const SHOWN: Readonly<Record<Period, number>> = { day: 28, week: 13, month: 6 };

/** Whether the item is counted in whole units. */
const inWholeUnits = (history: readonly number[]): boolean =>
  history.every((x) => !Number.isFinite(x) || Number.isInteger(x));

/** The supplier's rules of an item: whole units where the item is counted in whole units. */
function rulesOf(item: Item, counted: boolean): OrderRules {
  return { moq: item.moq, multiple: item.multiple || (counted ? 1 : 0), maximum: item.maximum };
}

/** The quantity after the supplier's rules, or 0 with the reason why the rules cannot be met. */
function applyRules(wanted: number, rules: OrderRules): { quantity: number; conflict?: string } {
  try {
    return { quantity: packRound(wanted, rules) };
  } catch (error) {
    if (error instanceof UserError) return { quantity: 0, conflict: `Nothing is suggested: ${error.message}.` };
    throw error;
  }
}

/** The day to order next where nothing is ordered today: not before the next review where the buyer decided so. */
function nextOrderDay(facts: ItemFacts): number | null {
  const day = orderDay(facts);
  const own = facts.item.order_quantity !== undefined;
  return day === null || !own ? day : Math.max(day, Math.ceil(facts.context.settings.review_days));
}

/** When the position is expected to reach the reorder point: the day to order, from today on; null beyond a year. */
function orderDay(facts: ItemFacts): number | null {
  const { demand, free, arrivals, policy, protectionDays } = facts;
  const low = firstDayBelow(policy.safetyStock, protectionDays, demand.horizon, free, arrivals, demand);
  return low === null ? null : Math.max(0, low - Math.ceil(protectionDays));
}

/**
 * Levels as they are said of an item that is counted in whole units: no part of one can be ordered. From ten on the reorder
 * point is said as the sheets show it.
 */
function inWhole(policy: Policy): Policy {
  const up = (x: number): number => Math.ceil(x - 1e-9) || 0;
  const { reorderPoint: s } = policy;
  return { ...policy, reorderPoint: s < 10 ? up(s) : Math.round(s), orderUpTo: up(policy.orderUpTo) };
}

/** What the buyer's own quantity does, in sentences of their own; "" without one. */
function ownReason({ item }: ItemFacts, suggested: number, rules: OrderRules): string {
  if (item.order_quantity === undefined) return "";
  const faults = ownQuantityFaults(item, rules);
  if (isClosed(item.status)) return faults.join(" ");
  const instead = suggested > 0 ? units(suggested) : "nothing";
  const stands = `Your ${units(item.order_quantity)} stands; ${instead} would be suggested.`;
  return [stands, ...faults].join(" ");
}

/** "the 4 weeks"; months differ, so what is planned by them is said in days. */
const covered = (days: number, period: Period): string => (period === "week" ? daysSpan(days) : span(days, "day"));

function explain(facts: ItemFacts, wanted: number, quantity: number, rules: OrderRules): string {
  const { item, context, counted, protectionDays, hasHistory, whole } = facts;
  if (!hasHistory) return "No sales history, so nothing can be forecast: decide this one yourself.";
  const { today } = context;
  const policy = whole ? inWhole(facts.policy) : facts.policy;
  const end = shortDate(addDays(today, protectionDays), today);
  return why({
    policy,
    whole,
    target: facts.target,
    covering: `${covered(protectionDays, context.period)} to ${end}`,
    promotions: promotionReason(facts),
    costs: costReason(facts),
    onHand: Math.max(0, item.on_hand),
    arriving: counted.map((a) =>
      a.overdue
        ? `${units(a.quantity)} overdue since ${shortDate(a.order.due, today)}`
        : `${units(a.quantity)} arriving ${shortDate(a.order.due, today)}`,
    ),
    owed: [
      ...(facts.owed > 0 ? [`${units(facts.owed)} owed to customers`] : []),
      ...(item.reserved ? [`${units(item.reserved)} reserved`] : []),
    ],
    position: facts.position,
    wanted: wanted > 0 && whole ? policy.orderUpTo - facts.position : wanted,
    quantity,
    rules,
  });
}

/**
 * Plans one item from its history, oldest first, NaN where a value is missing, and its promotions.
 */
export function planItem(
  item: Item,
  history: readonly number[],
  promotions: readonly Promotion[],
  context: PlanContext,
  forecastOf: Forecaster,
): PlannedItem {
  const inPeriods = promotions.length
    ? promotionColumns(item, promotions, history.length, horizonOf(item, context), context)
    : undefined;
  const forecast = forecastOf(history, SEASON_OF[context.period], { promotions: inPeriods });
  const facts = gatherFacts(item, forecast, promotions, history, context);
  const { policy, position, canOrder, demand, counted, free, hasHistory, protectionDays, time } = facts;

  const short = hasHistory ? shortfall(position, policy) : 0;
  const inUnits = inWholeUnits(history);
  const periods = time.at(protectionDays) - time.at(0);
  const wanted = wantedUnits(history, { short, expected: policy.expected, periods, counted: inUnits });
  const rules = rulesOf(item, inUnits);
  const { quantity: allowed, conflict } = applyRules(wanted, rules);
  const suggested = canOrder ? allowed : 0;
  const quantity = canOrder ? (item.order_quantity ?? suggested) : 0;
  const day = quantity > 0 ? 0 : canOrder && hasHistory ? nextOrderDay(facts) : null;
  const shown = Math.max(Math.floor(time.at(0)) + SHOWN[context.period], Math.ceil(time.at(protectionDays)));
  const ahead = forecast.each(shown);
  const reasons = explain(facts, wanted, allowed, rules);
  const own = ownReason(facts, suggested, rules);

  const onOrder = tidy(counted.reduce((sum, a) => sum + a.quantity, 0));
  const line: PlanLine = {
    sku: item.sku,
    description: item.description ?? "",
    supplier: item.supplier ?? "",
    supplier_item: item.supplier_item ?? "",
    suggested,
    quantity,
    unit_cost: item.cost ?? null,
    cost: item.cost === undefined ? null : tidy(quantity * item.cost),
    currency: item.currency ?? context.settings.currency ?? "",
    order_date: day === null ? null : addDays(context.today, day),
    arrival:
      quantity > 0 ? arrivalOfOrder(facts) : day === null ? null : addDays(context.today, day + item.lead_time_days),
    cover_days: roundDays(demand.dayUsedUp(free + onOrder + quantity)),
    reorder_point: policy.reorderPoint,
    order_up_to: policy.orderUpTo,
    safety_stock: Math.max(0, policy.safetyStock),
    position,
    on_hand: item.on_hand,
    on_order: onOrder,
    expected_demand: policy.expected,
    forecast_start: time.startOf(0),
    forecast: forecast.mean(shown),
    forecast_low: ahead.map((demanded) => demanded.quantile((1 - FORECAST_LEVEL) / 2)),
    forecast_high: ahead.map((demanded) => demanded.quantile((1 + FORECAST_LEVEL) / 2)),
    model: forecast.words,
    why: [
      canOrder || own ? "" : `Not ordered, marked "${item.status?.trim()}".`,
      own,
      asActive(item, reasons),
      conflict ?? "",
    ]
      .filter(Boolean)
      .join(" "),
  };
  const decision = { wanted, allowed: conflict ? wanted : allowed, quantity, rules };
  const found = checks.flatMap((check) => check(facts, decision));
  if (conflict) found.push({ code: "data", money: 0, message: conflict });
  return {
    line,
    exceptions: found.map((exception) => ({ sku: item.sku, ...exception })),
    refused: quantity > 0 ? lostBy(0, quantity, facts) : 0,
  };
}

/** A status that nobody knows does not keep an item from being ordered, and the line that orders it says so. */
const asActive = ({ status }: Item, reasons: string): string =>
  statusOf(status) === null ? `Status "${status?.trim()}" is not known; planned as active. ${reasons}` : reasons;

const roundDays = (day: number | null): number | null => (day === null ? null : Math.round(day * 10) / 10);
