import type { Item, OpenOrder, PlanRequest, Settings } from "../../../shared/purchasing/plan.ts";

/** What each field of a plan's request means; a field without words here would not compile. */
type Words<T> = Readonly<Record<keyof Required<T>, string>>;

export const requestWords: Words<PlanRequest> = {
  today: "The day the plan is made for.",
  period: "The spacing of the history.",
  items: "The item table, one row an item.",
  history: "Demand per complete period, oldest first, by SKU; null where a value is missing, such as in a stock-out.",
  settings: "What holds for all items; each has a default.",
};

export const itemWords: Words<Item> = {
  sku: "The item's code, as text: leading zeros count.",
  description: "The item's name.",
  supplier: "Who delivers it; order lines are grouped by supplier.",
  supplier_item: "The supplier's own code for the item.",
  on_hand: "Units in stock.",
  lead_time_days: "Days from order to arrival.",
  cost: "Purchase price of a unit, in `currency`.",
  currency: "Currency of the cost; the company's unless given.",
  price: "Selling price of a unit, in the company's currency: what a missed sale is worth.",
  moq: "Minimum order quantity, in units.",
  multiple: "Pack size: orders are whole multiples of it.",
  maximum: "The most the supplier accepts or the store holds, in units.",
  on_order: "Open purchase orders.",
  reserved: "Units in stock that are promised.",
  backorders: "Units owed to customers.",
  status: '"active" (default), "discontinued" or "do not order".',
  successor: "SKU of the item that takes over the demand of this one, once this one may not be ordered any more.",
  order_quantity: "The buyer's own quantity, which replaces the suggestion.",
  service_level: "Overrides the setting of the same name for this item.",
};

export const openOrderWords: Words<OpenOrder> = {
  quantity: "Units still to come.",
  due: "When they are due.",
  reference: "The purchase order's number.",
};

export const settingsWords: Words<Settings> = {
  service_level: "Probability of no stock-out in a replenishment cycle.",
  review_days: "Days between two reorder runs.",
  order_cost: "Cost of placing one order line; with `holding_rate` it gives the economic order quantity.",
  holding_rate: "Holding cost a year as a share of unit cost, 0.25 for 25%.",
  currency: "The company's currency.",
  rates: "Company currency per unit of another currency.",
  overstock_days: "Days of cover above which stock is reported as overstock.",
};
