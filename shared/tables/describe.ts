import type { Collector } from "./findings.ts";
import { dataRows, headerText, type FoundTable, type UnreadSheet, type UnusedTable } from "./find-tables.ts";
import type { Field } from "./fields/index.ts";
import { rangeOf, ownHeader } from "./layout/region.ts";
import { columnLetter, type Sheet } from "./sheet.ts";

const LISTED = 12;

/** Letter of a column, or the number of the row that it is of a turned sheet. */
const placeOf = ({ turned }: Sheet, column: number): string =>
  turned === true ? String(column + 1) : columnLetter(column);

/** Columns that have a header and that no table of this region uses. */
function unusedColumns(table: FoundTable, together: readonly FoundTable[]): { header: string; letter: string }[] {
  const { region } = table;
  if (region === undefined) return [];
  const used = new Set(
    [table, ...together].flatMap(({ columns, periods, parts }) => [
      ...columns.values(),
      ...periods.map(({ column }) => column),
      ...[...(parts?.values() ?? [])].flat(),
    ]),
  );
  const columns = Array.from({ length: Math.min(region.right, 1000) - region.left }, (_, i) => region.left + i);
  return columns
    .filter((column) => !used.has(column) && ownHeader(region, column) !== "")
    .map((column) => ({ header: ownHeader(region, column), letter: placeOf(table.sheet, column) }));
}

function periodsOf(table: FoundTable): { field: "periods"; header: string; letter: string }[] {
  const [first, last] = [table.periods[0], table.periods.at(-1)];
  if (!first || !last) return [];
  return [
    {
      field: "periods",
      header: `${headerText(table, first.column)} to ${headerText(table, last.column)}`,
      letter: `${placeOf(table.sheet, first.column)}:${placeOf(table.sheet, last.column)}`,
    },
  ];
}

/** Fields that only help to tell what a table is. */
const EVIDENCE: ReadonlySet<Field> = new Set<Field>(["customer", "amount"]);

/** Puts down what a table was read as, and which of its columns were not used. */
export function describe(table: FoundTable, all: readonly FoundTable[], collector: Collector): void {
  const columns = [...table.columns]
    .filter(([field]) => !EVIDENCE.has(field))
    .map(([field, column]) => ({
      field,
      header: (table.parts?.get(field) ?? [column]).map((part) => headerText(table, part)).join(" + "),
      letter: placeOf(table.sheet, column),
      ...(table.certainty?.has(field) ? { certainty: Math.round((table.certainty.get(field) ?? 0) * 100) / 100 } : {}),
    }));
  let rows = 0;
  const data = dataRows(table);
  while (data.next().done !== true) rows++;
  if (table.sheet.turned === true)
    collector.note(`${table.sheet.name}: the sheet was read turned, a column a row: "row 2" is its column B.`);
  const unused = unusedColumns(
    table,
    all.filter(({ region }) => region !== undefined && region === table.region),
  );
  collector.tables.push({
    sheet: table.sheet.name,
    role: table.role,
    header_row: table.header + 1,
    rows,
    columns: [...columns, ...periodsOf(table)],
    ...(table.region === undefined ? {} : { range: rangeOf(table.region) }),
    ...(unused.length > 0 ? { unused } : {}),
  });
  if (unused.length > 0) {
    const names = unused.slice(0, LISTED).map(({ header }) => `"${header}"`);
    const more = unused.length > LISTED ? ` and ${unused.length - LISTED} more` : "";
    collector.note(`${table.sheet.name}: not used: ${names.join(", ")}${more}.`, "unused");
  }
}

/** Puts down a part of a sheet that no plan is made of. */
export function describeUnused({ sheet, range, what }: UnusedTable, collector: Collector): void {
  collector.unused.push({ sheet, range, what });
  collector.note(`Sheet "${sheet}" (${range}) is ${what}; it was left out.`, "left out");
}

/** Names the sheets of which nothing was used: in one line, and with their headers where they may be tables. */
export function describeUnread(sheets: readonly UnreadSheet[], collector: Collector): void {
  if (sheets.length === 0) return;
  const names = sheets.slice(0, LISTED).map(({ sheet, headers }) => {
    const list = headers.map((header) => `"${header}"`).join(", ");
    return list === "" ? `"${sheet}"` : `"${sheet}" (${list}, …)`;
  });
  const more = sheets.length > LISTED ? ` and ${sheets.length - LISTED} more` : "";
  collector.note(`Sheets without a table that the plan knows, left out: ${names.join("; ")}${more}.`, "left out");
}
