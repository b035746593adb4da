import { z } from "zod";
import { PERIODS } from "../calendar/periods.ts";
import { isIsoDate } from "../calendar/dates.ts";
import { shown } from "../define/cells.ts";
import { UserError } from "../define/errors.ts";
import { passOnDemand } from "./pass-on-demand.ts";
import { refuseOldSales, refuseUnfinished } from "./plan-time.ts";
import {
  PLAN_POLICIES,
  type Item,
  type PlanException,
  type PlanRequest,
  type Promotion,
  type Supplier,
} from "./plan.ts";
import type { ServiceWish } from "./service-target.ts";

const isoDate = z.string().refine(isIsoDate, "must be a date such as 2026-11-23");
const text = z.string("must be text").max(500, "must be at most 500 characters");
const amountOf = (what = "must be a number") =>
  z.number(what).min(0, "must be at least 0").max(1e15, "must be at most 1e15");
/** Absent, null and "" all mean that a cell was left blank. */
const blank = <T extends z.ZodType>(schema: T) =>
  z.preprocess((x) => (x === null || x === "" ? undefined : x), schema.optional());

const share = blank(z.number("must be a number").min(0.5, "must be at least 0.5").lt(1, "must be below 1"));

/** A target is a service level or a fill rate. */
function oneTarget({ value, issues }: z.core.ParsePayload<ServiceWish>): void {
  if (value.service_level === undefined || value.fill_rate === undefined) return;
  const message = "must not be given together with service_level: a target is one of the two";
  issues.push({ code: "custom", path: ["fill_rate"], message, input: value.fill_rate });
}

const openOrderSchema = z.object({
  quantity: amountOf(),
  due: isoDate,
  reference: blank(z.coerce.string().max(100)),
});

const itemFields = z.object({
  sku: z.preprocess(
    (x) => (typeof x === "number" ? String(x) : x),
    z.string("must be text").trim().min(1, "must not be empty").max(200),
  ),
  description: blank(text),
  supplier: blank(text),
  supplier_item: blank(z.coerce.string().max(200)),
  on_hand: z.number("must be a number").min(-1e15).max(1e15),
  lead_time_days: amountOf().max(3650, "must be at most 3650 days"),
  cost: blank(amountOf()),
  currency: blank(z.string("must be text").max(10)),
  price: blank(amountOf()),
  moq: blank(amountOf()),
  multiple: blank(amountOf()),
  maximum: blank(amountOf()),
  on_order: z.preprocess((x) => x ?? [], z.array(openOrderSchema, "must be a list of open orders").max(1000)),
  reserved: blank(amountOf()),
  backorders: blank(amountOf()),
  status: blank(text),
  successor: blank(z.coerce.string().trim().max(200)),
  order_quantity: blank(amountOf()),
  reorder_point: blank(amountOf()),
  order_up_to: blank(amountOf()),
  service_level: share,
  fill_rate: share,
});
export const itemSchema = itemFields.check(oneTarget);

const MAX_PROMOTIONS = 100_000;
const promotionSchema = z
  .object({
    sku: blank(z.coerce.string().trim().max(200)),
    supplier: blank(text),
    start: isoDate,
    end: isoDate,
    discount: blank(amountOf().max(1, "must be at most 1, which is 100%")),
    price: blank(amountOf()),
    uplift: blank(z.number("must be a number").min(-1, "must be at least -1").max(100, "must be at most 100")),
  })
  .check(({ value: { start, end }, issues }) => {
    if (end < start) issues.push({ code: "custom", path: ["end"], message: "must not be before start", input: end });
  });

const MAX_SUPPLIERS = 50_000;
const supplierSchema = z.object({
  supplier: z.string("must be text").trim().min(1, "must not be empty").max(500, "must be at most 500 characters"),
  currency: blank(z.string("must be text").max(10)),
  minimum_value: blank(amountOf()),
});

const MAX_HISTORY = 5000;
const historySchema = z
  .array(
    z.preprocess((x) => (x === "NA" ? null : x), z.number("must be a number or null").nullable()),
    "must be a list of numbers, oldest first",
  )
  .max(MAX_HISTORY, `must hold at most ${MAX_HISTORY} periods`);

const settingsFields = z.object({
  service_level: share,
  fill_rate: share,
  review_days: z.number("must be a number").min(0, "must be at least 0").max(365, "must be at most 365").default(7),
  order_cost: blank(amountOf()),
  holding_rate: blank(amountOf().max(10, "must be at most 10, a share a year")),
  shortage_rate: blank(amountOf().max(100, "must be at most 100, a share of unit cost")),
  policy: blank(z.enum(PLAN_POLICIES, 'must be "service" or "cost"')),
  currency: blank(z.string("must be text").max(10)),
  rates: blank(z.record(z.string(), z.number("must be a number").gt(0, "must be greater than 0"))),
  overstock_days: z.number("must be a number").gt(0, "must be greater than 0").default(180),
});
export const settingsSchema = settingsFields.check(oneTarget);

export const MAX_ITEMS = 50_000;

const head = {
  today: isoDate,
  period: z.enum(PERIODS, 'must be "day", "week" or "month"'),
  last_period: blank(isoDate),
  settings: z.preprocess((x) => x ?? {}, settingsSchema),
};

/** The whole request, as the API page documents it. */
export const planRequestSchema = z.object({
  ...head,
  items: z.array(itemSchema).max(MAX_ITEMS),
  history: z.record(z.string(), historySchema),
  promotions: blank(z.array(promotionSchema).max(MAX_PROMOTIONS)),
  suppliers: blank(z.array(supplierSchema).max(MAX_SUPPLIERS)),
});

/** Only what the whole plan needs: rows are read one by one, so that a bad one costs itself alone. */
const envelopeSchema = z.object({
  ...head,
  items: z
    .array(z.unknown(), "must be a list of items")
    .min(1, "must hold at least one item")
    .max(MAX_ITEMS, `must hold at most ${MAX_ITEMS} items`),
  // Not z.record, which passes over a SKU called "__proto__".
  history: z.custom<Readonly<Record<string, unknown>>>(
    (x) => typeof x === "object" && x !== null && !Array.isArray(x),
    "must be an object of lists by SKU",
  ),
  promotions: blank(
    z
      .array(z.unknown(), "must be a list of promotions")
      .max(MAX_PROMOTIONS, `must hold at most ${MAX_PROMOTIONS} promotions`),
  ),
  suppliers: blank(
    z
      .array(z.unknown(), "must be a list of suppliers")
      .max(MAX_SUPPLIERS, `must hold at most ${MAX_SUPPLIERS} suppliers`),
  ),
});

/** "on_order 2, due: must be a date such as 2026-11-23" for the first thing wrong. */
function sentence({ issues: [issue] }: z.ZodError, raw: unknown, prefix = ""): string {
  if (!issue) return `${prefix}is not valid`;
  const where = issue.path.map((part) => (typeof part === "number" ? part + 1 : String(part))).join(" ");
  const value = issue.path.reduce<unknown>((at, part) => (at as Record<PropertyKey, unknown> | undefined)?.[part], raw);
  const blankCell = value === undefined || value === null || value === "";
  const what =
    blankCell && issue.path.length ? "is missing" : `${issue.message}${blankCell ? "" : `; got ${shown(value)}`}`;
  return `${prefix}${where ? `${where}: ` : ""}${what}`;
}

export interface ReadRequest {
  readonly request: PlanRequest;
  /** Rows that could not be read, and what was odd about those that could. */
  readonly exceptions: readonly PlanException[];
}

const data = (sku: string, message: string): PlanException => ({ sku, code: "data", money: 0, message });

function nameOf(raw: unknown, i: number): string {
  const sku = typeof raw === "object" && raw !== null && "sku" in raw ? raw.sku : undefined;
  return typeof sku === "string" || typeof sku === "number" ? String(sku).trim().slice(0, 200) : `row ${i + 1}`;
}

/** Reads suppliers one by one; a bad one, or a second row of one, costs itself alone. */
function readSuppliers(rows: readonly unknown[], exceptions: PlanException[]): Supplier[] {
  const suppliers = new Map<string, Supplier>();
  rows.forEach((raw, i) => {
    const read = supplierSchema.safeParse(raw);
    if (!read.success)
      exceptions.push(data("", `Row ${i + 1} of the suppliers is left out: ${sentence(read.error, raw)}.`));
    else if (suppliers.has(read.data.supplier))
      exceptions.push(data("", `Supplier ${read.data.supplier} has more than one row; the first counts.`));
    else suppliers.set(read.data.supplier, read.data);
  });
  return [...suppliers.values()];
}

/**
 * Reads a plan's request. A bad row becomes an exception; what concerns the whole plan throws a `UserError`, sales that
 * are too old to plan by among it.
 */
export function readPlanRequest(body: unknown): ReadRequest {
  const read = readPastRequest(body);
  refuseOldSales(read.request);
  return read;
}

/** The same for what looks back: the sales may have ended at any time. */
export function readPastRequest(body: unknown): ReadRequest {
  const envelope = envelopeSchema.safeParse(body);
  if (!envelope.success) throw new UserError(sentence(envelope.error, body));
  const { items: rows, history: series, promotions: announced, suppliers: terms, ...rest } = envelope.data;
  refuseUnfinished(rest);
  const exceptions: PlanException[] = [];
  const items = new Map<string, Item>();
  const named = new Set<string>();
  rows.forEach((raw, i) => {
    const item = itemSchema.safeParse(raw);
    const sku = nameOf(raw, i);
    named.add(sku);
    if (!item.success) exceptions.push(data(sku, `Not planned: ${sentence(item.error, raw)}.`));
    else if (items.has(item.data.sku))
      exceptions.push(data(sku, "Not planned twice: this SKU has more than one row; the first counts."));
    else items.set(item.data.sku, item.data);
  });
  // Histories are read only for items to plan; one without an item has sales but no row, which a buyer should know.
  const history: Record<string, readonly (number | null)[]> = Object.create(null) as Record<string, never>;
  for (const [sku, raw] of Object.entries(series)) {
    const values = historySchema.safeParse(raw);
    if (!items.has(sku)) {
      if (!named.has(sku)) exceptions.push(data(sku, "Has sales but no row in the item table: not planned."));
    } else if (values.success) history[sku] = values.data;
    else exceptions.push(data(sku, `Its history is left out: ${sentence(values.error, raw, "history ")}.`));
  }
  const promotions = announced?.flatMap((raw, i): Promotion[] => {
    const promotion = promotionSchema.safeParse(raw);
    const sku = nameOf(raw, i);
    if (!promotion.success) exceptions.push(data(sku, `A promotion is left out: ${sentence(promotion.error, raw)}.`));
    else if (promotion.data.sku === undefined || items.has(promotion.data.sku)) return [promotion.data];
    else exceptions.push(data(sku, "Has a promotion but no planned row in the item table: it is left out."));
    return [];
  });
  const suppliers = terms && readSuppliers(terms, exceptions);
  const passed = passOnDemand({ ...rest, items: [...items.values()], history, promotions, suppliers });
  return { request: passed.request, exceptions: [...exceptions, ...passed.exceptions] };
}
