import { dateOf, dateOrder, type DatedSpan } from "./dates.ts";
import { columnValues, sample } from "./evidence/column.ts";
import { joinCodes } from "./evidence/codes.ts";
import type { Field } from "./fields/index.ts";
import { HEADER_SEARCH } from "./layout/header-rows.ts";
import { KIND_OF, type KindName, type TableRole } from "./kinds/index.ts";
import { decide } from "./decide/decide.ts";
import type { DecideContext, Decision, OpenReading } from "./decide/decision.ts";
import type { FiscalColumn } from "./decide/periods.ts";
import { bandsOf, groupings } from "./layout/bands.ts";
import { groupHeader, ownHeader, rangeOf, type Region } from "./layout/region.ts";
import { sheetRegions } from "./layout/blocks.ts";
import { turned } from "./layout/turned.ts";
import { cellText, isBlank, type CellValue, type Sheet } from "./sheet.ts";
import { plain } from "../words/plain.ts";
import { wordsOf } from "./wordlists.ts";

export { HEADER_SEARCH } from "./layout/header-rows.ts";

/** A table found on a sheet, with the column of each field. */
export interface FoundTable {
  readonly sheet: Sheet;
  readonly role: TableRole;
  /** 0-based row of the header. */
  readonly header: number;
  readonly columns: ReadonlyMap<Field, number>;
  /** Columns whose header is a period, in a history with a column a period. */
  readonly periods: readonly { readonly column: number; readonly span: DatedSpan }[];
  /** How sure each column is, 0 to 1; absent where someone chose it. */
  readonly certainty?: ReadonlyMap<Field, number> | undefined;
  /** Where it stands; the whole sheet below the header where absent. */
  readonly region?: Region | undefined;
  readonly named?: KindName | undefined;
  /** The periods read as weeks, where that may be meant as well. */
  readonly weeks?: readonly { readonly column: number; readonly span: DatedSpan }[] | undefined;
  /** Columns headed by periods of fiscal years. */
  readonly fiscal?: readonly FiscalColumn[] | undefined;
  /** When a row happened, where more than its cells says that. */
  readonly when?: ((row: readonly CellValue[]) => DatedSpan | null) | undefined;
  /** Columns of months that name no year. */
  readonly yearless?: readonly number[] | undefined;
  /** Columns that together are a field: stock by warehouse, sales by channel. */
  readonly parts?: ReadonlyMap<Field, readonly number[]> | undefined;
  /** What nothing tells of it, and the buyer must. */
  readonly open?: OpenReading | undefined;
}

/** A part of a sheet that no plan is made of, and what it is. */
export interface UnusedTable {
  readonly sheet: string;
  readonly range: string;
  readonly what: string;
  readonly named: KindName | undefined;
  /** Headers that would hold demand if they held units. */
  readonly money: readonly string[];
}

/** A sheet of which nothing is used, with the first headers that it may have. */
export interface UnreadSheet {
  readonly sheet: string;
  readonly headers: readonly string[];
}

export interface TablesFound {
  readonly tables: readonly FoundTable[];
  readonly unused: readonly UnusedTable[];
  readonly unread: readonly UnreadSheet[];
}

function lastDay(region: Region, column: number): number | null {
  const cells = sample(region, column);
  const { order } = dateOrder(cells);
  const days = cells.flatMap((cell) => dateOf(cell, order)?.day ?? []);
  return days.length === 0 ? null : days.reduce((a, b) => Math.max(a, b));
}

const asTable = (region: Region, decision: Decision, role: TableRole): FoundTable => ({
  sheet: region.sheet,
  role,
  header: region.header,
  columns: decision.assigned.columns,
  certainty: decision.assigned.certainty,
  periods: decision.periods,
  region,
  named: decision.named,
  yearless: decision.yearless,
  weeks: decision.weeks,
  fiscal: decision.fiscal,
  open: decision.open,
});

interface Decided {
  readonly region: Region;
  readonly decision: Decision;
}

/** Splitting must explain so much more: a gap may as well be an empty column of one table. */
const PER_TABLE = 0.75;

/** How much of the columns a way to split them explains; a part that is no table speaks against it. */
function explained(parts: readonly Decided[], tables: number): number {
  const sure = ({ decision: { role, assigned, periods, named } }: Decided): number =>
    role === "unused" && (named === undefined || named === "items")
      ? -1
      : [...assigned.certainty.values()].reduce((sum, one) => sum + one, 0) + Math.min(3, periods.length);
  return parts.reduce((sum, part) => sum + sure(part), 0) - PER_TABLE * (tables - 1);
}

/** Tables may stand side by side: of all ways to split the columns at gaps the one that explains most of them. */
function decideParts(region: Region, context: DecideContext): Decided[] {
  const whole = decide(region, context).map((decision) => ({ region, decision }));
  const bands = bandsOf(region);
  if (bands.length < 2) return whole;
  let best = { parts: whole, score: explained(whole, 1) };
  for (const groups of groupings(bands)) {
    if (groups.length < 2) continue;
    const parts = groups.flatMap((group) => decide(group, context).map((decision) => ({ region: group, decision })));
    const score = explained(parts, groups.length);
    if (score > best.score) best = { parts, score };
  }
  return best.parts;
}

const isUsed = ({ decision }: Decided): boolean => decision.role !== "unused";

/** What stands on a sheet; where that is nothing known, what stands on it turned. */
function decideSheet(sheet: Sheet, context: DecideContext): Decided[] {
  const found = sheetRegions(sheet).flatMap((region) => decideParts(region, context));
  if (found.some((one) => isUsed(one) || isKnown(one.decision.named))) return found;
  const other = turned(sheet);
  const again = other === undefined ? [] : sheetRegions(other).flatMap((region) => decideParts(region, context));
  return again.some(standsTurned) ? again : found;
}

/** Fields named so surely show that they stand below one another. */
const SURE_FIELD = 0.8;
const FEWEST_FIELDS = 3;

/** A list of items with their fields below one another, each once, or of dates, each once, with numbers for items beside them. */
function standsTurned({ region, decision: { role, assigned, periods } }: Decided): boolean {
  if (role === "items") {
    const headers = Array.from({ length: region.right - region.left }, (_, i) => ownHeader(region, region.left + i));
    const named = headers.filter(Boolean).map((header) => plain(header));
    const sure = [...assigned.certainty.values()].filter((one) => one >= SURE_FIELD).length;
    // A page of notes repeats the same words down its first column, or holds sentences that name no field.
    const fieldsAlone = new Set(named).size === named.length && 2 * assigned.columns.size >= named.length;
    return fieldsAlone && assigned.columns.has("sku") && sure >= FEWEST_FIELDS;
  }
  if (role !== "history" || periods.length === 0) return false;
  const once = new Set(periods.map(({ span }) => span.day)).size === periods.length;
  return once && periods.every(({ column }) => columnValues(sample(region, column)).numbers >= SURE_FIELD);
}

/** A name that says what a table is; "Items" may be called what holds none. */
export const isKnown = (named: KindName | undefined): boolean =>
  named !== undefined && KIND_OF.get(named)?.what !== undefined;

function unusedOf({ region, decision: { what, named, assigned } }: Decided): UnusedTable {
  const amount = assigned.columns.get("amount");
  const money = amount === undefined ? [] : [ownHeader(region, amount)];
  return { sheet: region.sheet.name, range: rangeOf(region), what, named, money };
}

/** Finds the tables of all sheets, with what is left out and why. */
export function findAllTables(sheets: readonly Sheet[], today?: number): TablesFound {
  const context: DecideContext = { today, lastDay };
  const found = sheets.map((sheet) => ({ sheet, parts: decideSheet(sheet, context) }));
  const parts = found.flatMap((one) => one.parts);
  const tables = parts.flatMap(({ region, decision }) =>
    decision.role === "unused" ? [] : [asTable(region, decision, decision.role)],
  );
  return {
    tables: joinCodes(tables),
    unused: parts.filter((part) => !isUsed(part)).map(unusedOf),
    unread: found
      .filter((one) => !one.parts.some((part) => isUsed(part) || isKnown(part.decision.named)))
      .flatMap(({ sheet }) => unreadOf(sheet)),
  };
}

const MOST_HEADERS = 4;

/** A sheet with something on it of which nothing is used: its first row of several texts may be a header nobody knows. */
function unreadOf({ name, rows }: Sheet): UnreadSheet[] {
  if (!rows.some((row) => row.some((cell) => !isBlank(cell)))) return [];
  const header = rows
    .slice(0, HEADER_SEARCH)
    .find((row) => row.filter((cell) => typeof cell === "string" && !isBlank(cell)).length > 1);
  return [{ sheet: name, headers: (header ?? []).map(cellText).filter(Boolean).slice(0, MOST_HEADERS) }];
}

/** The tables that a plan can be made of. */
export function findTables(sheets: readonly Sheet[], today?: number): FoundTable[] {
  return [...findAllTables(sheets, today).tables];
}

const TOTALS = wordsOf((language) => language.totals);
const AVERAGES = wordsOf((language) => language.averages);

const LONG_TOTALS = [...TOTALS].filter((word) => word.length > 3);
const KEPT_LEADS = 50_000;
const leads = new Map<string, boolean>();

function saysTotal(lead: string): boolean {
  const text = plain(lead);
  return (
    TOTALS.has(text) ||
    AVERAGES.has(text) ||
    LONG_TOTALS.some((word) => text.startsWith(`${word} `) || text.endsWith(` ${word}`))
  );
}

function isTotal(lead: CellValue | undefined): boolean {
  if (typeof lead !== "string" || lead.length > 60) return false;
  const known = leads.get(lead);
  if (known !== undefined) return known;
  const total = saysTotal(lead);
  if (leads.size < KEPT_LEADS) leads.set(lead, total);
  return total;
}

/** Rows of data below the header, with their 1-based numbers: no blank rows, totals, repeated headers or lone remarks. */
export function* dataRows(
  table: FoundTable,
): Generator<{ readonly row: readonly CellValue[]; readonly number: number }> {
  const { rows } = table.sheet;
  const header = rows[table.header] ?? [];
  const columns = [...table.columns.values(), ...table.periods.map(({ column }) => column)];
  const sku = table.columns.get("sku") ?? table.columns.get("supplier") ?? 0;
  const bottom = table.region?.bottom ?? rows.length;
  const left = table.region?.left ?? 0;
  const right = table.region?.right ?? Infinity;
  for (let index = table.header + 1; index < bottom; index++) {
    const row = rows[index] ?? [];
    if (!someFilled(row, columns)) continue;
    const lead = isBlank(row[sku]) ? firstFilled(row, left, right) : row[sku];
    if (typeof lead === "string") {
      if (isTotal(lead) || lead === header[sku]) continue;
      if (lead.includes(" ") && isRemark(lead, row, columns, sku, left, right)) continue;
    }
    yield { row, number: index + 1 };
  }
}

function someFilled(row: readonly CellValue[], columns: readonly number[]): boolean {
  for (const column of columns) if (!isBlank(row[column])) return true;
  return false;
}

function firstFilled(row: readonly CellValue[], left: number, right: number): CellValue | undefined {
  for (let column = left; column < Math.min(right, row.length); column++) if (!isBlank(row[column])) return row[column];
  return undefined;
}

/** A sentence alone in a row of a table with several columns. */
function isRemark(
  lead: string,
  row: readonly CellValue[],
  columns: readonly number[],
  sku: number,
  left: number,
  right: number,
): boolean {
  if (columns.length < 2 || lead.trim().split(/\s+/).length < 3) return false;
  for (let column = left; column < Math.min(right, row.length); column++)
    if (column !== sku && !isBlank(row[column])) return false;
  return true;
}

/** The cells of a field's column in the data rows. */
export function columnCells(table: FoundTable, column: number): CellValue[] {
  const cells: CellValue[] = [];
  const bottom = table.region?.bottom ?? table.sheet.rows.length;
  for (let index = table.header + 1; index < bottom; index++) {
    const cell = table.sheet.rows[index]?.[column];
    if (!isBlank(cell)) cells.push(cell ?? null);
  }
  return cells;
}

/** The header text above a column, or of the row above it where it spans both. */
export function headerText(table: FoundTable, column: number | undefined): string {
  if (column === undefined) return "";
  return table.region === undefined
    ? cellText(table.sheet.rows[table.header]?.[column])
    : ownHeader(table.region, column);
}

/** A header with the group above it, which may say what it is of. */
export function fullHeader(table: FoundTable, column: number | undefined): string {
  const group = column === undefined || table.region === undefined ? "" : groupHeader(table.region, column);
  return `${group} ${headerText(table, column)}`.trim();
}
