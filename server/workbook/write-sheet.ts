import type { Worksheet } from "wasm-xlsxwriter";
import {
  blockAddress,
  columnBlock,
  headerRow,
  heightOf,
  highlightRows,
  placedRows,
  rowOf,
  summaryRow,
  titleColumn,
} from "../../shared/sheets/layout.ts";
import { cellString, isTextKind, TONES } from "../../shared/sheets/look.ts";
import { printScale } from "../../shared/sheets/page.ts";
import type { RowSpec, SheetSpec } from "../../shared/sheets/spec.ts";
import { linesOf, setUpPage, writeCell, type Formats } from "./cells.ts";
import { CHART_ROWS, insertChart } from "./chart.ts";
import type { Fold } from "./outline-xml.ts";
import type { SheetExtras } from "./sheet-extras.ts";

const LINE_HEIGHT = 15;
const HEADER_HEIGHT = 33;
/** Excel's limit is 409 points. */
const MOST_HEIGHT = 400;

function writeTop(sheet: Worksheet, spec: SheetSpec, formats: Formats): void {
  spec.title.forEach((text, row) =>
    sheet.writeStringWithFormat(
      row,
      titleColumn(spec, row),
      cellString(text),
      row === 0 ? formats.title : formats.hint,
    ),
  );
  const header = headerRow(spec);
  spec.columns.forEach(({ header: text, width, kind }, column) => {
    sheet.setColumnWidth(column, width);
    const format = isTextKind(kind) ? formats.headerLeft : formats.headerRight;
    sheet.writeStringWithFormat(header, column, cellString(text), format);
  });
  sheet.setRowHeight(header, HEADER_HEIGHT);
}

/** Its height fits the wrapped texts, which not every spreadsheet program does by itself. */
function writeRow(
  sheet: Worksheet,
  row: number,
  spec: SheetSpec,
  { kind: rowKind, cells }: RowSpec,
  formats: Formats,
): void {
  let lines = 1;
  spec.columns.forEach(({ kind, width }, column) => {
    const cell = cells[column] ?? null;
    if (kind === "wrapped" && typeof cell === "string") lines = Math.max(lines, linesOf(cell, width));
    writeCell(sheet, row, column, kind, cell, formats, rowKind);
  });
  if (lines > 1) sheet.setRowHeight(row, Math.min(MOST_HEIGHT, lines * LINE_HEIGHT));
}

/** The rows and columns that are folded away at first, or can be. */
function foldsOf(spec: SheetSpec): Fold[] {
  const { summary, detailsFrom, columns } = spec;
  const rows: Fold[] = summary
    ? [{ by: "rows", from: summaryRow(spec, 0), to: summaryRow(spec, summary.details) - 1, folded: summary.folded }]
    : [];
  const details: Fold[] =
    detailsFrom === undefined ? [] : [{ by: "columns", from: detailsFrom, to: columns.length - 1, folded: true }];
  return [...rows, ...details].filter(({ from, to }) => to >= from);
}

/** Writes a sheet to a file's worksheet, counted from 1; answers what the library cannot write, for `addSheetExtras`. */
export function writeSheet(sheet: Worksheet, position: number, spec: SheetSpec, formats: Formats): SheetExtras {
  const header = headerRow(spec);
  const last = spec.columns.length - 1;
  writeTop(sheet, spec, formats);
  for (const row of placedRows(spec)) writeRow(sheet, row.at, spec, row, formats);
  setUpPage(sheet, header, spec.print && printScale(spec.columns, spec.print.columns));
  sheet.setFreezePanes(header + 1, spec.frozenColumns);
  if (spec.filter) sheet.autofilter(header, 0, heightOf(spec) - 1, last);
  spec.charts.forEach((chart, index) => {
    const [from, to] = chart.rows;
    const rows = [rowOf(spec, from), rowOf(spec, to)] as const;
    insertChart(sheet, header + index * (CHART_ROWS + 1), last + 2, { ...chart, rows, sheet: spec.name });
  });
  // Charts are beside the columns on the screen, and off the page, which the columns fill.
  if (spec.charts.length > 0 || spec.print)
    sheet.setPrintArea(0, 0, heightOf(spec) - 1, (spec.print?.columns ?? spec.columns.length) - 1);
  return {
    formats: spec.highlights.map((highlight) => {
      const { column, when, tone } = highlight;
      const [from, to] = highlightRows(spec, highlight);
      const range = blockAddress(from, column, to, column);
      return { sheet: position, range, formula: when.slice(1), tone: TONES[tone] };
    }),
    inputs: spec.columns.flatMap(({ header: name, kind }, column) =>
      kind === "input"
        ? [{ sheet: position, range: columnBlock(spec, column), message: `${name} must be a number of at least 0.` }]
        : [],
    ),
    folds: foldsOf(spec).map((fold) => ({ sheet: position, ...fold })),
    breaks: (spec.print?.breaks ?? []).map((row) => ({ sheet: position, row: rowOf(spec, row) })),
  };
}
