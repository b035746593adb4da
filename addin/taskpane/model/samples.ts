import { UserError } from "../../../shared/define/errors.ts";
import type { ColumnKind as DemoKind, DemoSheet } from "../../../shared/demo/sheets.ts";
import type { ColumnKind, SheetSpec, SpecCell } from "../../../shared/sheets/spec.ts";
import type { Undo, WorkbookPort } from "../../workbook/port.ts";

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
export function sampleSheet({ name, columns, rows }: DemoSheet): SheetSpec {
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
export async function writeSamples(port: WorkbookPort, sheets: readonly DemoSheet[]): Promise<Undo> {
  const taken = new Set((await port.readSheets()).map(({ name }) => name.toLowerCase()));
  const clash = sheets.find(({ name }) => taken.has(name.toLowerCase()));
  if (clash)
    throw new UserError(
      `This workbook already has a sheet "${clash.name}", which stays as it is: open an empty workbook and try the sample there`,
    );
  return port.writeSheets(sheets.map(sampleSheet), "Sample data");
}
