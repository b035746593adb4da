/** What a cell of a read workbook can hold. Text stays text; dates are UTC; an error cell is its code as text ("#REF!"). */
export type CellValue = string | number | boolean | Date | null;

/** One worksheet as a grid: `rows[0][0]` is A1. Rows may be shorter than the sheet is wide. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
  /** Not shown in the workbook. */
  readonly hidden?: boolean | undefined;
  /** Its rows are the columns of the workbook's sheet. */
  readonly turned?: boolean | undefined;
}

/** Nothing to read: an empty cell, or text of spaces only. */
export function isBlank(value: CellValue | undefined): boolean {
  return value === null || value === undefined || (typeof value === "string" && value.trim() === "");
}

/** The letter Excel shows above a column: 0 is A, 26 is AA. */
export function columnLetter(index: number): string {
  return (index >= 26 ? columnLetter(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));
}

/** Nothing to normalise: printable ASCII without a space at either end or two in a row. */
const TIDY = /^[!-~]+(?: [!-~]+)*$/;

/** A cell as text, for codes and names: 123 and "123" are the same code, "00123" is another. */
export function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === "string" && TIDY.test(value)) return value;
  return String(value).normalize("NFKC").replace(/\s+/g, " ").trim();
}

/** A cell as it may be quoted in a message. */
export function quoted(value: CellValue | undefined): string {
  const text = cellText(value);
  return text === "" ? "empty" : `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}
