import type { CoreCommand, Model, Style, UpdateCellCommand } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import { headerRow, placedRows, titleColumn } from "../../../shared/sheets/layout.ts";
import { isForInput } from "../../../shared/sheets/look.ts";
import type { RowSpec, SheetSpec } from "../../../shared/sheets/spec.ts";
import { cellContent, cellFormat } from "./cell-content.ts";
import { BANDS, headerStyle, lineStyle, SUBTITLE_STYLE, TITLE_STYLE } from "./cell-style.ts";
import { furniture } from "./furniture.ts";
import { zone } from "./zone.ts";

/** One command a cell, for each costs: what it holds and how it looks. Nothing for cells that are blank and plain. */
function contents(spec: SheetSpec, sheetId: string): UpdateCellCommand[] {
  const update = (row: number, col: number, content: string, format?: string, style?: Style): UpdateCellCommand[] =>
    content === "" && format === undefined && style === undefined
      ? []
      : [{ type: "UPDATE_CELL", sheetId, row, col, content, format: format ?? "", style: style ?? null }];
  const header = headerRow(spec);
  const line = spec.columns.map(({ kind }) => lineStyle(kind));
  return [
    ...spec.title.flatMap((text, row) =>
      update(
        row,
        titleColumn(spec, row),
        cellContent("text", text),
        undefined,
        row === 0 ? TITLE_STYLE : SUBTITLE_STYLE,
      ),
    ),
    ...spec.columns.flatMap(({ header: text, kind }, col) =>
      update(header, col, cellContent("text", text), undefined, headerStyle(kind)),
    ),
    ...placedRows(spec).flatMap(({ kind: row, cells, at }) =>
      spec.columns.flatMap(({ kind }, col) => {
        const cell = cells[col] ?? null;
        const shown = row === "line" && (cell !== null || isForInput(kind)) ? line[col] : undefined;
        return update(at, col, cellContent(kind, cell), cellFormat(kind, cell), shown);
      }),
    ),
  ];
}

/** Runs of rows of one kind, each as its first and last. */
function runs(spec: SheetSpec, kind: RowSpec["kind"]): [number, number][] {
  const found: [number, number][] = [];
  placedRows(spec).forEach(({ kind: row, at }) => {
    if (row !== kind) return;
    const last = found.at(-1);
    if (last?.[1] === at - 1) last[1] = at;
    else found.push([at, at]);
  });
  return found;
}

/** Headings and totals stand out over the whole width. */
function bands(spec: SheetSpec, sheetId: string): CoreCommand[] {
  return (["heading", "total"] as const).flatMap((kind): CoreCommand[] => {
    const target = runs(spec, kind).map(([first, last]) => zone(first, 0, last, spec.columns.length - 1));
    return target.length === 0 ? [] : [{ type: "SET_FORMATTING", sheetId, target, style: BANDS[kind] }];
  });
}

export interface WriteCommands {
  /** The cells that are written, whatever they held. */
  readonly cells: readonly UpdateCellCommand[];
  readonly rest: readonly CoreCommand[];
}

/** Commands that make a sheet what `spec` says. It must be large enough, and empty but for the cells that are written. */
export function writeCommands(model: Model, spec: SheetSpec, sheetId: string): WriteCommands {
  const cells = contents(spec, sheetId);
  const newId = (): string => model.uuidGenerator.smallUuid();
  return { cells, rest: [...bands(spec, sheetId), ...furniture({ spec, sheetId, newId })] };
}
