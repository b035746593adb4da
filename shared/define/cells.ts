/** What a worksheet cell can hold when it reaches us: Excel sends null for a blank on the web and 0 on the desktop. */
export type Cell = number | string | boolean | null;

/** What a worksheet function may answer: one cell, or rows of cells that spill. */
export type Answer = number | string | boolean | (number | string | boolean)[][];

/** The two codes that can carry a message in Excel, and #NUM! for a result that is not finite. */
export type ErrorCode = "#VALUE!" | "#N/A" | "#NUM!";

/** One call's reply, as `POST /v1/compute` sends it. */
export type Outcome =
  { readonly value: Answer } | { readonly error: { readonly code: ErrorCode; readonly message: string } };

/** A cell-value object of Excel's data types (`{type: "Double", basicValue: 5}`) becomes its basic value. */
export function basicValue(raw: unknown): unknown {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw) && "basicValue" in raw ? raw.basicValue : raw;
}

/** Excel's error objects (`{code: "#N/A"}` or an entity) and plain text both say "not available". */
export function isMissingMark(raw: unknown): boolean {
  if (typeof raw === "string") return /^(NA|#N\/A)$/i.test(raw.trim());
  return typeof raw === "object" && raw !== null && "code" in raw && raw.code === "#N/A";
}

/** Names a value in a message without repeating more than a glance of it. */
export function shown(raw: unknown): string {
  if (raw === null || raw === undefined || raw === "") return "nothing";
  if (typeof raw === "string") return `"${raw.length > 24 ? `${raw.slice(0, 24)}…` : raw}"`;
  if (typeof raw === "boolean") return raw ? "TRUE" : "FALSE";
  if (typeof raw === "number") return String(raw);
  return Array.isArray(raw) ? "a range" : "an object";
}
