import { cellText, type CellValue } from "../sheet.ts";

/** A period of a fiscal year: 3 of 2025. */
export interface FiscalPeriod {
  readonly year: number;
  readonly period: number;
}

const WORD = "(?:p|per|pd|period|periode|période|período|periodo|fp|期)";
const YEAR = "(?:fy|gj|ex|ej|bj)?\\s*((?:19|20)\\d{2}|\\d{2})";
const YEAR_FIRST = new RegExp(`^${YEAR}[\\s\\-/._]*${WORD}\\.?[\\s_]*0{0,2}(\\d{1,2})$`, "iu");
const PERIOD_FIRST = new RegExp(`^${WORD}\\.?[\\s_]*0{0,2}(\\d{1,2})[\\s\\-/._]+${YEAR}$`, "iu");
/** As accounts write it: 003.2025 or 2025003. */
const OF_ACCOUNTS = /^0(\d{2})[./]((?:19|20)\d{2})$/;
export const MOST_PERIODS = 13;

/** "FY2025 P3", "P03-2025", "003.2025": a period of a fiscal year; undefined for anything else. */
export function fiscalLabel(cell: CellValue | undefined): FiscalPeriod | undefined {
  if (typeof cell !== "string" || cell.length > 20) return undefined;
  const text = cellText(cell);
  const last = YEAR_FIRST.exec(text);
  const first = PERIOD_FIRST.exec(text) ?? OF_ACCOUNTS.exec(text);
  const [year, period] = last ? [last[1], last[2]] : first ? [first[2], first[1]] : [];
  return year === undefined ? undefined : fiscalPeriod(Number(year), Number(period));
}

/** A year of two digits is of this century. */
export function fiscalPeriod(year: number, period: number): FiscalPeriod | undefined {
  const fits = Number.isInteger(period) && period >= 1 && period <= MOST_PERIODS && Number.isInteger(year) && year >= 0;
  return fits ? { year: year < 100 ? 2000 + year : year, period } : undefined;
}

const SAYS_FISCAL =
  /fiscal|\bFY|financial year|accounting period|gesch[aä]ftsjahr|wirtschaftsjahr|buchungsperiode|exercice|ejercicio|esercizio|boekjaar|exerc[ií]cio|财年|财政|会计/iu;

/** Whether a header or a title speaks of a fiscal year. */
export const saysFiscal = (text: string): boolean => SAYS_FISCAL.test(text);

/** Weeks of the periods of a quarter as a text states them: "4-4-5", "454"; undefined where it states none. */
export function quarterWeeks(text: string): readonly number[] | undefined {
  const found = /(?<!\d)([45])\s?[-–/]?\s?([45])\s?[-–/]?\s?([45])(?!\d)/.exec(text);
  const weeks = found?.slice(1, 4).map(Number) ?? [];
  return weeks.reduce((sum, count) => sum + count, 0) === 13 ? weeks : undefined;
}
