import {
  EXCEPTION_CODES,
  type Plan,
  type PlanException,
  type PlanLine,
  type PlanSummary,
  type SupplierTotal,
} from "../../../shared/purchasing/plan.ts";
import { planRequest } from "./plan-request.ts";
import { amount, count, date, list, object, orNull, ref, text, type Fields, type Schema } from "./schema.ts";

const line = {
  sku: text("The item's code."),
  description: text("The item's name."),
  supplier: text("Who delivers it."),
  supplier_item: text("The supplier's own code for the item."),
  suggested: amount("What Lotwise suggests after the supplier's rules; 0 where nothing needs ordering."),
  quantity: amount(
    "What will be ordered: the buyer's own quantity where there is one (0 is one), else the suggestion. An item that may not be ordered has 0.",
  ),
  cost: orNull(amount("Quantity times unit cost, in `currency`; null where the cost is unknown.")),
  unit_cost: orNull(amount("Purchase price of a unit.")),
  currency: text("Currency of the costs."),
  order_date: orNull(date("When to order: today where an order is due, else the day it is expected to be.")),
  arrival: orNull(date("When an order placed then arrives.")),
  cover_days: orNull(
    amount("Days until stock, open orders and this order are used up; null: longer than the forecast."),
  ),
  reorder_point: amount("Order when the position falls to this."),
  order_up_to: amount("What an order raises the position to."),
  safety_stock: amount("Reorder point less expected demand until an order arrives; never below 0."),
  position: amount("On hand plus open orders due in time, less backorders and reserved."),
  on_hand: amount("Units in stock."),
  on_order: amount("Units on order."),
  expected_demand: amount("Expected demand from today over lead time and review."),
  forecast_start: date("First day of the forecast's first period: the day after the history ends."),
  forecast: list({ type: "number" }, "Mean demand of each period, by the calendar, from `forecast_start` on."),
  forecast_low: list({ type: "number" }, "Lower end of the central 90% of each period's demand."),
  forecast_high: list({ type: "number" }, "Upper end of the central 90% of each period's demand."),
  model: text("What forecast it."),
  why: text("Why the quantity is what it is, in a sentence."),
} satisfies Fields<PlanLine>;

const exception = {
  sku: text('The item\'s code; "" where it is about no one item.'),
  supplier: text("The supplier, where it is about a whole order."),
  code: { enum: EXCEPTION_CODES, description: "What kind of exception it is." },
  money: amount(
    "What is at stake, in the company's currency: the money expected to be lost if nothing is done. Units short until help can come, at what a missed sale costs; units beyond need, at their holding cost until they are needed, for a year at most. 0 where nothing is, or it is unknown. Exceptions are ranked by it.",
  ),
  message: text("What is the matter and what to do."),
} satisfies Fields<PlanException>;

const supplierTotal = {
  supplier: text("The supplier."),
  quantity: amount("Units to order."),
  lines: count("Order lines."),
  cost: amount("Cost of the order, in `currency`."),
  currency: text("The supplier's currency."),
  minimum_value: amount("The supplier's minimum order value, in `currency`; absent where it has none."),
  missing: amount("How much the order is short of that, in `currency`; 0 where it is reached."),
} satisfies Fields<SupplierTotal>;

const summary = {
  items: count("Items planned."),
  to_order: count("Items to order today."),
  exceptions: count("Exceptions."),
  cost: {
    type: "object",
    additionalProperties: { type: "number" },
    description: "Cost of all order lines, in the company's currency where rates allow, by currency otherwise.",
  },
  message: text("The plan in a sentence."),
} satisfies Fields<PlanSummary>;

const plan = {
  lines: list(ref("PlanLine")),
  suppliers: list(ref("SupplierTotal")),
  exceptions: list(ref("PlanException")),
  summary: ref("PlanSummary"),
} satisfies Fields<Plan>;

/** Everything `POST /v1/reorder` says and hears. */
export function planSchemas(): Record<string, Schema> {
  return {
    PlanRequest: planRequest(),
    Plan: object(plan),
    PlanLine: object(line),
    PlanException: object(exception, ["supplier"]),
    SupplierTotal: object(supplierTotal, ["minimum_value", "missing"]),
    PlanSummary: object(summary),
  };
}
