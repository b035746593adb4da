import { headerRow, titleColumn } from "../../../shared/sheets/layout.ts";
import { cellString, excelDay, numberFormat, TEXT_FORMAT } from "../../../shared/sheets/look.ts";
import type { SheetSpec, SpecCell } from "../../../shared/sheets/spec.ts";

export type Entered = string | number | boolean;

/** What a sheet holds, row by row from A1: number formats first, for text is only safe in cells formatted as text. */
export interface SheetValues {
  readonly formats: readonly (readonly string[])[];
  readonly cells: readonly (readonly Entered[])[];
}

function entered(cell: SpecCell | undefined): Entered {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "string") return cellString(cell);
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : "";
  if (typeof cell === "boolean") return cell;
  return "formula" in cell ? cell.formula : excelDay(cell.date);
}

/** Formats and contents of every cell of the block that `spec` takes. */
export function sheetValues(spec: SheetSpec): SheetValues {
  const width = spec.columns.length;
  const blank = Array<SpecCell>(width).fill(null);
  const gap = headerRow(spec) - spec.title.length;
  const above: SpecCell[][] = [
    ...spec.title.map((line, row) => blank.map((_, i) => (i === titleColumn(spec, row) ? line : null))),
    ...Array.from({ length: gap }, () => blank),
    spec.columns.map(({ header }) => header),
  ];
  const format = (cells: readonly SpecCell[]): string[] =>
    spec.columns.map(({ kind }, i) => numberFormat(kind, cells[i]));
  const below = spec.rows.map(({ cells }) => blank.map((_, i) => cells[i] ?? null));
  return {
    formats: [
      ...above.map((cells) => cells.map((cell) => (typeof cell === "string" ? TEXT_FORMAT : "General"))),
      ...below.map(format),
    ],
    cells: [...above, ...below].map((cells) => cells.map(entered)),
  };
}
