import type { CoreCommand, Model, Zone } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import { headerRow, heightOf, rowOf, titleColumn } from "../../../shared/sheets/layout.ts";
import { TONES } from "../../../shared/sheets/look.ts";
import type { RowSpec, SheetSpec } from "../../../shared/sheets/spec.ts";
import { cellContent, cellFormat } from "./cell-content.ts";
import { cellStyle, headerStyle, SUBTITLE_STYLE, TITLE_STYLE } from "./cell-style.ts";
import { chartCommand } from "./chart-command.ts";

const PIXELS_A_CHARACTER = 7.5;
const ROW_KINDS: readonly RowSpec["kind"][] = ["line", "heading", "total"];

const zone = (top: number, left: number, bottom: number, right: number): Zone => ({ top, left, bottom, right });

function contents(spec: SheetSpec, sheetId: string): CoreCommand[] {
  const update = (row: number, col: number, content: string, format?: string): CoreCommand[] =>
    content === "" && format === undefined
      ? []
      : [{ type: "UPDATE_CELL", sheetId, row, col, content, ...(format === undefined ? {} : { format }) }];
  const header = headerRow(spec);
  return [
    ...spec.title.flatMap((line, row) => update(row, titleColumn(spec, row), cellContent("text", line))),
    ...spec.columns.flatMap((column, col) => update(header, col, cellContent("text", column.header))),
    ...spec.rows.flatMap(({ cells }, index) =>
      spec.columns.flatMap(({ kind }, col) => {
        const cell = cells[col] ?? null;
        return update(rowOf(spec, index), col, cellContent(kind, cell), cellFormat(kind, cell));
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

function styles(spec: SheetSpec, sheetId: string): CoreCommand[] {
  const header = headerRow(spec);
  const format = (target: Zone[], style: ReturnType<typeof cellStyle>): CoreCommand[] =>
    target.length === 0 || style === undefined ? [] : [{ type: "SET_FORMATTING", sheetId, target, style }];
  const title = spec.title.length;
  const lines = titleColumn(spec, 1);
  return [
    ...(title > 0 ? format([zone(0, 0, 0, 0)], TITLE_STYLE) : []),
    ...(title > 1 ? format([zone(1, lines, title - 1, lines)], SUBTITLE_STYLE) : []),
    ...spec.columns.flatMap(({ kind }, col) => format([zone(header, col, header, col)], headerStyle(kind))),
    ...ROW_KINDS.flatMap((row) => {
      const rows = runs(spec, row);
      return spec.columns.flatMap(({ kind }, col) =>
        format(
          rows.map(([first, last]) => zone(first, col, last, col)),
          cellStyle(row, kind),
        ),
      );
    }),
  ];
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
            ranges: [range(header, 0, end, spec.columns.length - 1)],
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

/** Commands that fill an empty sheet with what `spec` says. The sheet must be large enough. */
export function writeCommands(model: Model, spec: SheetSpec, sheetId: string): CoreCommand[] {
  return [...contents(spec, sheetId), ...styles(spec, sheetId), ...furniture(model, spec, sheetId)];
}
