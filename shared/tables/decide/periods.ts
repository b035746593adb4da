import { dateOrder, monthNamed, periodHeader, yearPart, type DatedSpan } from "../dates.ts";
import { parseHeader, says } from "../header/parse.ts";
import { groupHeader, type Region } from "../layout/region.ts";
import { cellText, isBlank, type CellValue } from "../sheet.ts";

export interface PeriodColumn {
  readonly column: number;
  readonly span: DatedSpan;
}

export const FEWEST_PERIODS = 3;

function periodsIn(cells: readonly (readonly [column: number, cell: CellValue | undefined])[]): PeriodColumn[] {
  const values = cells.map(([, cell]) => cell);
  const { order } = dateOrder(values);
  const counts = yearPart(values, false);
  const found = cells.flatMap(([column, cell]) => {
    const span = isBlank(cell) ? null : periodHeader(cell, order, counts);
    return span === null ? [] : [{ column, span }];
  });
  return new Set(found.map(({ span }) => span.day)).size >= FEWEST_PERIODS ? found : [];
}

const rowCells = (region: Region, row: number | undefined): [number, CellValue | undefined][] => {
  const cells = row === undefined ? [] : (region.sheet.rows[row] ?? []);
  return Array.from({ length: region.right - region.left }, (_, i) => [region.left + i, cells[region.left + i]]);
};

/** Words beside a period in one header, at most. */
const MOST_LABEL_WORDS = 2;

interface Labelled {
  readonly column: number;
  readonly period: string;
  readonly label: string;
}

/** "Jan 2026 Qty" taken apart, where the words before or behind a period are known. */
function labelled(column: number, cell: CellValue | undefined): Labelled[] {
  if (typeof cell !== "string" || !/\d/.test(cell)) return [];
  const words = cellText(cell).split(/[\s_:]+/);
  for (let count = 1; count <= MOST_LABEL_WORDS && count < words.length; count++)
    for (const [period, label] of [
      [words.slice(0, -count), words.slice(-count)],
      [words.slice(count), words.slice(0, count)],
    ] as const) {
      const one = { column, period: period.join(" "), label: label.join(" ").replace(/[()]/g, "") };
      if (periodHeader(one.period, "day") !== null && parseHeader(one.label).sets.length > 0) return [one];
    }
  return [];
}

/** Columns headed "Jan 2026 Qty" and "Jan 2026 Value": those of units count, else those of sales. */
function labelledPeriods(cells: readonly (readonly [column: number, cell: CellValue | undefined])[]): PeriodColumn[] {
  const found = cells.flatMap(([column, cell]) => labelled(column, cell)).filter(({ label }) => !notDemand(label));
  const units = found.filter(({ label }) => says(label, "qty") || says(label, "piece"));
  const sold = units.length > 0 ? units : found.filter(({ label }) => says(label, "sale") || says(label, "demand"));
  return periodsIn(sold.map(({ column, period }) => [column, period]));
}

/** Columns of a forecast, a budget or money among those of sales, by the group above them or the word below. */
function notDemand(text: string): boolean {
  return parseHeader(text).sets.some((set) =>
    (["forecast", "budget", "value", "revenue", "price", "returned", "received", "cost", "percent"] as const).some(
      (one) => set.has(one),
    ),
  );
}

/**
 * Columns headed by periods. "Jan" or "KW 5" take their year from the row above, where merged cells leave gaps; "Qty"
 * under "Jan 2025" takes the whole period from there, and what stands beside it ("Revenue") is no demand.
 */
export function periodColumns(region: Region): PeriodColumn[] {
  const own = periodsIn(rowCells(region, region.header));
  if (own.length === 0) {
    const labels = labelledPeriods(rowCells(region, region.header));
    if (labels.length > 0) return labels;
  }
  if (own.length > 0) return own.filter(({ column }) => !notDemand(groupHeader(region, column)));
  if (region.parent === undefined) return [];
  const dated = rowCells(region, region.header).map(([column, cell]): [number, CellValue] => {
    const year = /^(?:FY ?)?((?:19|20)\d{2}) ?年?$/.exec(groupHeader(region, column))?.[1];
    const month = monthNamed(cell);
    if (year === undefined || isBlank(cell)) return [column, null];
    return [column, month === undefined ? `${cellText(cell)} ${year}` : `${year}-${String(month).padStart(2, "0")}`];
  });
  const withYear = periodsIn(dated);
  if (withYear.length > 0) return withYear;
  return periodsIn(
    rowCells(region, region.header).map(([column]) => [column, groupHeader(region, column) || null]),
  ).filter(({ column }) => {
    const below = cellText(region.sheet.rows[region.header]?.[column]);
    return (
      (!notDemand(below) && says(below, "qty")) || says(below, "piece") || says(below, "sale") || says(below, "demand")
    );
  });
}

/** Columns headed by names of months without any year. */
export function monthsWithoutYear(region: Region): number[] {
  const named = rowCells(region, region.header).filter(([, cell]) => monthNamed(cell) !== undefined);
  return named.length >= 6 ? named.map(([column]) => column) : [];
}
