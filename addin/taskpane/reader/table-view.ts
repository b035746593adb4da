import { EXCEL_EPOCH, isoDate } from "../../../shared/calendar/dates.ts";
import type { Field } from "../../../shared/tables/fields/index.ts";
import { FIELDS_OF, type TableRole } from "../../../shared/tables/kinds/index.ts";
import { dataRows, headerText, type FoundTable } from "../../../shared/tables/find-tables.ts";
import { cellText, type CellValue } from "../../../shared/tables/sheet.ts";
import { headersOf } from "./corrected-tables.ts";
import { FIELD_LABELS, NEEDED } from "./field-labels.ts";

export interface ColumnView {
  readonly field: Field;
  readonly label: string;
  /** The header of its column; "" where there is none. */
  readonly header: string;
  readonly needed: boolean;
  /** Its header and values leave a doubt. */
  readonly doubtful: boolean;
}

/** One table as the pane shows it: where it is, what its columns mean, how it begins. */
export interface TableView {
  readonly role: TableRole;
  readonly sheet: string;
  readonly rows: number;
  readonly headerRow: number;
  /** Recognised and needed columns. */
  readonly columns: readonly ColumnView[];
  /** All headers to choose from. */
  readonly headers: readonly string[];
  /** Fields that could still be told a column. */
  readonly others: readonly ColumnView[];
  /** "2024-W01 to 2026-W47, 150 columns" where demand has a column a period. */
  readonly periods: string;
  /** How the table begins, as it stands on the buyer's sheet. */
  readonly preview: { readonly columns: readonly MarkedColumn[]; readonly rows: readonly (readonly string[])[] };
}

/** A column of the buyer's sheet and what it was taken for. */
export interface MarkedColumn {
  readonly header: string;
  /** "Unit cost", "Demand", "not used". */
  readonly taken: string;
  /** "sure", "80 % sure"; "" where it was chosen or is not used. */
  readonly certainty: string;
  readonly doubtful: boolean;
}

/** A column less sure than this is marked. */
const DOUBTFUL = 0.75;
const PREVIEW_ROWS = 3;
const PREVIEW_COLUMNS = 40;
const RECENT_PERIODS = 3;
/** Excel's own count of the days of dates between 1990 and 2099. */
const isDateSerial = (value: number): boolean => Number.isInteger(value) && value >= 32_874 && value <= 73_050;

const DATED: readonly (Field | undefined)[] = ["date", "due", "start", "end"];

function previewText(cell: CellValue | undefined, field: Field | undefined): string {
  if (DATED.includes(field) && typeof cell === "number" && isDateSerial(cell)) return isoDate(cell - EXCEL_EPOCH);
  if (typeof cell === "number") return String(Math.round(cell * 100) / 100);
  return cellText(cell);
}

/** Above this nothing speaks against a column. */
const SURE = 0.95;

function certaintyText(certainty: number | undefined): string {
  if (certainty === undefined) return "";
  return certainty >= SURE ? "sure" : `${Math.round(certainty * 100)}% sure`;
}

/** What each column with a header was taken for, in the order of the sheet; of many periods only the last few. */
function markedColumns(table: FoundTable): { readonly column: number; readonly field: Field | undefined }[] {
  const taken = new Map([...table.columns].map(([field, column]) => [column, field]));
  const periods = new Set(table.periods.map(({ column }) => column));
  const recent = new Set(table.periods.slice(-RECENT_PERIODS).map(({ column }) => column));
  const { left = 0, right = table.sheet.rows[table.header]?.length ?? 0 } = table.region ?? {};
  return Array.from({ length: Math.max(0, right - left) }, (_, i) => left + i)
    .filter((column) => headerText(table, column) !== "" && (!periods.has(column) || recent.has(column)))
    .map((column) => ({ column, field: taken.get(column) }))
    .slice(0, PREVIEW_COLUMNS);
}

function preview(table: FoundTable): TableView["preview"] {
  const shown = markedColumns(table);
  const periods = new Set(table.periods.map(({ column }) => column));
  const rows: string[][] = [];
  for (const { row } of dataRows(table)) {
    if (rows.length === PREVIEW_ROWS) break;
    rows.push(shown.map(({ column, field }) => previewText(row[column], field)));
  }
  const columns = shown.map(({ column, field }) => {
    const certainty = field === undefined ? undefined : table.certainty?.get(field);
    return {
      header: headerText(table, column),
      taken: field !== undefined ? FIELD_LABELS[field] : periods.has(column) ? "Demand" : "not used",
      certainty: certaintyText(certainty),
      doubtful: certainty !== undefined && certainty < DOUBTFUL,
    };
  });
  return { columns, rows };
}

function periodsText(table: FoundTable): string {
  const [first, last] = [table.periods[0], table.periods.at(-1)];
  if (!first || !last) return "";
  return `${headerText(table, first.column)} to ${headerText(table, last.column)}, ${table.periods.length} columns`;
}

export function tableView(table: FoundTable): TableView {
  const wide = table.periods.length > 0 && table.role === "history";
  const fields = FIELDS_OF[table.role].filter((field) => !wide || field === "sku");
  const needed = NEEDED[table.role];
  const views = fields.map((field) => ({
    field,
    label: FIELD_LABELS[field],
    header: headerText(table, table.columns.get(field)),
    needed: needed.includes(field),
    doubtful: (table.certainty?.get(field) ?? 1) < DOUBTFUL,
  }));
  const shown = views.filter(({ header, needed: asked }) => header !== "" || asked);
  const rank = ({ field }: ColumnView): number => (needed.indexOf(field) + needed.length + 1) % (needed.length + 1);
  return {
    role: table.role,
    sheet: table.sheet.name,
    rows: [...dataRows(table)].length,
    headerRow: table.header + 1,
    columns: shown.sort((a, b) => rank(a) - rank(b)),
    others: views.filter((view) => !shown.includes(view)),
    headers: [...headersOf(table).keys()],
    periods: periodsText(table),
    preview: preview(table),
  };
}
