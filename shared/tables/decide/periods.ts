import { dateOrder, monthNamed, periodHeader, weeksRather, yearPart, type DatedSpan } from "../dates.ts";
import { fiscalLabel, type FiscalPeriod } from "../fiscal/label.ts";
import { labelledPeriod } from "../header/labelled-period.ts";
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

/** Columns headed "Jan 2026 Qty" and "Jan 2026 Value": those of units count, else those of sales. */
function labelledPeriods(cells: readonly (readonly [column: number, cell: CellValue | undefined])[]): PeriodColumn[] {
  const found = cells
    .flatMap(([column, cell]) => {
      const one = labelledPeriod(cell);
      return one === undefined ? [] : [{ column, ...one }];
    })
    .filter(({ label }) => !notDemand(label));
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

/** The same columns as weeks, where their numbers read as months lie ahead of the day of the plan. */
export function asWeeks(region: Region, periods: readonly PeriodColumn[], today: number | undefined): PeriodColumn[] {
  const cells = periods.map(({ column }) => region.sheet.rows[region.header]?.[column]);
  if (today === undefined || periods[0]?.span.span !== "month" || !weeksRather(cells, today)) return [];
  return periods.flatMap(({ column }, i) => {
    const span = periodHeader(cells[i], "day", "week");
    return span === null ? [] : [{ column, span }];
  });
}

/** Columns headed by names of months without any year. */
export function monthsWithoutYear(region: Region): number[] {
  const named = rowCells(region, region.header).filter(([, cell]) => monthNamed(cell) !== undefined);
  return named.length >= 6 ? named.map(([column]) => column) : [];
}

/** A column headed by a period of a fiscal year. */
export interface FiscalColumn {
  readonly column: number;
  readonly at: FiscalPeriod;
}

/** Columns headed "FY2025 P3"; "P3" takes its year from the row above. */
export function fiscalColumns(region: Region): FiscalColumn[] {
  const found = rowCells(region, region.header).flatMap(([column, cell]) => {
    const year = /(?:19|20)\d{2}/.exec(groupHeader(region, column))?.[0];
    const at = fiscalLabel(cell) ?? (year === undefined ? undefined : fiscalLabel(`${year} ${cellText(cell)}`));
    return at === undefined ? [] : [{ column, at }];
  });
  return found.length >= FEWEST_PERIODS ? found : [];
}
