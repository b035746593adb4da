import { EXCEL_EPOCH, isoDate } from "../../../shared/calendar/dates.ts";
import { FIELDS_OF, type Field, type TableRole } from "../../../shared/tables/fields.ts";
import { dataRows, headerText, type FoundTable } from "../../../shared/tables/find-tables.ts";
import { cellText, type CellValue } from "../../../shared/tables/sheet.ts";
import { headersOf } from "./corrections.ts";
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
  /** The first rows of the recognised columns. */
  readonly preview: { readonly headers: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

/** A column less sure than this is marked. */
const DOUBTFUL = 0.75;
const PREVIEW_ROWS = 3;
const PREVIEW_COLUMNS = 6;
/** Excel's own count of the days of dates between 1990 and 2099. */
const isDateSerial = (value: number): boolean => Number.isInteger(value) && value >= 32_874 && value <= 73_050;

const DATED: readonly (Field | undefined)[] = ["date", "due", "start", "end"];

function previewText(cell: CellValue | undefined, field: Field | undefined): string {
  if (DATED.includes(field) && typeof cell === "number" && isDateSerial(cell)) return isoDate(cell - EXCEL_EPOCH);
  if (typeof cell === "number") return String(Math.round(cell * 100) / 100);
  return cellText(cell);
}

function preview(table: FoundTable): TableView["preview"] {
  const known = [...table.columns].map(([field, column]) => ({ field, column }));
  const periods = table.periods.map(({ column }) => ({ field: undefined, column }));
  const shown = [...known, ...periods.slice(-3)].sort((a, b) => a.column - b.column).slice(0, PREVIEW_COLUMNS);
  const rows: string[][] = [];
  for (const { row } of dataRows(table)) {
    if (rows.length === PREVIEW_ROWS) break;
    rows.push(shown.map(({ column, field }) => previewText(row[column], field)));
  }
  return { headers: shown.map(({ column }) => headerText(table, column)), rows };
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
