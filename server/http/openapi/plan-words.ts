import { OLDEST_SALES_DAYS } from "../../../shared/purchasing/plan-time.ts";
import type { Item, OpenOrder, PlanRequest, Promotion, Settings, Supplier } from "../../../shared/purchasing/plan.ts";

/** What each field of a plan's request means; a field without words here would not compile. */
type Words<T> = Readonly<Record<keyof Required<T>, string>>;

export const requestWords: Words<PlanRequest> = {
  today: "The day the plan is made for.",
  period: "The spacing of the history.",
  items: "The item table, one row an item.",
  history: "Demand per complete period, oldest first, by SKU; null where a value is missing, such as in a stock-out.",
  last_period: `First day of the history's last period; where it is not given, the last complete one before \`today\`: yesterday, the week from Monday or the calendar month. The forecast starts the day after that period, weeks as long as the history's and months by the calendar, and is counted from \`today\` on. A period that is not over is refused; so are sales that end more than ${OLDEST_SALES_DAYS} days before \`today\`.`,
  promotions: "Promotions, past and announced: past ones tell what those ahead will do to demand.",
  suppliers: "What suppliers ask of a whole order; those without such rules may be left out.",
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
  status:
    '"active" (default), "discontinued" or "do not order", or a usual word for one of them, also in German, French, Spanish, Italian, Dutch, Portuguese or Chinese. Any other is planned as active, with an exception that says so.',
  successor: "SKU of the item that takes over the demand of this one, once this one may not be ordered any more.",
  order_quantity:
    "The buyer's own quantity, which replaces the suggestion; 0 orders nothing. One that breaks a rule is ordered all the same, and an exception.",
  reorder_point: "The buyer's own reorder point; a replay takes it for today's practice.",
  order_up_to: "The buyer's own order-up-to level or maximum stock; a replay takes it for today's practice.",
  service_level: "This item's own service level, instead of what the settings ask for.",
  fill_rate: "This item's own fill rate, instead of what the settings ask for; not together with `service_level`.",
};

export const openOrderWords: Words<OpenOrder> = {
  quantity: "Units still to come.",
  due: "When they are due.",
  reference: "The purchase order's number.",
};

export const promotionWords: Words<Promotion> = {
  sku: "The item that is promoted; absent: all of the supplier's, or all there are.",
  supplier: "Whose items are promoted, where no SKU is given.",
  start: "First day.",
  end: "Last day.",
  discount: "By how much it is cheaper, as a share: 0.2 for 20% off.",
  price: "What a unit sells at meanwhile; beside the item's `price` it tells the discount.",
  uplift: "By how much demand rises, as a share: 0.5 for half as much again. Absent: learned from past promotions.",
};

export const supplierWords: Words<Supplier> = {
  supplier: "Its name, as the items have it.",
  currency: "Of the minimum value; that of its items unless given.",
  minimum_value:
    "The least an order must be worth, at cost. An order below it is an exception; its quantities stay as they are.",
};

export const settingsWords: Words<Settings> = {
  service_level:
    "Probability of no stock-out in a replenishment cycle; 0.95 where neither it nor `fill_rate` is given.",
  fill_rate: "Share of demand to be met from stock, instead of `service_level`: one of the two is the target.",
  review_days: "Days between two reorder runs.",
  order_cost: "Cost of placing one order line; with `holding_rate` it gives the economic order quantity.",
  holding_rate: "Holding cost a year as a share of unit cost, 0.25 for 25%.",
  shortage_rate: "What a missed sale costs as a share of unit cost; the margin, else 40%, unless given.",
  policy:
    '"service" (default) orders for the target; "cost" at least expected cost, where costs are known, save for items with a target of their own.',
  currency: "The company's currency.",
  rates: "Company currency per unit of another currency.",
  overstock_days: "Days of cover above which stock is reported as overstock.",
};
