import type { z } from "zod";
import { UserError } from "../../define/errors.ts";
import { itemSchema } from "./item-schema.ts";
import { passOnDemand } from "./pass-on-demand.ts";
import { refuseOldSales, refuseUnfinished } from "./plan-time.ts";
import type { Item, PlanRequest, Promotion, Supplier } from "./plan.ts";
import type { RowException } from "./row-exception.ts";
import {
  historySchema,
  planEnvelope,
  promotionSchema,
  replayEnvelope,
  supplierSchema,
  type ReplayRequest,
} from "./request-schema.ts";
import { RULES_OF_ORDERS } from "./order-schema.ts";
import { tooManyWider } from "./wider-promotions.ts";
import { sentence } from "./schema-parts.ts";
import { listed } from "./words.ts";

/** A row of the item table that can't be read, and what is wrong with it. */
export interface UnreadItem {
  readonly sku: string;
  readonly fault: string;
}

export interface ReadRequest<Request = PlanRequest> {
  readonly request: Request;
  /** Rows that could not be read, and what was odd about those that could. */
  readonly exceptions: readonly RowException[];
  /** Those of them that are items. */
  readonly unread: readonly UnreadItem[];
}

const data = (sku: string, message: string): RowException => ({ sku, code: "data", money: 0, message });

function nameOf(raw: unknown, i: number): string {
  const sku = typeof raw === "object" && raw !== null && "sku" in raw ? raw.sku : undefined;
  return typeof sku === "string" || typeof sku === "number" ? String(sku).trim().slice(0, 200) : `row ${i + 1}`;
}

/** Reads suppliers one by one; a bad one, or a second row of one, costs itself alone. */
function readSuppliers(rows: readonly unknown[], exceptions: RowException[]): Supplier[] {
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

/** Histories are read only for items to plan; one without an item has sales but no row, which a buyer should know. */
function readHistory(
  series: Readonly<Record<string, unknown>>,
  { items, named }: { readonly items: ReadonlyMap<string, Item>; readonly named: ReadonlySet<string> },
  exceptions: RowException[],
): PlanRequest["history"] {
  const history: Record<string, readonly (number | null)[]> = Object.create(null) as Record<string, never>;
  for (const [sku, raw] of Object.entries(series)) {
    const values = historySchema.safeParse(raw);
    if (!items.has(sku)) {
      if (!named.has(sku)) exceptions.push(data(sku, "Has sales but no row in the item table: not planned."));
    } else if (values.success) history[sku] = values.data;
    else exceptions.push(data(sku, `Its history is left out: ${sentence(values.error, raw, "history ")}.`));
  }
  return history;
}

/** Rules of orders that the policy asked for does not read: a plan that passes over them says so. */
function unreadRules(
  request: Pick<PlanRequest, "items" | "suppliers" | "settings" | "budgets" | "storage" | "consolidations">,
): RowException[] {
  const { items, suppliers = [], settings } = request;
  if (settings.policy === "optimal") return [];
  const has = (rows: readonly object[], names: readonly string[]): string[] =>
    names.filter((name) => rows.some((row) => (row as Readonly<Record<string, unknown>>)[name] !== undefined));
  const names = [
    ...has(items, RULES_OF_ORDERS.item),
    ...has(suppliers, RULES_OF_ORDERS.supplier),
    ...has([request], RULES_OF_ORDERS.request),
  ];
  if (names.length === 0) return [];
  return [data("", `Not read: ${listed(names)}. Only the policy "optimal" plans by such rules.`)];
}

/** Reads the rows of what was read but for them. A bad row becomes an exception. */
function readRows<Head extends z.infer<typeof planEnvelope>>(envelope: Head) {
  const { items: rows, history: series, promotions: announced, suppliers: terms, ...rest } = envelope;
  refuseUnfinished(rest);
  const exceptions: RowException[] = [];
  const unread: UnreadItem[] = [];
  const items = new Map<string, Item>();
  const named = new Set<string>();
  rows.forEach((raw, i) => {
    const item = itemSchema.safeParse(raw);
    const sku = nameOf(raw, i);
    named.add(sku);
    if (!item.success) {
      const fault = sentence(item.error, raw);
      unread.push({ sku, fault });
      exceptions.push(data(sku, `Not planned: ${fault}.`));
    } else if (items.has(item.data.sku))
      exceptions.push(data(sku, "Not planned twice: this SKU has more than one row; the first counts."));
    else items.set(item.data.sku, item.data);
  });
  const history = readHistory(series, { items, named }, exceptions);
  const promotions = announced?.flatMap((raw, i): Promotion[] => {
    const promotion = promotionSchema.safeParse(raw);
    const sku = nameOf(raw, i);
    if (!promotion.success) exceptions.push(data(sku, `A promotion is left out: ${sentence(promotion.error, raw)}.`));
    else if (promotion.data.sku === undefined || items.has(promotion.data.sku)) return [promotion.data];
    else exceptions.push(data(sku, "Has a promotion but no planned row in the item table: it is left out."));
    return [];
  });
  const tooMany = promotions && tooManyWider(promotions);
  if (tooMany !== undefined) throw new UserError(tooMany);
  const suppliers = terms && readSuppliers(terms, exceptions);
  const request = { ...rest, items: [...items.values()], history, promotions, suppliers };
  const passed = passOnDemand(request);
  return {
    request: { ...request, ...passed.request },
    exceptions: [...exceptions, ...unreadRules(request), ...passed.exceptions],
    unread,
  };
}

/**
 * Reads a plan's request. A bad row becomes an exception; what concerns the whole plan throws a `UserError`: a field that
 * is none, sales that are too old to plan by.
 */
export function readPlanRequest(body: unknown): ReadRequest {
  const envelope = planEnvelope.safeParse(body);
  if (!envelope.success) throw new UserError(sentence(envelope.error, body));
  const read = readRows(envelope.data);
  refuseOldSales(read.request);
  return read;
}

/** The same for what looks back: the sales may have ended at any time. */
export function readPastRequest(body: unknown): ReadRequest<ReplayRequest> {
  const envelope = replayEnvelope.safeParse(body);
  if (!envelope.success) throw new UserError(sentence(envelope.error, body));
  if (envelope.data.settings.policy === "optimal")
    throw new UserError('settings policy: a replay plays "service" or "cost", not "optimal"');
  return readRows(envelope.data);
}
