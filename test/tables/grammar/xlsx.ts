import { zip } from "../../../server/workbook/zip.ts";
import { gridOf, type Book, type Cell, type SheetSpec } from "./book.ts";

const SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINKS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const DAY = 86_400_000;
/** Excel's number of 1 January 1970. */
const EPOCH = 25_569;

const escaped = (text: string): string =>
  text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\n/g, "&#10;");

function letters(column: number): string {
  return (column >= 26 ? letters(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));
}

function cellXml(cell: Cell, at: string, style: number): string {
  if (cell === null) return "";
  if (cell instanceof Date) return `<c r="${at}" s="1"><v>${cell.getTime() / DAY + EPOCH}</v></c>`;
  if (typeof cell === "number") return `<c r="${at}"${style > 0 ? ` s="${style}"` : ""}><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

function sheetXml(sheet: SheetSpec, styles: ReadonlyMap<string, number>): string {
  const [table] = sheet.tables;
  const columns = sheet.tables.length === 1 ? (table?.columns ?? []) : [];
  const rows = gridOf(sheet).map((row, r) => {
    const cells = row.map((cell, c) =>
      cellXml(cell, `${letters(c)}${r + 1}`, styles.get(columns[c]?.format ?? "") ?? 0),
    );
    return `<row r="${r + 1}">${cells.join("")}</row>`;
  });
  const merges = sheet.merges ?? [];
  const merged = merges.map((range) => `<mergeCell ref="${range}"/>`).join("");
  const merging = merges.length > 0 ? `<mergeCells count="${merges.length}">${merged}</mergeCells>` : "";
  return `<worksheet xmlns="${SHEET}"><sheetData>${rows.join("")}</sheetData>${merging}</worksheet>`;
}

/** The workbook as the bytes of an .xlsx, with dates and number formats as Excel writes them. */
export function bytesOf(book: Book): Buffer {
  const formats = [
    ...new Set(book.flatMap(({ tables }) => tables.flatMap(({ columns }) => columns.map(({ format }) => format)))),
  ].filter((format) => format !== undefined);
  const styles = new Map(formats.map((format, i) => [format, i + 2]));
  const sheetTags = book.map(
    ({ name, hidden }, i) =>
      `<sheet name="${escaped(name)}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ""} r:id="s${i + 1}"/>`,
  );
  const link = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const numFmts = formats.map((format, i) => `<numFmt numFmtId="${170 + i}" formatCode="${escaped(format)}"/>`);
  const xfs = formats.map((_, i) => `<xf numFmtId="${170 + i}" applyNumberFormat="1"/>`);
  const parts: Record<string, string> = {
    "_rels/.rels": `<Relationships xmlns="${LINKS}">${link("b", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets>${sheetTags.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${LINKS}">${book
      .map((_, i) => link(`s${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`))
      .join("")}${link("styles", "styles", "styles.xml")}</Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${SHEET}"><numFmts count="${formats.length}">${numFmts.join("")}</numFmts><cellXfs count="${formats.length + 2}"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/>${xfs.join("")}</cellXfs></styleSheet>`,
  };
  book.forEach((sheet, i) => (parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet, styles)));
  return zip(new Map(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)])));
}
