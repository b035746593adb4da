import { Color, Format, FormatAlign, FormatBorder, Formula, type Worksheet } from "wasm-xlsxwriter";
import { cellString, COLOURS, excelDay, isForInput, isTextKind, numberFormat } from "../../shared/sheets/look.ts";
import { PAGE_MARGIN } from "../../shared/sheets/page.ts";
import type { ColumnKind, RowSpec, SpecCell } from "../../shared/sheets/spec.ts";

/** A colour of its own for each use: the library takes what it is given. */
const colour = (name: keyof typeof COLOURS): Color => Color.parse(COLOURS[name]);

/** Lines that wrapped text takes in a column; East Asian characters are two wide. */
export function linesOf(text: string, width: number): number {
  const wide = text.match(/[\u2e80-\uffef]/g)?.length ?? 0;
  return Math.max(1, Math.ceil((text.length + wide) / width));
}

/** Ground of the rows that stand out. */
const BANDS: Readonly<Partial<Record<RowSpec["kind"], keyof typeof COLOURS>>> = { heading: "heading", total: "total" };

/** The cell formats of one workbook; each is made once. */
export class Formats {
  readonly title = new Format().setBold().setFontSize(16).setFontColor(colour("ink"));
  readonly heading = new Format()
    .setBold()
    .setFontSize(12)
    .setFontColor(colour("ink"))
    .setBorderBottom(FormatBorder.Thin)
    .setBorderBottomColor(colour("ink"));
  readonly hint = new Format().setItalic().setFontColor(colour("muted"));
  readonly header = new Format()
    .setBold()
    .setTextWrap()
    .setAlign(FormatAlign.VerticalCenter)
    .setFontColor(colour("paper"))
    .setBackgroundColor(colour("ink"));
  readonly headerRight = this.header.clone().setAlign(FormatAlign.Right);
  readonly headerLeft = this.header.clone().setAlign(FormatAlign.Left).setIndent(1);
  readonly label = new Format().setFontColor(colour("muted"));
  readonly figure = new Format().setBold().setNumFormat(numberFormat("quantity", 0)).setAlign(FormatAlign.Left);
  readonly moneyFigure = new Format().setBold().setNumFormat(numberFormat("money", 0)).setAlign(FormatAlign.Left);
  readonly paragraph = new Format().setTextWrap().setAlign(FormatAlign.Top);
  private readonly made = new Map<string, Format>();

  of(kind: ColumnKind, cell: SpecCell, row: RowSpec["kind"] = "line"): Format {
    const code = numberFormat(kind, cell);
    const key = `${kind} ${row} ${code}`;
    const known = this.made.get(key);
    if (known !== undefined) return known;
    const band = BANDS[row];
    let format = new Format()
      .setNumFormat(code)
      .setAlign(FormatAlign.Top)
      .setBorderBottom(FormatBorder.Thin)
      .setBorderBottomColor(colour("line"));
    if (isTextKind(kind)) format = format.setAlign(FormatAlign.Left).setIndent(1);
    if (kind === "wrapped") format = format.setTextWrap();
    if (kind === "date") format = format.setAlign(FormatAlign.Right);
    if (band !== undefined) format = format.setBold().setFontColor(colour("ink")).setBackgroundColor(colour(band));
    else if (isForInput(kind) && row === "line")
      format = format.setBackgroundColor(colour("input")).setFontColor(colour("inputText")).setBold();
    this.made.set(key, format);
    return format;
  }
}

/**
 * Writes one value. Text is always a string cell, whatever it starts with: never a formula. A formula has its present
 * result, for readers that do not calculate.
 */
export function writeCell(
  sheet: Worksheet,
  row: number,
  column: number,
  kind: ColumnKind,
  cell: SpecCell,
  formats: Formats,
  rowKind: RowSpec["kind"] = "line",
): void {
  const format = formats.of(kind, cell, rowKind);
  if (cell === null || cell === "" || (typeof cell === "number" && !Number.isFinite(cell)))
    sheet.writeBlank(row, column, format);
  else if (typeof cell === "string") sheet.writeStringWithFormat(row, column, cellString(cell), format);
  else if (typeof cell === "number") sheet.writeNumberWithFormat(row, column, cell, format);
  else if (typeof cell === "boolean") sheet.writeBooleanWithFormat(row, column, cell, format);
  else if ("date" in cell) sheet.writeNumberWithFormat(row, column, excelDay(cell.date), format);
  else sheet.writeFormulaWithFormat(row, column, new Formula(cell.formula).setResult(String(cell.result)), format);
}

/** A page that prints: A4 across, the header on every page, all columns on one page wide or at a scale, in per cent. */
export function setUpPage(sheet: Worksheet, headerRow: number, scale?: number): void {
  const A4 = 9;
  sheet.setLandscape().setPaperSize(A4).setMargins(PAGE_MARGIN, PAGE_MARGIN, 0.5, 0.6, 0.3, 0.3);
  if (scale === undefined) sheet.setPrintFitToPages(1, 0);
  else sheet.setPrintScale(scale);
  sheet.setRepeatRows(headerRow, headerRow).setFooter("&L&A&RPage &P of &N");
}
