import { headerRow, titleColumn } from "../../../shared/sheets/layout.ts";
import { cellString, excelDay, numberFormat, TEXT_FORMAT } from "../../../shared/sheets/look.ts";
import type { RowSpec, SheetSpec, SpecCell } from "../../../shared/sheets/spec.ts";

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
  const gap = headerRow(spec) - spec.title.length - (spec.summary?.rows.length ?? 0);
  const words = (cells: readonly SpecCell[]) => ({
    cells,
    formats: cells.map((cell) => (typeof cell === "string" ? TEXT_FORMAT : "General")),
  });
  const data = ({ cells }: RowSpec) => ({
    cells: blank.map((_, i) => cells[i] ?? null),
    formats: spec.columns.map(({ kind }, i) => numberFormat(kind, cells[i])),
  });
  const rows = [
    ...spec.title.map((line, row) => words(blank.map((_, i) => (i === titleColumn(spec, row) ? line : null)))),
    ...(spec.summary?.rows ?? []).map(data),
    ...Array.from({ length: gap }, () => words(blank)),
    words(spec.columns.map(({ header }) => header)),
    ...spec.rows.map(data),
  ];
  return { formats: rows.map(({ formats }) => formats), cells: rows.map(({ cells }) => cells.map(entered)) };
}
