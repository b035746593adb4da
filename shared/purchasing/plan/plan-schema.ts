import { z } from "zod";
import type { Immutable } from "../../define/immutable.ts";
import { EXCEPTION_CODES } from "../exceptions/kinds.ts";
import { amount, count, date, text } from "../terms/schema-parts.ts";

const lineSchema = z
  .object({
    sku: text("The item's code."),
    description: text("The item's name."),
    supplier: text("Who delivers it."),
    supplier_item: text("The supplier's own code for the item."),
    suggested: amount("What Lotwise suggests after the supplier's rules; 0 where nothing needs ordering."),
    quantity: amount(
      "What will be ordered: the buyer's own quantity where there is one (0 is one), else the suggestion. An item that may not be ordered has 0.",
    ),
    cost: z.number().nullable().describe("Quantity times unit cost, in `currency`; null where the cost is unknown."),
    unit_cost: z.number().nullable().describe("Purchase price of a unit."),
    currency: text("Currency of the costs."),
    order_date: date("When to order: today where an order is due, else the day it is expected to be.").nullable(),
    arrival: date("When an order placed then arrives.").nullable(),
    cover_days: z
      .number()
      .nullable()
      .describe("Days until stock, open orders and this order are used up; null: longer than the forecast."),
    reorder_point: amount("Order when the position falls to this."),
    order_up_to: amount("What an order raises the position to."),
    safety_stock: amount("Reorder point less expected demand until an order arrives; never below 0."),
    position: amount(
      "On hand plus open orders due in time, less reserved units and those owed to customers: `backorders` or stock below 0, whichever is larger.",
    ),
    on_hand: amount("Units in stock."),
    on_order: amount("Units on order."),
    expected_demand: amount(
      "Expected demand from today over lead time and review: the mean, which orders go by. Where demand is lumpy it is above what `forecast` adds up to.",
    ),
    forecast_start: date("First day of the forecast's first period: the day after the history ends."),
    forecast: z
      .array(z.number())
      .describe(
        "The forecast of each period, by the calendar, from `forecast_start` on: the one that errs least in units, near the median.",
      ),
    forecast_low: z.array(z.number()).describe("Lower end of the central 90% of each period's demand."),
    forecast_high: z.array(z.number()).describe("Upper end of the central 90% of each period's demand."),
    model: text("What forecast it."),
    why: text("Why the quantity is what it is, in a sentence."),
    need: amount('Policy "optimal": what would be ordered by money without the rules of orders.').optional(),
    binding: z
      .object({
        rule: text("The field that says the rule."),
        says: text("What the rule makes of the quantity, in a sentence."),
        worth: amount("What relaxing it by its step is worth to the plan, in the company's currency."),
      })
      .nullable()
      .describe('Policy "optimal": the rule that moved the quantity from the need; null where none did.')
      .optional(),
  })
  .meta({ id: "PlanLine" });
export type PlanLine = Immutable<z.infer<typeof lineSchema>>;

const exceptionSchema = z
  .object({
    sku: text('The item\'s code; "" where it is about no one item.'),
    supplier: text("The supplier, where it is about a whole order.").optional(),
    code: z.enum(EXCEPTION_CODES).describe("What kind of exception it is."),
    money: amount(
      "What is at stake, in the company's currency: the money expected to be lost if nothing is done. Units short until help can come, at what a missed sale costs; units beyond need, at their holding cost until they are needed, for a year at most. 0 where nothing is, or it is unknown. Exceptions are ranked by it.",
    ),
    message: text("What is the matter and what to do."),
  })
  .meta({ id: "PlanException" });
export type PlanException = Immutable<z.infer<typeof exceptionSchema>>;

const bindingSchema = z.object({
  rule: text("The field that says the rule."),
  step: amount("By how much the rule is relaxed: its figure lowered, or raised where it is a limit."),
  worth: amount(
    "Objective less the objective with that rule alone relaxed by the step, in the company's currency. Worths do not add up.",
  ),
  at_most: amount("Where the worth is below the gaps of both plans: it is no more than this.").optional(),
});
export type Binding = Immutable<z.infer<typeof bindingSchema>>;

const supplierTotalSchema = z
  .object({
    supplier: text("The supplier."),
    quantity: amount("Units to order."),
    lines: count("Order lines."),
    cost: amount("Cost of the order, in `currency`."),
    currency: text("The supplier's currency."),
    minimum_value: amount(
      "The supplier's minimum order value, in `currency`; absent where it has none, or no rate to compare it by.",
    ).optional(),
    missing: amount("How much the order is short of that, in `currency`; 0 where it is reached.").optional(),
    value: amount(
      "Policy \"optimal\": purchases before discount, in the company's currency; `cost` is the same in the supplier's.",
    ).optional(),
    discount: amount("What the discount on the order takes off, in the company's currency.").optional(),
    freight: amount("Freight of the order, in the company's currency.").optional(),
    surcharge: amount("Surcharge for an order below a minimum, in the company's currency.").optional(),
    containers: z
      .array(
        z.object({
          name: text("The kind."),
          count: count("How many."),
          fill: amount("Of the last one, in the fullest of its measures; 1 where the rest goes loose."),
        }),
      )
      .describe("Its containers; those shared with other suppliers stand with each.")
      .optional(),
    binding: z
      .array(bindingSchema)
      .describe("What relaxing the rules of the order is worth, the most first.")
      .optional(),
  })
  .meta({ id: "SupplierTotal" });
export type SupplierTotal = Immutable<z.infer<typeof supplierTotalSchema>>;

const summarySchema = z
  .object({
    items: count("Items planned."),
    to_order: count("Items to order today."),
    exceptions: count("Exceptions."),
    cost: z
      .record(z.string(), z.number())
      .describe("Cost of all order lines, in the company's currency where rates allow, by currency otherwise."),
    message: text("The plan in a sentence."),
    learned: text("Whether the items taught each other, and how many."),
  })
  .meta({ id: "PlanSummary" });
export type PlanSummary = Immutable<z.infer<typeof summarySchema>>;

const jointSchema = z
  .object({
    objective: amount("Curves, purchases and costs of the orders, in the company's currency."),
    bound: amount("No plan that keeps the rules costs less."),
    gap: amount("Objective less bound."),
    rival: z.number().nullable().describe("The objective of the classic plan; null where it breaks a rule."),
    saving: z.number().nullable().describe("Rival less objective."),
    status: z
      .enum(["optimal", "gap", "relaxed"])
      .describe(
        '"optimal": the gap is at most 0.01; "gap"; "relaxed": a rule had to give way, an exception says which.',
      ),
    binding: z.array(bindingSchema).describe("What relaxing the rules that suppliers share is worth, the most first."),
  })
  .meta({ id: "JointPlan" });
export type JointPlan = Immutable<z.infer<typeof jointSchema>>;

/** What `POST /v1/reorder` answers. */
export const planSchema = z
  .object({
    lines: z.array(lineSchema).describe("One line an item that could be planned, in the request's order."),
    suppliers: z.array(supplierTotalSchema).describe("The orders, by supplier and currency, dearest first."),
    exceptions: z.array(exceptionSchema).describe("What to look at, by the money at stake."),
    summary: summarySchema.describe("The plan in short."),
    plan: jointSchema.describe('Of policy "optimal" alone.').optional(),
  })
  .meta({ id: "Plan" });
export type Plan = Immutable<z.infer<typeof planSchema>>;
