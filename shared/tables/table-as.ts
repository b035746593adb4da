import type { TableRole } from "./kinds/index.ts";
import { HEADER_SEARCH, type FoundTable } from "./find-tables.ts";
import { assign, columnsOf } from "./decide/columns.ts";
import { periodColumns } from "./decide/periods.ts";
import { headerSigns } from "./layout/header-rows.ts";
import type { Region } from "./layout/region.ts";
import type { Sheet } from "./sheet.ts";

const MOST_PERIODS_COUNTED = 20;
const FEWEST_HEADERS = 2;

function tableAt(sheet: Sheet, role: TableRole, header: number): FoundTable {
  const right = (sheet.rows[header] ?? []).length;
  const region: Region = { sheet, header, parent: undefined, bottom: sheet.rows.length, left: 0, right, title: "" };
  const periods = role === "history" ? periodColumns(region) : [];
  const { columns } = assign(columnsOf(region), role, new Set(periods.map(({ column }) => column)));
  const sku = columns.get("sku");
  if (periods.length === 0) return { sheet, role, header, columns, periods, region };
  return { sheet, role, header, columns: new Map(sku === undefined ? [] : [["sku", sku]]), periods, region };
}

/** The first row with several texts, where no header of the sheet is known. */
function firstHeader(sheet: Sheet): number {
  const at = sheet.rows.findIndex((row) => row.filter((cell) => typeof cell === "string").length >= FEWEST_HEADERS);
  return Math.max(0, at);
}

/** Reads a sheet as the table that someone says it is, whatever its headers; the columns that are known are assigned. */
export function tableAs(sheet: Sheet, role: TableRole): FoundTable {
  let best: FoundTable | undefined;
  let bestScore = 0;
  for (let header = 0; header < Math.min(HEADER_SEARCH, sheet.rows.length); header++) {
    const { known, periods, numbers } = headerSigns(sheet.rows[header] ?? []);
    if (known + periods === 0 || numbers > known + periods) continue;
    const table = tableAt(sheet, role, header);
    const score = table.columns.size + Math.min(table.periods.length, MOST_PERIODS_COUNTED);
    if (score > bestScore) [best, bestScore] = [table, score];
  }
  return best ?? tableAt(sheet, role, firstHeader(sheet));
}
