// What a reader types into a cell or pastes from a sheet, as the server takes it.

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
const THOUSANDS = /^[-+]?\d{1,3}(,\d{3})+(\.\d*)?$/;

/** A typed cell: nothing is null, "1,234.5" and "95%" are numbers, TRUE and FALSE are logical, the rest is text. */
export function readCell(text) {
  const typed = text.trim();
  if (typed === "") return null;
  if (/^(true|false)$/i.test(typed)) return typed.toLowerCase() === "true";
  const percent = typed.endsWith("%");
  const digits = percent ? typed.slice(0, -1).trim() : typed;
  if (!NUMBER.test(digits) && !THOUSANDS.test(digits)) return typed;
  const value = Number(digits.replaceAll(",", ""));
  return percent ? value / 100 : value;
}

/** Rows of cells; where no line has a tab, cells stand apart by spaces or semicolons. Nothing typed is left out. */
export function readRange(text) {
  const lines = text.replace(/\r/g, "").replace(/\n+$/, "").split("\n");
  if (lines.length === 1 && lines[0].trim() === "") return null;
  const split = text.includes("\t") ? (line) => line.split("\t") : (line) => line.trim().split(/\s*;\s*|\s+/);
  return lines.map((line) => split(line).map(readCell));
}

const DAY_MS = 86_400_000;
/** Excel's serial number of 1 January 1970. */
const EXCEL_EPOCH = 25_569;

/** A cell of an answer; where it is a date the day its serial number stands for, "15 Sep 2026". */
export function shownAnswer(cell, isDate) {
  if (!isDate || typeof cell !== "number") return shownCell(cell);
  const day = new Date((Math.floor(cell) - EXCEL_EPOCH) * DAY_MS);
  const month = day.toLocaleString("en", { month: "short", timeZone: "UTC" });
  return `${day.getUTCDate()} ${month} ${day.getUTCFullYear()}`;
}

/** A cell as the page shows it: at most ten significant digits. */
export function shownCell(cell) {
  if (typeof cell === "number")
    return Number(cell.toPrecision(10)).toLocaleString("en", { maximumSignificantDigits: 10 });
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return cell === null ? "" : String(cell);
}
