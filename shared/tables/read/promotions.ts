import { isoDate, type DayNumber } from "../../calendar/dates.ts";
import { type Period, periodIndex, periodStart } from "../../calendar/periods.ts";
import type { Promotion } from "../../purchasing/terms/plan.ts";
import { dateReader, decimalSigns, numberReader } from "../columns.ts";
import type { DatedSpan, DateOrder } from "../dates.ts";
import type { Collector } from "../findings.ts";
import { columnCells, dataRows, headerText, type FoundTable } from "../find-tables.ts";
import { numberOf, type DecimalSign } from "../numbers.ts";
import { cellText, isBlank, quoted, type CellValue } from "../sheet.ts";
import type { Field } from "../fields/index.ts";

interface Measure {
  readonly field: "discount" | "promotion_price" | "uplift";
  /** A column with a number above this holds percents: 20 for 20%. */
  readonly largestShare: number;
  readonly lowest: number;
  readonly highest: number;
  readonly mustBe: string;
}

const DISCOUNT: Measure = {
  field: "discount",
  largestShare: 1,
  lowest: 0,
  highest: 1,
  mustBe: "a percentage of 0% to 100%",
};
const PRICE: Measure = {
  field: "promotion_price",
  largestShare: Infinity,
  lowest: 0,
  highest: 1e15,
  mustBe: "a price of at least 0",
};
const UPLIFT: Measure = {
  field: "uplift",
  largestShare: 5,
  lowest: -1,
  highest: 100,
  mustBe: "a percentage of at least -100%",
};

/** Says what is wrong with a field of the row at hand and what was done. */
type Complain = (field: Field, mustBe: string, done: string) => void;

const LEFT_OUT = "The promotion is left out.";

/** Reads one measure: a number, or undefined where it is blank or, which is complained of, no such number. */
function measureReader(table: FoundTable, signs: ReadonlyMap<number, DecimalSign>, measure: Measure) {
  const { field, largestShare, lowest, highest, mustBe } = measure;
  const column = table.columns.get(field);
  const sign = signs.get(column ?? -1) ?? ".";
  const number = numberReader(table, signs);
  const percents =
    column !== undefined &&
    columnCells(table, column).some((cell) => Math.abs(numberOf(cell, sign) ?? 0) > largestShare);
  return (row: readonly CellValue[], complain: Complain): number | undefined => {
    const value = number(row, field);
    if (value === undefined) return undefined;
    const signed = String(row[column ?? -1]).includes("%");
    // "-20%" is a usual way to write a discount of 20%.
    const part = (field === "discount" ? Math.abs(value ?? NaN) : (value ?? NaN)) / (percents && !signed ? 100 : 1);
    if (part >= lowest && part <= highest) return part;
    complain(field, mustBe, "It is left out, the promotion counts.");
    return undefined;
  };
}

const lastDay = (day: DayNumber, period: Period): DayNumber => periodStart(periodIndex(day, period) + 1, period) - 1;

/** The last day: of a blank end the start's own week or month ("2026-W51"), but no less than the planning period. */
function lastOf(start: DatedSpan, end: DatedSpan | undefined, period: Period): DayNumber {
  if (end) return lastDay(end.day, end.span);
  return Math.max(lastDay(start.day, start.span), lastDay(start.day, period));
}

/**
 * Reads promotions, one a row: a blank SKU means every item (or the supplier's, where one is named), a blank end the
 * period that holds the start. A row without a usable time is named and left out.
 */
export function readPromotions(
  table: FoundTable,
  period: Period,
  collector: Collector,
  order?: DateOrder,
): Promotion[] {
  const { columns, sheet } = table;
  const measured = [DISCOUNT, PRICE, UPLIFT].flatMap(({ field }) => columns.get(field) ?? []);
  const signs = decimalSigns(table, measured, collector);
  const [discount, price, uplift] = [DISCOUNT, PRICE, UPLIFT].map((measure) => measureReader(table, signs, measure));
  const [start, end] = [dateReader(table, "start", collector, order), dateReader(table, "end", collector, order)];
  const promotions: Promotion[] = [];
  for (const { row, number } of dataRows(table)) {
    const cell = (field: Field): CellValue | undefined => row[columns.get(field) ?? -1];
    const sku = cellText(cell("sku")) || undefined;
    const complain: Complain = (field, mustBe, done) => {
      const message = `"${headerText(table, columns.get(field)) || field}" is ${quoted(cell(field))}: it must be ${mustBe}. ${done}`;
      collector.badRow(`${field}, ${mustBe}`, { sheet: sheet.name, row: number, sku: sku ?? "", message });
    };
    const first = start(cell("start"));
    const last = isBlank(cell("end")) ? undefined : end(cell("end"));
    if (first === null) complain("start", "the promotion's first day", LEFT_OUT);
    else if (last === null) complain("end", "the promotion's last day, or blank", LEFT_OUT);
    else if (lastOf(first, last, period) < first.day) complain("end", "no earlier than the start", LEFT_OUT);
    else {
      promotions.push({
        sku,
        supplier: sku === undefined ? cellText(cell("supplier")) || undefined : undefined,
        start: isoDate(first.day),
        end: isoDate(lastOf(first, last, period)),
        discount: discount?.(row, complain),
        price: price?.(row, complain),
        uplift: uplift?.(row, complain),
      });
    }
  }
  const general = promotions.filter(({ sku, supplier }) => sku === undefined && supplier === undefined).length;
  if (general > 0)
    collector.note(
      `${sheet.name}: ${general} promotion${general > 1 ? "s" : ""} without a SKU ${general > 1 ? "count" : "counts"} for every item.`,
    );
  return promotions;
}
