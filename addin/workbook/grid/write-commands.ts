import type { CoreCommand, Model, Style, UpdateCellCommand, Zone } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import { filterEnd, headerRow, heightOf, rowOf, titleColumn } from "../../../shared/sheets/layout.ts";
import { isForInput, TONES } from "../../../shared/sheets/look.ts";
import type { RowSpec, SheetSpec } from "../../../shared/sheets/spec.ts";
import { cellContent, cellFormat } from "./cell-content.ts";
import { BANDS, headerStyle, lineStyle, SUBTITLE_STYLE, TITLE_STYLE } from "./cell-style.ts";
import { chartCommand } from "./chart-command.ts";

const PIXELS_A_CHARACTER = 7.5;

const zone = (top: number, left: number, bottom: number, right: number): Zone => ({ top, left, bottom, right });

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
    ...spec.rows.flatMap(({ kind: row, cells }, index) =>
      spec.columns.flatMap(({ kind }, col) => {
        const cell = cells[col] ?? null;
        const shown = row === "line" && (cell !== null || isForInput(kind)) ? line[col] : undefined;
        return update(rowOf(spec, index), col, cellContent(kind, cell), cellFormat(kind, cell), shown);
      }),
    ),
  ];
}

/** Runs of rows of one kind, each as its first and last. */
function runs(spec: SheetSpec, kind: RowSpec["kind"]): [number, number][] {
  const found: [number, number][] = [];
  spec.rows.forEach((row, index) => {
    if (row.kind !== kind) return;
    const at = rowOf(spec, index);
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

function furniture({ uuidGenerator }: Model, spec: SheetSpec, sheetId: string): CoreCommand[] {
  // Written out, for the grid makes ranges only of sheets that it already has.
  const range = (top: number, left: number, bottom: number, right: number) => ({
    _sheetId: sheetId,
    _zone: zone(top, left, bottom, right),
  });
  const [header, end] = [headerRow(spec), Math.max(headerRow(spec) + 1, heightOf(spec) - 1)];
  const below = (column: number) => range(header + 1, column, end, column);
  return [
    ...spec.columns.map(({ width }, col): CoreCommand => ({
      type: "RESIZE_COLUMNS_ROWS",
      sheetId,
      dimension: "COL",
      elements: [col],
      size: Math.round(width * PIXELS_A_CHARACTER) + 10,
    })),
    { type: "FREEZE_ROWS", sheetId, quantity: header + 1 },
    ...(spec.frozenColumns > 0
      ? [{ type: "FREEZE_COLUMNS", sheetId, quantity: spec.frozenColumns } satisfies CoreCommand]
      : []),
    ...(spec.filter
      ? [
          {
            type: "CREATE_TABLE",
            sheetId,
            ranges: [range(header, 0, filterEnd(spec), spec.columns.length - 1)],
            tableType: "static",
            config: {
              hasFilters: true,
              totalRow: false,
              firstColumn: false,
              lastColumn: false,
              numberOfHeaders: 1,
              bandedRows: false,
              bandedColumns: false,
              styleId: "None",
            },
          } satisfies CoreCommand,
        ]
      : []),
    ...spec.highlights.map(({ column, when, tone }): CoreCommand => ({
      type: "ADD_CONDITIONAL_FORMAT",
      sheetId,
      ranges: [below(column)],
      cf: {
        id: uuidGenerator.smallUuid(),
        rule: {
          type: "CellIsRule",
          operator: "customFormula",
          values: [when],
          style: { textColor: TONES[tone].text, fillColor: TONES[tone].fill, bold: true },
        },
      },
    })),
    ...spec.columns.flatMap(({ kind }, col): CoreCommand[] =>
      kind !== "input"
        ? []
        : [
            {
              type: "ADD_DATA_VALIDATION_RULE",
              sheetId,
              ranges: [below(col)],
              rule: {
                id: uuidGenerator.smallUuid(),
                criterion: { type: "isGreaterOrEqualTo", values: ["0"] },
                isBlocking: true,
              },
            },
          ],
    ),
    ...spec.charts.map((chart, index) => chartCommand(spec, chart, index, sheetId, uuidGenerator.smallUuid())),
  ];
}

export interface WriteCommands {
  /** The cells that are written, whatever they held. */
  readonly cells: readonly UpdateCellCommand[];
  readonly rest: readonly CoreCommand[];
}

/** Commands that make a sheet what `spec` says. It must be large enough, and empty but for the cells that are written. */
export function writeCommands(model: Model, spec: SheetSpec, sheetId: string): WriteCommands {
  const cells = contents(spec, sheetId);
  return { cells, rest: [...bands(spec, sheetId), ...furniture(model, spec, sheetId)] };
}
