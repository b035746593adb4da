import {
  blockAddress,
  columnBlock,
  headerRow,
  heightOf,
  highlightRows,
  placedRows,
  titleColumn,
} from "../../../shared/sheets/layout.ts";
import { COLOURS, isForInput, isTextKind, TONES } from "../../../shared/sheets/look.ts";
import { COLUMN_PADDING, POINTS_A_CHARACTER } from "../../../shared/sheets/page.ts";
import type { RowSpec, SheetSpec } from "../../../shared/sheets/spec.ts";
import { addChart } from "./add-chart.ts";
import { joinedAreas } from "./kept-rules.ts";
import { foldDetails, setUpPage } from "./outline-and-page.ts";

/** Addresses of runs of rows of one kind over the sheet's width, joined as far as Excel takes them. */
function rowAreas(spec: SheetSpec, kind: RowSpec["kind"]): string[] {
  const areas: string[] = [];
  let run: [number, number] | undefined;
  const close = (): void => {
    if (run) areas.push(blockAddress(run[0], 0, run[1], spec.columns.length - 1));
    run = undefined;
  };
  placedRows(spec).forEach(({ kind: row, at }) => {
    if (row !== kind || (run && run[1] + 1 !== at)) close();
    if (row !== kind) return;
    run = [run?.[0] ?? at, at];
  });
  close();
  return joinedAreas(areas);
}

function formatTitle(spec: SheetSpec, worksheet: Excel.Worksheet): void {
  if (spec.title.length === 0) return;
  const { font } = worksheet.getRange("A1").format;
  font.bold = true;
  font.size = 14;
  font.color = COLOURS.ink;
  const column = titleColumn(spec, 1);
  if (spec.title.length > 1)
    worksheet.getRange(blockAddress(1, column, spec.title.length - 1, column)).format.font.color = COLOURS.muted;
}

function formatHeader(spec: SheetSpec, worksheet: Excel.Worksheet): void {
  const row = headerRow(spec);
  const { format } = worksheet.getRange(blockAddress(row, 0, row, spec.columns.length - 1));
  format.fill.color = COLOURS.ink;
  format.font.color = COLOURS.paper;
  format.font.bold = true;
  format.wrapText = true;
  format.verticalAlignment = "Center";
  spec.columns.forEach(({ kind }, column) => {
    worksheet.getRange(blockAddress(row, column, row, column)).format.horizontalAlignment = isTextKind(kind)
      ? "Left"
      : "Right";
  });
}

function formatColumns(spec: SheetSpec, worksheet: Excel.Worksheet): void {
  spec.columns.forEach(({ kind, width }, column) => {
    const { format, dataValidation } = worksheet.getRange(columnBlock(spec, column));
    format.columnWidth = width * POINTS_A_CHARACTER + COLUMN_PADDING;
    format.verticalAlignment = "Top";
    if (kind === "wrapped") format.wrapText = true;
    if (isForInput(kind)) {
      format.fill.color = COLOURS.input;
      format.font.color = COLOURS.inputText;
    }
    if (kind === "input") {
      dataValidation.rule = { decimal: { formula1: 0, operator: "GreaterThanOrEqualTo" } };
      dataValidation.errorAlert = {
        showAlert: true,
        style: "Stop",
        title: spec.columns[column]!.header,
        message: "This must be a number of at least 0.",
      };
    }
  });
}

function formatRows(spec: SheetSpec, worksheet: Excel.Worksheet): void {
  const bands = [
    ["heading", COLOURS.heading],
    ["total", COLOURS.total],
  ] as const;
  for (const [kind, fill] of bands) {
    for (const address of rowAreas(spec, kind)) {
      const { format } = worksheet.getRanges(address);
      format.fill.color = fill;
      format.font.color = COLOURS.ink;
      format.font.bold = true;
    }
  }
}

/** Freezes, filter, highlights. */
function addFurniture(spec: SheetSpec, worksheet: Excel.Worksheet): void {
  const header = headerRow(spec);
  if (spec.frozenColumns > 0)
    worksheet.freezePanes.freezeAt(worksheet.getRange(blockAddress(0, 0, header, spec.frozenColumns - 1)));
  else worksheet.freezePanes.freezeRows(header + 1);
  if (spec.filter)
    worksheet.autoFilter.apply(
      worksheet.getRange(blockAddress(header, 0, heightOf(spec) - 1, spec.columns.length - 1)),
    );
  for (const highlight of spec.highlights) {
    const { column, when, tone } = highlight;
    const [first, last] = highlightRows(spec, highlight);
    const range = worksheet.getRange(blockAddress(first, column, last, column));
    const { custom } = range.conditionalFormats.add("Custom");
    custom.rule.formula = when;
    custom.format.font.color = TONES[tone].text;
    custom.format.fill.color = TONES[tone].fill;
  }
}

/** Gives a sheet that holds what `spec` says its look. */
export function formatSheet(spec: SheetSpec, worksheet: Excel.Worksheet): void {
  formatColumns(spec, worksheet);
  formatTitle(spec, worksheet);
  formatHeader(spec, worksheet);
  formatRows(spec, worksheet);
  addFurniture(spec, worksheet);
  setUpPage(spec, worksheet);
  foldDetails(spec, worksheet);
  spec.charts.forEach((chart, index) => addChart(spec, chart, index, worksheet));
}
