import { tidy } from "../../numeric/tidy.ts";
import { addDays } from "../../calendar/dates.ts";
import { typicalOf } from "../../demand/forecast/forecast.ts";
import { modelWords } from "../../demand/forecast/why.ts";
import type { Period } from "../../calendar/periods.ts";
import type { Decision } from "../decide/decide.ts";
import { arrivalOfOrder, type ItemFacts } from "../facts/item-facts.ts";
import type { PlanLine } from "./plan-schema.ts";
import { FORECAST_LEVEL } from "../terms/plan.ts";
import { explain } from "./explain.ts";
import { orderDay } from "./order-day.ts";

/** Periods of forecast a line shows at least, from the one that holds today on. */
const SHOWN: Readonly<Record<Period, number>> = { day: 28, week: 13, month: 6 };

/** What names the item, and what the order of it costs. */
const named = ({ item, context }: ItemFacts, { suggested, quantity }: Decision) => ({
  sku: item.sku,
  description: item.description ?? "",
  supplier: item.supplier ?? "",
  supplier_item: item.supplier_item ?? "",
  suggested,
  quantity,
  unit_cost: item.cost ?? null,
  cost: item.cost === undefined ? null : tidy(quantity * item.cost),
  currency: item.currency ?? context.settings.currency ?? "",
});

/** When to order and when that arrives. */
function dates(facts: ItemFacts, decision: Decision): Pick<PlanLine, "order_date" | "arrival"> {
  const { item, context } = facts;
  const day = orderDay(facts, decision);
  return {
    order_date: day === null ? null : addDays(context.today, day),
    arrival:
      decision.quantity > 0
        ? arrivalOfOrder(facts)
        : day === null
          ? null
          : addDays(context.today, day + item.lead_time_days),
  };
}

/** The stock, the levels it is held against, and how long it lasts. */
function stock({ item, free, position, counted, demand }: ItemFacts, { policy, quantity }: Decision) {
  const onOrder = tidy(counted.reduce((sum, a) => sum + a.quantity, 0));
  return {
    cover_days: roundDays(demand.dayUsedUp(free + onOrder + quantity)),
    reorder_point: policy.reorderPoint,
    order_up_to: policy.orderUpTo,
    safety_stock: Math.max(0, policy.safetyStock),
    position,
    on_hand: item.on_hand,
    on_order: onOrder,
    expected_demand: policy.expected,
  };
}

/** The forecast as it is shown, at least until an order of today is used up. */
function ahead({ forecast, context, time, protectionDays }: ItemFacts) {
  const shown = Math.max(Math.floor(time.at(0)) + SHOWN[context.period], Math.ceil(time.at(protectionDays)));
  const each = forecast.each(shown);
  return {
    forecast_start: time.startOf(0),
    forecast: typicalOf(forecast, shown),
    forecast_low: each.map((demanded) => demanded.quantile((1 - FORECAST_LEVEL) / 2)),
    forecast_high: each.map((demanded) => demanded.quantile((1 + FORECAST_LEVEL) / 2)),
    model: modelWords(forecast),
  };
}

/** An item's line of the plan. */
export const planLine = (facts: ItemFacts, decision: Decision): PlanLine => ({
  ...named(facts, decision),
  ...dates(facts, decision),
  ...stock(facts, decision),
  ...ahead(facts),
  why: explain(facts, decision),
});

const roundDays = (day: number | null): number | null => (day === null ? null : Math.round(day * 10) / 10);
