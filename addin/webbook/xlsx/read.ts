import JSZip from "jszip";
import ExcelJS, { type Cell, type Row, type Worksheet } from "exceljs";
import { DAY_MS, EXCEL_EPOCH } from "../../../shared/calendar/dates.ts";
import type { Book, BookCell, BookSheet, BookStyle } from "../book/book.ts";
import { fromFile } from "../book/file-formula.ts";
import { UserError } from "../../../shared/define/errors.ts";
import { checkMerges, checkSize, MANY } from "./bounds.ts";
import { cellsOnly, IGNORED_NODES } from "./cells-only.ts";
import { fitted, within } from "./fit.ts";

/** Serial number of a date, which exceljs reads as UTC. */
const serial = (date: Date): number => date.getTime() / DAY_MS + EXCEL_EPOCH;

const PIXELS_PER_CHARACTER = 7;
const PIXELS_PER_POINT = 96 / 72;
const DEFAULT_CHARACTERS = 9;
/** Places that array formulas fill. */
const MOST_FILLED = 500_000;

type Plain = Pick<BookCell, "value" | "error">;

/** A value of exceljs as a plain one; what it cannot be shown as is text. */
function plain(raw: unknown): Plain {
  if (raw === null || raw === undefined) return { value: null };
  if (typeof raw === "string" || typeof raw === "number" || typeof raw === "boolean") return { value: raw };
  if (raw instanceof Date) return { value: serial(raw) };
  if (typeof raw !== "object") return { value: null };
  if ("error" in raw) return { value: null, error: String(raw.error) };
  if ("richText" in raw) return { value: (raw.richText as { text: string }[]).map(({ text }) => text).join("") };
  if ("hyperlink" in raw) return plain((raw as { text?: unknown }).text);
  if ("formula" in raw || "sharedFormula" in raw) return plain((raw as { result?: unknown }).result);
  return { value: null };
}

const rgb = (color: { argb?: string } | undefined): string | undefined =>
  color?.argb && /^[0-9A-F]{8}$/i.test(color.argb) ? `#${color.argb.slice(2)}` : undefined;

function styleOf({ font, fill, alignment }: Cell): BookStyle | undefined {
  const textColor = rgb(font?.color);
  const fillColor = fill?.type === "pattern" && fill.pattern === "solid" ? rgb(fill.fgColor) : undefined;
  const { horizontal, wrapText } = alignment ?? {};
  const align = (["left", "center", "right"] as const).find((side) => side === horizontal);
  const style: BookStyle = {
    ...(font?.bold && { bold: true }),
    ...(font?.italic && { italic: true }),
    ...(font?.size && font.size > 11 && { fontSize: Math.round(font.size) }),
    ...(textColor && textColor !== "#000000" && { textColor }),
    ...(fillColor && { fillColor }),
    ...(align && { align }),
    ...(wrapText && { wrapping: "wrap" as const }),
  };
  return Object.keys(style).length > 0 ? style : undefined;
}

interface ArrayFormula {
  readonly shareType?: string;
  readonly ref?: string;
}

/** The corners of what an array formula fills. */
function arrayOf(cell: Cell): { readonly from: Cell; readonly to: Cell } | undefined {
  const { shareType, ref } = (cell.value ?? {}) as ArrayFormula;
  const [from, to] = shareType === "array" && ref ? ref.split(":").map((at) => cell.worksheet.getCell(at)) : [];
  return from && to && { from, to };
}

function cellOf(cell: Cell): BookCell {
  const { formula, numFmt } = cell;
  const style = styleOf(cell);
  const array = arrayOf(cell);
  return {
    row: Number(cell.row) - 1,
    col: Number(cell.col) - 1,
    ...plain(cell.value),
    ...(formula && { formula: fromFile(formula) }),
    ...(array && {
      spill: [
        Number(array.to.row) - Number(array.from.row) + 1,
        Number(array.to.col) - Number(array.from.col) + 1,
      ] as const,
    }),
    ...(numFmt && numFmt !== "General" && { format: numFmt }),
    ...(style && { style }),
  };
}

/** A cell's looks without its content. */
const emptied = ({ row, col, format, style }: BookCell): BookCell => ({
  row,
  col,
  value: null,
  ...(format !== undefined && { format }),
  ...(style && { style }),
});

/** The places that formulas fill beside their own, "row column": their stored values would block them. */
function filledPlaces(sheet: Worksheet): Set<string> {
  const places = new Set<string>();
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      const array = arrayOf(cell);
      if (!array) return;
      const { from, to } = array;
      const size = (Number(to.row) - Number(from.row) + 1) * (Number(to.col) - Number(from.col) + 1);
      if (places.size + size > MOST_FILLED) throw new UserError(MANY);
      for (let r = Number(from.row); r <= Number(to.row); r++)
        for (let c = Number(from.col); c <= Number(to.col); c++)
          if (r !== Number(cell.row) || c !== Number(cell.col)) places.add(`${r} ${c}`);
    }),
  );
  return places;
}

function cellsOf(row: Row, filled: ReadonlySet<string>): BookCell[] {
  const cells: BookCell[] = [];
  row.eachCell({ includeEmpty: false }, (cell) => {
    if (cell.isMerged && cell.master !== cell) return;
    const made = cellOf(cell);
    cells.push(filled.has(`${cell.row} ${cell.col}`) ? emptied(made) : made);
  });
  return cells;
}

function sheetOf(sheet: Worksheet): BookSheet {
  const filled = filledPlaces(sheet);
  const cells: BookCell[] = [];
  const heights: [row: number, pixels: number][] = [];
  sheet.eachRow((row, number) => {
    cells.push(...cellsOf(row, filled));
    if (row.height) heights.push([number - 1, Math.round(row.height * PIXELS_PER_POINT)]);
  });
  const widths: Record<number, number> = {};
  const fit = fitted(cells);
  for (let col = 1; col <= fit.columns; col++)
    widths[col - 1] = Math.round((sheet.getColumn(col).width ?? DEFAULT_CHARACTERS) * PIXELS_PER_CHARACTER + 5);
  // Null where the file has none, whatever the types say.
  const views = sheet.views as Worksheet["views"] | null;
  const view = views?.find(({ state }) => state === "frozen") as { xSplit?: number; ySplit?: number } | undefined;
  const gridLines = views?.[0]?.showGridLines ?? true;
  return {
    name: sheet.name,
    cells: fit.cells,
    ...(fit.leftOut > 0 && { leftOut: fit.leftOut }),
    widths,
    heights: Object.fromEntries(heights.filter(([row]) => row < fit.rows)),
    frozenRows: view?.ySplit ?? 0,
    frozenColumns: view?.xSplit ?? 0,
    merges: ((sheet.model as unknown as { merges?: string[] }).merges ?? []).filter((zone) => within(zone, fit)),
    hidden: sheet.state !== "visible",
    gridLines,
  };
}

/**
 * An .xlsx file: text stays text, dates are serial numbers with their format. Undefined where it is none, or locked; throws
 * a `UserError` where it is too large.
 */
export async function readBook(file: ArrayBuffer): Promise<Book | undefined> {
  const workbook = new ExcelJS.Workbook();
  try {
    const zip = await JSZip.loadAsync(file);
    await checkSize(zip);
    await checkMerges(zip);
    await workbook.xlsx.load(await cellsOnly(zip, file), { ignoreNodes: IGNORED_NODES });
  } catch (error) {
    if (error instanceof UserError) throw error;
    return undefined;
  }
  return workbook.worksheets.length > 0 ? { sheets: workbook.worksheets.map(sheetOf) } : undefined;
}
