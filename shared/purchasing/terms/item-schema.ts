import { z } from "zod";
import type { Immutable } from "../../define/immutable.ts";
import { itemOrderFields } from "./order-schema.ts";
import { amountOf, blank, currencyCode, fieldsOf, isoDate, words } from "./schema-parts.ts";
import type { ServiceWish } from "./service-target.ts";

export const share = blank(z.number("must be a number").min(0.5, "must be at least 0.5").lt(1, "must be below 1"));

/** A target is a service level or a fill rate. */
export function oneTarget({ value, issues }: z.core.ParsePayload<ServiceWish>): void {
  if (value.service_level === undefined || value.fill_rate === undefined) return;
  const message = "must not be given together with service_level: a target is one of the two";
  issues.push({ code: "custom", path: ["fill_rate"], message, input: value.fill_rate });
}

const openOrderSchema = fieldsOf("an open order", {
  quantity: amountOf().describe("Units still to come."),
  due: isoDate.describe("When they are due."),
  reference: blank(z.coerce.string().max(100)).describe("The purchase order's number."),
});
export type OpenOrder = Immutable<z.infer<typeof openOrderSchema>>;

const receiptSchema = fieldsOf("a receipt", {
  quantity: amountOf().describe("Units that came."),
  received: isoDate.describe("When they came."),
  reference: blank(z.coerce.string().max(100)).describe("The purchase order's number."),
});
export type Receipt = Immutable<z.infer<typeof receiptSchema>>;

/** One row of the item table. Quantities are units; lead time is in days. */
export const itemSchema = fieldsOf("an item", {
  sku: z
    .preprocess(
      (x) => (typeof x === "number" ? String(x) : x),
      z.string("must be text").trim().min(1, "must not be empty").max(200),
    )
    .describe("The item's code, as text: leading zeros count."),
  description: blank(words).describe("The item's name."),
  supplier: blank(words).describe("Who delivers it; order lines are grouped by supplier."),
  supplier_item: blank(z.coerce.string().max(200)).describe("The supplier's own code for the item."),
  category: blank(words).describe("The group of goods it belongs to."),
  on_hand: z
    .number("must be a number")
    .min(-1e15)
    .max(1e15)
    .describe("Units in stock; below 0, units owed to customers."),
  lead_time_days: amountOf().max(3650, "must be at most 3650 days").describe("Days from order to arrival."),
  cost: blank(amountOf()).describe("Purchase price of a unit, in `currency`."),
  currency: blank(currencyCode).describe("Currency of the cost; the company's unless given."),
  price: blank(amountOf()).describe("Selling price of a unit, in the company's currency: what a missed sale is worth."),
  moq: blank(amountOf()).describe("Minimum order quantity, in units."),
  multiple: blank(amountOf()).describe("Pack size: orders are whole multiples of it."),
  maximum: blank(amountOf()).describe("The most the supplier accepts or the store holds, in units."),
  on_order: blank(z.array(openOrderSchema, "must be a list of open orders").max(1000)).describe(
    "Open purchase orders.",
  ),
  receipts: blank(z.array(receiptSchema, "must be a list of receipts").max(50_000)).describe(
    "What came of past purchase orders: a replay takes it for today's practice. A plan does without.",
  ),
  reserved: blank(amountOf()).describe("Units in stock that are promised."),
  backorders: blank(amountOf()).describe(
    "Units owed to customers. Stock below 0 is taken for the same units: the larger of the two is owed, once.",
  ),
  status: blank(words).describe(
    '"active" (default), "discontinued" or "do not order", or a usual word for one of them, also in German, French, Spanish, Italian, Dutch, Portuguese or Chinese. Any other is planned as active, with an exception that says so.',
  ),
  successor: blank(z.coerce.string().trim().max(200)).describe(
    "SKU of the item that takes over the demand of this one, once this one may not be ordered any more.",
  ),
  order_quantity: blank(amountOf()).describe(
    "The buyer's own quantity, which replaces the suggestion; 0 orders nothing. One that breaks a rule is ordered all the same, and an exception.",
  ),
  reorder_point: blank(amountOf()).describe("The buyer's own reorder point; a replay takes it for today's practice."),
  order_up_to: blank(amountOf()).describe(
    "The buyer's own order-up-to level or maximum stock; a replay takes it for today's practice.",
  ),
  service_level: share.describe("This item's own service level, instead of what the settings ask for."),
  fill_rate: share.describe(
    "This item's own fill rate, instead of what the settings ask for; not together with `service_level`.",
  ),
  ...itemOrderFields,
}).check(oneTarget);
export type Item = Immutable<z.infer<typeof itemSchema>>;
