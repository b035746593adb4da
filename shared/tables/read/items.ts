import type { IsoDate } from "../../calendar/dates.ts";
import type { Item, OpenOrder } from "../../purchasing/terms/plan.ts";
import type { DateOrder } from "../dates.ts";
import type { Collector } from "../findings.ts";
import { dataRows, headerText, type FoundTable } from "../find-tables.ts";
import { plain } from "../../words/plain.ts";
import { currencyOf } from "../numbers.ts";
import { quoted } from "../sheet.ts";
import { amountsOf, leadTimeOf, orderedOf, positionOf, stateOfItem, targetOf } from "./item-fields.ts";
import { itemCells, itemTable, type ItemCells, type ItemTable } from "./item-table.ts";
import { placesOf, type Places } from "./places.ts";
import type { SupplierTerms } from "./suppliers.ts";

/** An item as its row says it; what depends on the rest of the workbook is filled in later. */
export type ItemRow = Omit<Item, "on_order"> & {
  on_order?: { quantity: number; due: IsoDate | undefined } | undefined;
};

export interface ReadItemsOptions {
  readonly leadTimeDays: number;
  readonly suppliers: ReadonlyMap<string, SupplierTerms>;
  readonly dateOrder?: DateOrder | undefined;
  /** Another table has the lead times. */
  readonly leadTimeElsewhere?: boolean | undefined;
}

/** Says what no item of the table has. */
function sayMissing(
  table: FoundTable,
  { leadTimeDays, leadTimeElsewhere }: ReadItemsOptions,
  collector: Collector,
): void {
  const { sheet, columns } = table;
  const missing = (kind: string, message: string): void => {
    collector.badRow(kind, { sheet: sheet.name, row: 0, sku: "", message });
    collector.note(`${sheet.name}: ${message}`, "missing");
  };
  if (!columns.has("on_hand") && !columns.has("available"))
    missing(
      "no on-hand column",
      `No column for stock on hand was found: every item is planned with 0 on hand. Add a column "On hand".`,
    );
  if (!columns.has("lead_time") && leadTimeElsewhere !== true)
    missing(
      "no lead time column",
      `No column for lead time was found: ${leadTimeDays} days are used unless the supplier has one. Add a column "Lead time (days)".`,
    );
  if (columns.has("available") && !columns.has("on_hand") && columns.has("reserved"))
    collector.note(
      `${sheet.name}: "${headerText(table, columns.get("available"))}" is taken as what is left after reservations; they are not taken off again.`,
    );
}

function currencyOfRow(of: ItemTable, cells: ItemCells, terms: SupplierTerms | undefined): string | undefined {
  const cost = cells.cell("cost");
  return (
    cells.text("currency")?.toUpperCase() ??
    terms?.currency ??
    (typeof cost === "string" ? currencyOf(cost) : undefined) ??
    of.currency
  );
}

function itemOf(of: ItemTable, cells: ItemCells, options: ReadItemsOptions, unknown: Map<string, number>): ItemRow {
  const supplier = cells.text("supplier");
  const terms = options.suppliers.get(supplier ?? "");
  const fallback = terms?.lead_time_days ?? options.leadTimeDays;
  const amounts = amountsOf(cells);
  const successor = cells.text("successor");
  return {
    sku: cells.sku,
    description: cells.text("description"),
    supplier,
    supplier_item: cells.text("supplier_item"),
    lead_time_days: leadTimeOf(of, cells, fallback, terms?.lead_time_days !== undefined) ?? fallback,
    currency: currencyOfRow(of, cells, terms),
    moq: terms?.moq,
    multiple: terms?.multiple,
    ...amounts,
    ...positionOf(of, cells, amounts),
    status: stateOfItem(of, cells, unknown),
    ...(successor === undefined ? {} : { successor }),
    ...targetOf(cells),
    on_order: orderedOf(of, cells),
  };
}

/** A second row of an item: another warehouse's, which counts as well, or one too many. */
function again(items: Map<string, ItemRow>, cells: ItemCells, row: ItemRow, places: Places, first: number): void {
  const known = items.get(cells.sku);
  if (places.addsUp && known !== undefined) items.set(cells.sku, places.together(known, row));
  else
    cells.bad(
      "SKU twice",
      `SKU ${cells.sku} is also in row ${first}: an item must have one row. Row ${first} is used, this one is left out.`,
    );
}

/** Words of a status column that say nothing known: their items are planned unless the buyer says that they are not. */
function askStates(
  table: FoundTable,
  unknown: ReadonlyMap<string, number>,
  items: Map<string, ItemRow>,
  collector: Collector,
): void {
  const header = headerText(table, table.columns.get("status"));
  for (const [status, count] of [...unknown].slice(0, MOST_STATES)) {
    collector.note(
      `${table.sheet.name}: the status "${status}" (${count} rows) is not known and planned as active. Known are active, discontinued and do not order.`,
    );
    const answer = collector.ask({
      id: `status: ${plain(header)}: ${plain(status) || status}`,
      sheet: table.sheet.name,
      about: `${table.sheet.name}: are items with "${header}" "${status}" still bought?`,
      choices: [
        { answer: "yes", says: `Yes: ${count} item${count > 1 ? "s are" : " is"} planned like the others` },
        { answer: "no", says: "No: nothing is ordered of them" },
      ],
      taken: "yes",
    });
    if (answer === "no")
      for (const [sku, item] of items) if (item.status === status) items.set(sku, { ...item, status: "discontinued" });
  }
}

const MOST_STATES = 8;

/** Reads the item table. Each fault is named with its row; the row is planned all the same where it can be. */
export function readItems(table: FoundTable, options: ReadItemsOptions, collector: Collector): Map<string, ItemRow> {
  const of = itemTable(table, collector, options.dateOrder);
  const places = placesOf(table, collector);
  const items = new Map<string, ItemRow>();
  const firstRow = new Map<string, number>();
  const unknown = new Map<string, number>();
  sayMissing(table, options, collector);
  for (const { row, number } of dataRows(table)) {
    if (!places.counts(row)) continue;
    const cells = itemCells(of, row, number, collector);
    if (cells.sku === "" || /^#(REF|N\/A|VALUE|NAME|DIV\/0|NULL|NUM)/.test(cells.sku)) {
      cells.bad(
        "SKU missing",
        `The SKU is ${quoted(cells.cell("sku"))}: it must be the item's code. The row is left out.`,
      );
      continue;
    }
    const earlier = firstRow.get(cells.sku);
    if (earlier !== undefined && !places.addsUp) again(items, cells, items.get(cells.sku) as ItemRow, places, earlier);
    else if (earlier !== undefined) again(items, cells, itemOf(of, cells, options, unknown), places, earlier);
    else {
      firstRow.set(cells.sku, number);
      items.set(cells.sku, itemOf(of, cells, options, unknown));
    }
  }
  askStates(table, unknown, items, collector);
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
