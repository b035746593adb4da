import { z } from "zod";
import { PERIODS } from "../../calendar/periods.ts";
import type { Immutable } from "../../define/immutable.ts";
import { itemSchema, oneTarget, share } from "./item-schema.ts";
import { OLDEST_SALES_DAYS } from "./plan-time.ts";
import { sharedOrderFields, supplierOrderFields } from "./order-schema.ts";
import { PLAN_POLICIES } from "./plan.ts";
import { amountOf, blank, currencyCode, fieldsOf, isoDate, words } from "./schema-parts.ts";

export const MOST = { items: 50_000, history: 5000, promotions: 100_000, suppliers: 50_000 };

export const promotionSchema = fieldsOf("a promotion", {
  sku: blank(z.coerce.string().trim().max(200)).describe(
    "The item that is promoted; absent: all of the supplier's, or all there are.",
  ),
  supplier: blank(words).describe("Whose items are promoted, where no SKU is given."),
  start: isoDate.describe("First day."),
  end: isoDate.describe("Last day."),
  discount: blank(amountOf().max(1, "must be at most 1, which is 100%")).describe(
    "By how much it is cheaper, as a share: 0.2 for 20% off.",
  ),
  price: blank(amountOf()).describe("What a unit sells at meanwhile; beside the item's `price` it tells the discount."),
  uplift: blank(z.number("must be a number").min(-1, "must be at least -1").max(100, "must be at most 100")).describe(
    "By how much demand rises, as a share: 0.5 for half as much again. Absent: learned from past promotions.",
  ),
}).check(({ value: { start, end }, issues }) => {
  if (end < start) issues.push({ code: "custom", path: ["end"], message: "must not be before start", input: end });
});
export type Promotion = Immutable<z.infer<typeof promotionSchema>>;

export const supplierSchema = fieldsOf("a supplier", {
  supplier: z
    .string("must be text")
    .trim()
    .min(1, "must not be empty")
    .max(500, "must be at most 500 characters")
    .describe("Its name, as the items have it."),
  currency: blank(currencyCode).describe("Of the minimum value; that of its items unless given."),
  minimum_value: blank(amountOf()).describe(
    'The least an order must be worth, at cost. An order below it is an exception; its quantities stay as they are, but for policy "optimal", which keeps it.',
  ),
  ...supplierOrderFields,
});
export type Supplier = Immutable<z.infer<typeof supplierSchema>>;

export const historySchema = z
  .array(
    z.preprocess((x) => (x === "NA" ? null : x), z.number("must be a number or null").nullable()),
    "must be a list of numbers, oldest first",
  )
  .max(MOST.history, `must hold at most ${MOST.history} periods`);

export const settingsSchema = fieldsOf("the settings", {
  service_level: share.describe(
    "Probability of no stock-out in a replenishment cycle; 0.95 where neither it nor `fill_rate` is given.",
  ),
  fill_rate: share.describe(
    "Share of demand to be met from stock, instead of `service_level`: one of the two is the target.",
  ),
  review_days: z
    .number("must be a number")
    .min(0, "must be at least 0")
    .max(365, "must be at most 365")
    .default(7)
    .describe("Days between two reorder runs."),
  order_cost: blank(amountOf()).describe(
    "Cost of placing one order line; with `holding_rate` it gives the economic order quantity.",
  ),
  holding_rate: blank(amountOf().max(10, "must be at most 10, a share a year")).describe(
    "Holding cost a year as a share of unit cost, 0.25 for 25%.",
  ),
  shortage_rate: blank(amountOf().max(100, "must be at most 100, a share of unit cost")).describe(
    "What a missed sale costs as a share of unit cost; the margin, else 40%, unless given.",
  ),
  policy: blank(z.enum(PLAN_POLICIES, 'must be "service", "cost" or "optimal"')).describe(
    '"service" (default) orders for the target; "cost" at least expected cost, where costs are known, save for items with a target of their own; "optimal" plans whole orders by the money of each quantity, with every rule of suppliers and budgets at once.',
  ),
  currency: blank(currencyCode).describe("The company's currency."),
  rates: blank(z.record(z.string(), z.number("must be a number").gt(0, "must be greater than 0"))).describe(
    "Company currency per unit of another currency.",
  ),
  overstock_days: z
    .number("must be a number")
    .gt(0, "must be greater than 0")
    .default(180)
    .describe("Days of cover above which stock is reported as overstock."),
}).check(oneTarget);
export type Settings = Immutable<z.infer<typeof settingsSchema>>;

/** What is read whole; rows are read one by one, so that a bad one costs itself alone. */
const head = {
  today: isoDate.describe("The day the plan is made for."),
  period: z.enum(PERIODS, 'must be "day", "week" or "month"').describe("The spacing of the history."),
  last_period: blank(isoDate).describe(
    `First day of the history's last period; where it is not given, the last complete one before \`today\`: yesterday, the week from Monday or the calendar month. The forecast starts the day after that period, weeks as long as the history's and months by the calendar, and is counted from \`today\` on. A period that is not over is refused; so are sales that end more than ${OLDEST_SALES_DAYS} days before \`today\`.`,
  ),
  settings: z.preprocess((x) => x ?? {}, settingsSchema).describe("What holds for all items; each has a default."),
  ...sharedOrderFields,
};

const rows = {
  items: z.array(itemSchema).max(MOST.items).describe("The item table, one row an item."),
  history: z
    .record(z.string(), historySchema)
    .describe(
      "Demand per complete period, oldest first, by SKU; null where a value is missing, such as in a stock-out.",
    ),
  promotions: blank(z.array(promotionSchema).max(MOST.promotions)).describe(
    "Promotions, past and announced: past ones tell what those ahead will do to demand.",
  ),
  suppliers: blank(z.array(supplierSchema).max(MOST.suppliers)).describe(
    "What suppliers ask of a whole order; those without such rules may be left out.",
  ),
};

const unread = (what: string, most: number) =>
  z.array(z.unknown(), `must be a list of ${what}`).max(most, `must hold at most ${most} ${what}`);

/** The same without a look into the rows. */
const envelope = {
  ...head,
  items: unread("items", MOST.items).min(1, "must hold at least one item"),
  // Not z.record, which passes over a SKU called "__proto__".
  history: z.custom<Readonly<Record<string, unknown>>>(
    (x) => typeof x === "object" && x !== null && !Array.isArray(x),
    "must be an object of lists by SKU",
  ),
  promotions: blank(unread("promotions", MOST.promotions)),
  suppliers: blank(unread("suppliers", MOST.suppliers)),
};

const replayed = {
  periods: blank(
    z
      .int("must be a whole number from 4 to 1000")
      .min(4, "must be a whole number from 4 to 1000")
      .max(1000, "must be a whole number from 4 to 1000"),
  ).describe("Past periods to count; a year's where the histories reach that far, unless given."),
};

/** The whole body of `POST /v1/reorder`, as it is documented, and what of it is read before its rows are. */
export const planRequestSchema = fieldsOf("a plan's request", { ...head, ...rows }).meta({ id: "PlanRequest" });
export const planEnvelope = fieldsOf("a plan's request", envelope);
export type PlanRequest = Immutable<z.infer<typeof planRequestSchema>>;

/** The same of `POST /v1/replay`: the plan's own request, and how far back to go. */
export const replayRequestSchema = fieldsOf("a replay's request", { ...head, ...rows, ...replayed }).meta({
  id: "ReplayRequest",
});
export const replayEnvelope = fieldsOf("a replay's request", { ...envelope, ...replayed });
export type ReplayRequest = Immutable<z.infer<typeof replayRequestSchema>>;
