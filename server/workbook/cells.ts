import { Color, Format, FormatAlign, FormatBorder, Formula, type Worksheet } from "wasm-xlsxwriter";
import { daysBetween } from "../../shared/purchasing/calendar.ts";

/** How a column shows its values. */
export type Kind = "text" | "wrapped" | "quantity" | "money" | "date" | "input";

/** One column of a sheet of the plan workbook. */
export interface Column<Row> {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  readonly kind: Kind;
  value(row: Row): string | number | null;
}

const MAX_TEXT = 32_767;
const INK = 0x1f3b4d;
const LINE = 0xd9dee3;
const WHOLE = "#,##0";
const TENTHS = "#,##0.0";
const MONEY = "#,##0.00";

const NUMBER_FORMAT: Readonly<Record<Kind, string>> = {
  text: "@",
  wrapped: "@",
  quantity: WHOLE,
  money: MONEY,
  date: "d mmm yyyy",
  input: WHOLE,
};

const isText = (kind: Kind): boolean => kind === "text" || kind === "wrapped";
const LINE_HEIGHT = 15;
const HEADER_HEIGHT = 48;

/** Lines that wrapped text takes in a column; East Asian characters are two wide. */
export function linesOf(text: string, width: number): number {
  const wide = text.match(/[\u2e80-\uffef]/g)?.length ?? 0;
  return Math.max(1, Math.ceil((text.length + wide) / width));
}

/** Writes a row; its height fits the wrapped texts, which not every spreadsheet program does by itself. */
export function writeRow<Row>(
  sheet: Worksheet,
  row: number,
  columns: readonly Column<Row>[],
  record: Row,
  formats: Formats,
): void {
  let lines = 1;
  columns.forEach(({ kind, width, value }, index) => {
    const cell = value(record);
    if (kind === "wrapped" && typeof cell === "string") lines = Math.max(lines, linesOf(cell, width));
    writeCell(sheet, row, index, kind, cell, formats);
  });
  if (lines > 1) sheet.setRowHeight(row, Math.min(400, lines * LINE_HEIGHT));
}

/** The cell formats of one workbook; each is made once. */
export class Formats {
  readonly title = new Format().setBold().setFontSize(16).setFontColor(Color.rgb(INK));
  readonly heading = new Format()
    .setBold()
    .setFontSize(12)
    .setFontColor(Color.rgb(INK))
    .setBorderBottom(FormatBorder.Thin)
    .setBorderBottomColor(Color.rgb(INK));
  readonly hint = new Format().setItalic().setFontColor(Color.rgb(0x5b6770));
  readonly header = new Format()
    .setBold()
    .setTextWrap()
    .setAlign(FormatAlign.VerticalCenter)
    .setFontColor(Color.white())
    .setBackgroundColor(Color.rgb(INK));
  readonly headerRight = this.header.clone().setAlign(FormatAlign.Right);
  readonly headerLeft = this.header.clone().setAlign(FormatAlign.Left).setIndent(1);
  readonly label = new Format().setFontColor(Color.rgb(0x5b6770));
  readonly figure = new Format().setBold().setNumFormat(WHOLE).setAlign(FormatAlign.Left);
  readonly moneyFigure = new Format().setBold().setNumFormat(MONEY).setAlign(FormatAlign.Left);
  readonly paragraph = new Format().setTextWrap().setAlign(FormatAlign.Top);
  private readonly made = new Map<string, Format>();

  /** Quantities below 10 that are not whole show a tenth, so that 0.4 is not shown as 0. */
  of(kind: Kind, value: number | string | null, strong = false): Format {
    const tenths =
      (kind === "quantity" || kind === "input") &&
      typeof value === "number" &&
      !Number.isInteger(value) &&
      Math.abs(value) < 10;
    const key = `${kind} ${tenths} ${strong}`;
    const known = this.made.get(key);
    if (known !== undefined) return known;
    let format = new Format()
      .setNumFormat(tenths ? TENTHS : NUMBER_FORMAT[kind])
      .setAlign(FormatAlign.Top)
      .setBorderBottom(FormatBorder.Thin)
      .setBorderBottomColor(Color.rgb(LINE));
    if (isText(kind)) format = format.setAlign(FormatAlign.Left).setIndent(1);
    if (kind === "wrapped") format = format.setTextWrap();
    if (kind === "date") format = format.setAlign(FormatAlign.Right);
    if (kind === "input" && !strong)
      format = format.setBackgroundColor(Color.rgb(0xfff8dc)).setFontColor(Color.rgb(0x0b4f9e)).setBold();
    if (strong) format = format.setBold().setBackgroundColor(Color.rgb(0xeef2f5));
    this.made.set(key, format);
    return format;
  }
}

/** Writes one value. Text is always a string cell, whatever it starts with: never a formula. */
export function writeCell(
  sheet: Worksheet,
  row: number,
  column: number,
  kind: Kind,
  value: string | number | null,
  formats: Formats,
  strong = false,
): void {
  const format = formats.of(kind, value, strong);
  if (value === null || value === "" || (typeof value === "number" && !Number.isFinite(value)))
    sheet.writeBlank(row, column, format);
  else if (kind === "date" && typeof value === "string")
    sheet.writeNumberWithFormat(row, column, daysBetween("1899-12-30", value), format);
  else if (typeof value === "string") sheet.writeStringWithFormat(row, column, value.slice(0, MAX_TEXT), format);
  else sheet.writeNumberWithFormat(row, column, value, format);
}

/** Writes a formula with the result it has now, for readers that do not calculate. */
export function writeFormula(
  sheet: Worksheet,
  row: number,
  column: number,
  formula: string,
  result: number,
  format: Format,
): void {
  sheet.writeFormulaWithFormat(row, column, new Formula(`=${formula}`).setResult(String(result)), format);
}

/** Writes the header row and sets the widths. */
export function writeHeader<Row>(
  sheet: Worksheet,
  row: number,
  columns: readonly Column<Row>[],
  formats: Formats,
): void {
  columns.forEach(({ header, width, kind }, column) => {
    sheet.setColumnWidth(column, width);
    sheet.writeStringWithFormat(row, column, header, isText(kind) ? formats.headerLeft : formats.headerRight);
  });
  sheet.setRowHeight(row, HEADER_HEIGHT);
}

/** A page that prints: A4 across, all columns on one page wide, the header on every page. */
export function setUpPage(sheet: Worksheet, headerRow: number): void {
  const A4 = 9;
  sheet.setLandscape().setPaperSize(A4).setPrintFitToPages(1, 0).setMargins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
  sheet.setRepeatRows(headerRow, headerRow).setFooter("&L&A&RPage &P of &N");
}
