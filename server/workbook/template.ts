import ExcelJS from "exceljs";
import type { TemplateKind } from "../../shared/template/columns.ts";
import { templateOf, type GuideSheet, type TemplateSheet } from "../../shared/template/template.ts";
import type { TemplateLanguage } from "../../shared/template/languages.ts";
import type { TemplateWords } from "../../shared/template/words/words.ts";
import { withFixedDates } from "./fixed-dates.ts";

/** Rules reach so far: programs that keep one a cell grow slow with more. Pasted rows have none anyway. */
const LAST_ROW = 1_000;
/** The day every template is dated, so that the same language gives the same bytes. */
const DATED = new Date("2026-01-01");
const INK = "FF1F3A5F";
const PAPER = "FFFFFFFF";
const MUTED = "FF767676";

const FORMATS: Readonly<Record<TemplateKind, string>> = {
  text: "@",
  quantity: "#,##0.###",
  money: "#,##0.00",
  rate: "0.0000",
  days: "0",
  date: "yyyy-mm-dd",
  share: "0%",
  "yes-no": "General",
};

/** What the cells of a column take; any text for one without a rule. */
function ruleOf(kind: TemplateKind, { rules, examples }: TemplateWords): ExcelJS.DataValidation | undefined {
  const told = { allowBlank: true, showErrorMessage: true, errorStyle: "stop" } as const;
  if (kind === "text") return undefined;
  if (kind === "yes-no")
    return { ...told, type: "list", formulae: [`"${examples.yes},${examples.no}"`], error: rules.yesNo };
  if (kind === "date")
    return {
      ...told,
      type: "date",
      operator: "greaterThan",
      formulae: [new Date("2000-01-01")],
      error: rules.date,
    };
  if (kind === "share") return { ...told, type: "decimal", operator: "between", formulae: [0, 1], error: rules.share };
  return { ...told, type: "decimal", operator: "greaterThanOrEqual", formulae: [0], error: rules.number };
}

function styleHeader(row: ExcelJS.Row): void {
  row.height = 32;
  row.eachCell((cell) => {
    cell.font = { bold: true, color: { argb: PAPER } };
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: INK } };
    cell.alignment = { wrapText: true, vertical: "middle" };
  });
}

/** Rules of a whole column at once: the library's types know only those of single cells. */
interface WithValidations {
  readonly dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void };
}

function addSheet(book: ExcelJS.Workbook, { name, columns }: TemplateSheet, words: TemplateWords): void {
  const sheet = book.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = columns.map(({ header, kind }) => ({
    width: Math.max(14, header.length + 4),
    style: { numFmt: FORMATS[kind] },
  }));
  const row = sheet.addRow(columns.map(({ header }) => header));
  styleHeader(row);
  columns.forEach(({ kind, note }, i) => {
    row.getCell(i + 1).note = note;
    const rule = ruleOf(kind, words);
    const letter = sheet.getColumn(i + 1).letter;
    if (rule) (sheet as unknown as WithValidations).dataValidations.add(`${letter}2:${letter}${LAST_ROW}`, rule);
  });
}

function addGuide(book: ExcelJS.Workbook, { name, title, lines, headers, rows }: GuideSheet): void {
  const sheet = book.addWorksheet(name);
  sheet.columns = [22, 32, 16, 80, 20].map((width) => ({ width, style: { numFmt: "@" } }));
  sheet.addRow([title]).font = { bold: true, size: 16, color: { argb: INK } };
  for (const line of lines) sheet.addRow([line]);
  sheet.addRow([]);
  styleHeader(sheet.addRow([...headers]));
  for (const row of rows) sheet.addRow([...row]).getCell(5).font = { italic: true, color: { argb: MUTED } };
}

/** An empty workbook to fill in, in one language: a sheet that explains, then one a table. Same language, same bytes. */
export async function templateWorkbook(language: TemplateLanguage): Promise<Buffer> {
  const { words, guide, sheets } = templateOf(language);
  const book = new ExcelJS.Workbook();
  Object.assign(book, { created: DATED, modified: DATED, creator: "Lotwise", lastModifiedBy: "Lotwise" });
  addGuide(book, guide);
  for (const sheet of sheets) addSheet(book, sheet, words);
  return withFixedDates(Buffer.from(await book.xlsx.writeBuffer()), DATED);
}
