import { type IsoDate, isoDate } from "../calendar/dates.ts";
import type { Item, OpenOrder } from "../purchasing/plan.ts";
import { isServiceShare, SERVICE_MEASURES } from "../purchasing/service-target.ts";
import { dateReader, decimalSigns, numberReader } from "./columns.ts";
import type { Collector } from "./findings.ts";
import { dataRows, headerText, type FoundTable } from "./find-tables.ts";
import { leadTimeDays, leadTimeUnit } from "./lead-time.ts";
import { currencyOf } from "./numbers.ts";
import { cellText, isBlank, quoted, type CellValue } from "./sheet.ts";
import { statusOf } from "../words/item-status.ts";
import type { SupplierTerms } from "./read-suppliers.ts";
import type { Field } from "./fields.ts";
import type { DateOrder } from "./dates.ts";

/** An item as its row says it; what depends on the rest of the workbook is filled in later. */
export type ItemRow = Omit<Item, "on_order"> & {
  on_order?: { quantity: number; due: IsoDate | undefined } | undefined;
};

export interface ReadItemsOptions {
  readonly leadTimeDays: number;
  readonly suppliers: ReadonlyMap<string, SupplierTerms>;
  readonly dateOrder?: DateOrder | undefined;
}

const NUMERIC: readonly Field[] = [
  "on_hand",
  "lead_time",
  "cost",
  "price",
  "moq",
  "multiple",
  "maximum",
  "on_order",
  "reserved",
  "backorders",
  "order_quantity",
  "reorder_point",
  "order_up_to",
  "service_level",
  "fill_rate",
  "quantity",
];
/** Optional amounts; 0 in the supplier's rules, or as a level to order up to, means that there is none. */
const AMOUNTS = [
  "cost",
  "price",
  "moq",
  "multiple",
  "maximum",
  "reserved",
  "backorders",
  "order_quantity",
  "reorder_point",
  "order_up_to",
] as const;
const ZERO_IS_NONE: ReadonlySet<string> = new Set(["moq", "multiple", "maximum", "order_up_to"]);

/** Reads the item table. Each fault is named with its row; the row is planned all the same where it can be. */
export function readItems(table: FoundTable, options: ReadItemsOptions, collector: Collector): Map<string, ItemRow> {
  const { sheet, columns } = table;
  const numeric = NUMERIC.flatMap((field) => columns.get(field) ?? []);
  const signs = decimalSigns(table, numeric, collector);
  const number = numberReader(table, signs);
  const due = dateReader(table, "due", collector, options.dateOrder);
  const unit = leadTimeUnit(headerText(table, columns.get("lead_time")));
  const onHand: Field = columns.has("on_hand") ? "on_hand" : "quantity";
  const headerCurrency = currencyOf(headerText(table, columns.get("cost")));
  const items = new Map<string, ItemRow>();
  const firstRow = new Map<string, number>();
  const statuses = new Map<string, number>();
  if (unit && unit.name !== "days")
    collector.note(`${sheet.name}: lead times are in ${unit.name} and were converted to days.`);
  if (!columns.has(onHand))
    collector.badRow("no on-hand column", {
      sheet: sheet.name,
      row: 0,
      sku: "",
      message: `No column for stock on hand was found: every item is planned with 0 on hand. Add a column "On hand".`,
    });
  if (!columns.has("lead_time"))
    collector.badRow("no lead time column", {
      sheet: sheet.name,
      row: 0,
      sku: "",
      message: `No column for lead time was found: ${options.leadTimeDays} days are used unless the supplier has one. Add a column "Lead time (days)".`,
    });

  for (const { row, number: rowNumber } of dataRows(table)) {
    const cell = (field: Field): CellValue | undefined => row[columns.get(field) ?? -1];
    const text = (field: Field): string | undefined => cellText(cell(field)) || undefined;
    const sku = cellText(cell("sku"));
    const bad = (kind: string, message: string): void =>
      collector.badRow(kind, { sheet: sheet.name, row: rowNumber, sku, message });
    if (sku === "" || /^#(REF|N\/A|VALUE|NAME|DIV\/0|NULL|NUM)/.test(sku)) {
      bad("SKU missing", `The SKU is ${quoted(cell("sku"))}: it must be the item's code. The row is left out.`);
      continue;
    }
    const earlier = firstRow.get(sku);
    if (earlier !== undefined) {
      bad(
        "SKU twice",
        `SKU ${sku} is also in row ${earlier}: an item must have one row. Row ${earlier} is used, this one is left out.`,
      );
      continue;
    }
    firstRow.set(sku, rowNumber);

    const nonNegative = (field: Field, instead: string): number | undefined => {
      const value = number(row, field);
      if (value === undefined) return undefined;
      if (value !== null && value >= 0) return value;
      bad(
        `${field} not a number`,
        `"${headerText(table, columns.get(field))}" is ${quoted(cell(field))}: it must be a number of at least 0. ${instead}`,
      );
      return undefined;
    };
    const stock = number(row, onHand);
    if (stock === null)
      bad(
        "on hand not a number",
        `"${headerText(table, columns.get(onHand))}" is ${quoted(cell(onHand))}: it must be a number. Planned with 0 on hand.`,
      );
    if (stock !== null && stock !== undefined && stock < 0)
      bad(
        "on hand negative",
        `On hand is ${stock}: stock cannot be below 0. Planned with 0 on hand and ${-stock} backordered.`,
      );

    const supplier = text("supplier");
    const terms = options.suppliers.get(supplier ?? "");
    const leadCell = cell("lead_time");
    const lead = isBlank(leadCell)
      ? undefined
      : leadTimeDays(leadCell, unit, signs.get(columns.get("lead_time") ?? -1) ?? ".");
    const fallback = terms?.lead_time_days ?? options.leadTimeDays;
    if (lead === null)
      bad(
        "lead time not a number",
        `"${headerText(table, columns.get("lead_time"))}" is ${quoted(leadCell)}: it must be a number of days of at least 0. ${fallback} days are used.`,
      );
    if (lead === undefined && columns.has("lead_time"))
      bad(
        "lead time missing",
        `The lead time is missing: ${terms?.lead_time_days === undefined ? "" : "the supplier's "}${fallback} days are used.`,
      );

    const amounts: Partial<Record<(typeof AMOUNTS)[number], number>> = {};
    for (const field of AMOUNTS) {
      const value = nonNegative(field, "Planned as if it were empty.");
      if (value !== undefined && !(value === 0 && ZERO_IS_NONE.has(field))) amounts[field] = value;
    }
    // Without a level to order up to, systems write 0 where there is no reorder point.
    if (amounts.reorder_point === 0 && amounts.order_up_to === undefined) delete amounts.reorder_point;
    if (stock !== null && stock !== undefined && stock < 0 && amounts.backorders === undefined)
      amounts.backorders = -stock;

    const [target, second] = SERVICE_MEASURES.flatMap((measure) => {
      const value = number(row, measure);
      if (value === undefined) return [];
      const share = value !== null && value > 1 ? value / 100 : value;
      if (share !== null && isServiceShare(share)) return [{ [measure]: share }];
      bad(
        measure.replace("_", " "),
        `"${headerText(table, columns.get(measure))}" is ${quoted(cell(measure))}: it must be at least 50% and below 100%. The general setting is used.`,
      );
      return [];
    });
    if (second)
      bad(
        "two targets",
        "It has a service level and a fill rate: it must have one of them. The service level is used.",
      );

    const statusText = text("status") ?? "";
    const status = statusOf(statusText);
    if (status === null) statuses.set(statusText, (statuses.get(statusText) ?? 0) + 1);
    const ordered = nonNegative("on_order", "No open order is assumed.");
    const dueCell = cell("due");
    const dueDate = isBlank(dueCell) ? null : due(dueCell);
    if (ordered && dueDate === null && !isBlank(dueCell))
      bad(
        "due date",
        `"${headerText(table, columns.get("due"))}" is ${quoted(dueCell)}: it must be a date. The order is taken as due in one lead time.`,
      );
    const costCell = cell("cost");
    const currency =
      text("currency")?.toUpperCase() ??
      terms?.currency ??
      (typeof costCell === "string" ? currencyOf(costCell) : undefined) ??
      headerCurrency;
    const successor = text("successor");
    items.set(sku, {
      sku,
      description: text("description"),
      supplier,
      supplier_item: text("supplier_item"),
      on_hand: Math.max(0, stock ?? 0),
      lead_time_days: lead ?? fallback,
      currency,
      moq: terms?.moq,
      multiple: terms?.multiple,
      ...amounts,
      status: status ?? statusText,
      ...(successor === undefined ? {} : { successor }),
      ...target,
      on_order: ordered ? { quantity: ordered, due: dueDate ? isoDate(dueDate.day) : undefined } : undefined,
    });
  }
  for (const [status, count] of statuses)
    collector.note(
      `${sheet.name}: the status "${status}" (${count} rows) is not known and planned as active. Known are active, discontinued and do not order.`,
    );
  return items;
}

/** Open orders of an item row; without a date it is due in one lead time. */
export function ownOrders(
  row: ItemRow,
  today: IsoDate,
  addDays: (date: IsoDate, days: number) => IsoDate,
): OpenOrder[] {
  return row.on_order
    ? [{ quantity: row.on_order.quantity, due: row.on_order.due ?? addDays(today, row.lead_time_days) }]
    : [];
}
