import type { FoundTable } from "../find-tables.ts";
import { SYSTEMS } from "./index.ts";
import type { SystemTable } from "./system.ts";
import { plain } from "../plain.ts";
import { cellText } from "../sheet.ts";

const KNOWN = SYSTEMS.flatMap(({ tables }) => tables).map((table) => ({
  table,
  headers: new Set(Object.keys(table.columns).map((header) => plain(header))),
}));
/** A table is a system's export where it has at least so many of its headers, and so large a share of them. */
const FEWEST = 3;
const SHARE = 0.6;

/** The profile whose headers a table has, if it has most of them. */
export function profileOf(table: FoundTable): SystemTable | undefined {
  const own = new Set((table.sheet.rows[table.header] ?? []).map((cell) => plain(cellText(cell))));
  let best: { table: SystemTable; count: number } | undefined;
  for (const { table: known, headers } of KNOWN) {
    const count = [...headers].filter((header) => own.has(header)).length;
    if (count >= FEWEST && count >= SHARE * headers.size && count > (best?.count ?? 0)) best = { table: known, count };
  }
  return best?.table;
}
