import { dateReader, decimalSigns, numberReader } from "../columns.ts";
import type { DatedSpan, DateOrder } from "../dates.ts";
import type { Field } from "../fields/index.ts";
import type { Collector } from "../findings.ts";
import { headerText, type FoundTable } from "../find-tables.ts";
import { leadTimeUnit, type LeadTimeUnit } from "../lead-time.ts";
import { currencyOf, type DecimalSign } from "../numbers.ts";
import { cellText, quoted, type CellValue } from "../sheet.ts";
import { priceUnits, quantityUnits, type UnitsOf } from "./units.ts";

const QUANTITIES = [
  "on_hand",
  "available",
  "moq",
  "maximum",
  "on_order",
  "reserved",
  "backorders",
  "order_quantity",
  "reorder_point",
  "order_up_to",
] as const satisfies readonly Field[];
const PRICES = ["cost", "price"] as const satisfies readonly Field[];
const OTHERS = ["lead_time", "multiple", "service_level", "fill_rate"] as const satisfies readonly Field[];

/** What holds for all rows of an item table: how its numbers, dates and units are to be read. */
export interface ItemTable {
  readonly table: FoundTable;
  readonly number: (row: readonly CellValue[], field: Field) => number | null | undefined;
  readonly due: (cell: CellValue | undefined) => DatedSpan | null;
  readonly leadUnit: LeadTimeUnit | undefined;
  readonly leadSign: DecimalSign;
  readonly currency: string | undefined;
  /** Units of one of the field's own units, for the pack size of the row. */
  readonly units: (field: Field, pack: number | undefined) => number;
}

/** One row of it. */
export interface ItemCells {
  readonly row: readonly CellValue[];
  readonly sku: string;
  cell(field: Field): CellValue | undefined;
  text(field: Field): string | undefined;
  /** A number in units of the item; undefined where the cell is blank, null where it is none. */
  number(field: Field): number | null | undefined;
  bad(kind: string, message: string): void;
  /** `"On hand" is "lots"`. */
  name(field: Field): string;
}

/** Reads a field that stands in several columns as their sum. */
function partsReader(
  table: FoundTable,
  read: ItemTable["number"],
  signs: ReadonlyMap<number, DecimalSign>,
): ItemTable["number"] {
  const readers = new Map(
    [...(table.parts ?? [])].map(([field, columns]) => [
      field,
      columns.map((column) => numberReader({ ...table, columns: new Map([[field, column]]) }, signs)),
    ]),
  );
  return (row, field) => {
    const parts = readers.get(field);
    if (parts === undefined) return read(row, field);
    const values = parts.map((reader) => reader(row, field));
    if (values.every((value) => value === undefined)) return undefined;
    return values.some((value) => value === null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  };
}

export function itemTable(table: FoundTable, collector: Collector, order: DateOrder | undefined): ItemTable {
  const { columns, sheet } = table;
  const numeric = [...QUANTITIES, ...PRICES, ...OTHERS].flatMap((field) => columns.get(field) ?? []);
  const signs = decimalSigns(
    table,
    [...new Set([...numeric, ...[...(table.parts?.values() ?? [])].flat()])],
    collector,
  );
  const leadUnit = leadTimeUnit(headerText(table, columns.get("lead_time")));
  if (leadUnit && leadUnit.name !== "days")
    collector.note(`${sheet.name}: lead times are in ${leadUnit.name} and were converted to days.`);
  const factors = new Map<Field, UnitsOf>();
  for (const field of QUANTITIES) if (columns.has(field)) factors.set(field, quantityUnits(table, field, collector));
  for (const field of PRICES) {
    if (!columns.has(field)) continue;
    const units = priceUnits(table, field, collector);
    factors.set(field, (pack) => 1 / units(pack));
  }
  return {
    table,
    number: partsReader(table, numberReader(table, signs), signs),
    due: dateReader(table, "due", collector, order),
    leadUnit,
    leadSign: signs.get(columns.get("lead_time") ?? -1) ?? ".",
    currency: currencyOf(headerText(table, columns.get("cost"))),
    units: (field, pack) => factors.get(field)?.(pack) ?? 1,
  };
}

export function itemCells(
  { table, number, units }: ItemTable,
  row: readonly CellValue[],
  rowNumber: number,
  collector: Collector,
): ItemCells {
  const { columns, sheet } = table;
  const cell = (field: Field): CellValue | undefined => row[columns.get(field) ?? -1];
  const sku = cellText(cell("sku"));
  return {
    row,
    sku,
    cell,
    text: (field) => cellText(cell(field)) || undefined,
    number(field) {
      const value = number(row, field);
      if (typeof value !== "number") return value;
      const factor = units(field, number(row, "multiple") ?? undefined);
      return factor === 1 ? value : value * factor;
    },
    bad: (kind, message) => collector.badRow(kind, { sheet: sheet.name, row: rowNumber, sku, message }),
    name: (field) => `"${headerText(table, columns.get(field))}" is ${quoted(cell(field))}`,
  };
}
