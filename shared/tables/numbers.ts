import type { CellValue } from "./sheet.ts";

/** The sign between whole and fraction in text numbers. */
export type DecimalSign = "." | ",";

const CURRENCY_SIGNS: Readonly<Record<string, string>> = {
  "€": "EUR",
  $: "USD",
  "£": "GBP",
  "¥": "CNY",
  "₹": "INR",
  "₺": "TRY",
  "₩": "KRW",
};
const CODES = "EUR|USD|GBP|CHF|JPY|CNY|RMB|SEK|NOK|DKK|PLN|CZK|HUF|CAD|AUD|NZD|INR|BRL|MXN|TRY|ZAR|SGD|HKD|TWD|KRW|RON";

/** The currency that a text names by sign or code ("€ 12,50", "Unit cost (USD)"), or undefined. */
export function currencyOf(text: string): string | undefined {
  const code = new RegExp(`(?<![A-Z])(${CODES})(?![A-Z])`).exec(text)?.[1];
  if (code !== undefined) return code === "RMB" ? "CNY" : code;
  const sign = /[€$£¥₹₺₩]/.exec(text)?.[0];
  return sign === undefined ? undefined : CURRENCY_SIGNS[sign];
}

/** Sign, digits with separators, percent: what is left of "1.234,50 €", "(12)", "12-", "5 pcs", or null if not a number. */
function core(text: string): { readonly digits: string; readonly negative: boolean; readonly percent: boolean } | null {
  const tidy = text
    .normalize("NFKC")
    .replace(/[\s’'_]/g, "")
    .replace(/^[−–]/, "-");
  const match =
    /^(\()?([+-]?)(?:\p{Sc}|[A-Z]{3}|R\$)?([+-]?)([\d.,]*\d[\d.,]*?)(-)?(%)?(?:\p{Sc}|\p{L}{1,8}\.?|[²³])*(\))?$/u.exec(
      tidy,
    );
  if (match === null || (match[1] === undefined) !== (match[7] === undefined)) return null;
  const negative = match[1] !== undefined || match[2] === "-" || match[3] === "-" || match[5] !== undefined;
  return { digits: match[4] ?? "", negative, percent: match[6] !== undefined };
}

function signOf(digits: string): DecimalSign | null {
  const comma = digits.lastIndexOf(",");
  const dot = digits.lastIndexOf(".");
  if (comma >= 0 && dot >= 0) return comma > dot ? "," : ".";
  if (comma < 0 && dot < 0) return null;
  const sign = comma >= 0 ? "," : ".";
  const parts = digits.split(sign);
  // Twice the same sign can only group thousands; one group of other than three digits can only be a fraction.
  if (parts.length > 2) return sign === "," ? "." : ",";
  return (parts[1] ?? "").length !== 3 || (parts[0] ?? "").length > 3 || parts[0] === "0" || parts[0] === ""
    ? sign
    : null;
}

/** What the text numbers among these cells prove about the decimal sign; null where they prove nothing or both. */
export function decimalSign(cells: Iterable<CellValue | undefined>): DecimalSign | null {
  let commas = 0;
  let dots = 0;
  for (const cell of cells) {
    if (typeof cell !== "string" || !/[.,]/.test(cell)) continue;
    const digits = core(cell)?.digits;
    const sign = digits === undefined ? null : signOf(digits);
    if (sign === ",") commas++;
    if (sign === ".") dots++;
  }
  return commas === dots ? null : commas > dots ? "," : ".";
}

/** The usual forms, told apart from the others quickly. */
const WHOLE = /^-?\d{1,15}$/;
const PLAIN = /^-?\d{1,15}\.\d{1,15}$/;

/** A cell as a number, or null where it is none. Percentages are shares: "95%" is 0.95. */
export function numberOf(cell: CellValue | undefined, sign: DecimalSign): number | null {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : null;
  if (typeof cell !== "string") return null;
  if (WHOLE.test(cell) || (sign === "." && PLAIN.test(cell))) return Number(cell);
  const scientific = /^\s*[+-]?\d+(\.\d+)?e[+-]?\d{1,3}\s*$/i.test(cell) ? Number(cell) : null;
  if (scientific !== null) return scientific;
  const found = core(cell);
  if (found === null) return null;
  const group = sign === "," ? "." : ",";
  const text = found.digits.split(group).join("").replace(sign, ".");
  const value = Number(text);
  if (text === "" || !Number.isFinite(value)) return null;
  return (found.negative ? -value : value) / (found.percent ? 100 : 1);
}
