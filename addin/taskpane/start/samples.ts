import type { ColumnKind as DemoKind, DemoSheet } from "../../../shared/demo/sheets.ts";
import type { ColumnKind, SheetSpec, SpecCell } from "../../../shared/sheets/spec.ts";
import type { Undo, WorkbookPort } from "../../workbook/port.ts";
import { writeBeside } from "./write-beside.ts";

const KINDS: Readonly<Record<DemoKind, ColumnKind>> = {
  text: "text",
  units: "quantity",
  money: "money",
  date: "date",
  "yes-no": "text",
  share: "money",
  rate: "money",
};

/** The toy shop's sheet as any workbook writes it. */
function sampleSheet({ name, columns, rows }: DemoSheet): SheetSpec {
  const cell = (value: DemoSheet["rows"][number][number], column: number): SpecCell =>
    columns[column]?.kind === "date" && typeof value === "string" ? { date: value } : value;
  return {
    name,
    title: [],
    columns: columns.map(({ header, kind, width }) => ({ header, width, kind: KINDS[kind] })),
    rows: rows.map((row) => ({ kind: "line", cells: row.map(cell) })),
    frozenColumns: 0,
    filter: true,
    highlights: [],
    charts: [],
  };
}

/** Writes the invented toy shop into the workbook, beside what is there. Refuses where a name is taken. */
export function writeSamples(port: WorkbookPort, sheets: readonly DemoSheet[]): Promise<Undo> {
  return writeBeside(port, sheets.map(sampleSheet), "Sample data");
}
