import { parseArgs } from "node:util";
import { isIsoDate } from "../../../shared/calendar/dates.ts";
import { PERIODS, type Period } from "../../../shared/calendar/periods.ts";
import { UserError } from "../../../shared/define/errors.ts";
import type { Settings } from "../../../shared/purchasing/terms/plan.ts";
import type { DateOrder } from "../../../shared/tables/dates.ts";

export const HELP = `Reads a workbook with items and sales history (and open orders, suppliers, promotions), and writes a reorder plan.

  npm run reorder -- book.xlsx --out plan.xlsx [options]

  --out FILE             the plan to write, .xlsx or .json (default plan.xlsx); never the workbook that is read
  --answers FILE         answers to the questions of an earlier reading: JSON, from each question's id to an answer
  --today DATE           day of the plan, like 2026-11-23 (default: the real date, or the day after the history ends)
  --period P             day, week or month (default: from the history)
  --service-level S      probability of no stock-out in a cycle, 0.5 to below 1 (default 0.95)
  --fill-rate F          share of demand to serve from stock, 0.5 to below 1, instead of a service level
  --review-days N        days between two orders (default 7)
  --lead-time N          days, for items without a lead time (default 14)
  --order-cost C         cost of placing one order line (optional)
  --holding-rate H       holding cost a year as a share of unit cost, 0.25 for 25% (optional)
  --overstock-days N     cover beyond which stock is overstock (default 180)
  --currency CODE        the company's currency, like EUR (optional)
  --date-order O         day or month: what comes first in 03/04/2024 where the column does not tell
  --help                 this page

The workbook may be .xlsx, .xlsm or .csv, with headers in English, German, French, Spanish, Chinese, Italian, Dutch or
Portuguese. Exit codes: 0 the plan was written, 1 something went wrong, 2 the command line or the workbook needs mending.`;

export interface ReorderOptions {
  readonly input: string;
  readonly out: string;
  readonly today: string | undefined;
  readonly period: Period | undefined;
  readonly dateOrder: DateOrder | undefined;
  readonly leadTimeDays: number | undefined;
  readonly settings: Partial<Settings>;
  /** File with answers to questions, absent where there is none. */
  readonly answers?: string | undefined;
}

const STRINGS = [
  "out",
  "today",
  "period",
  "service-level",
  "fill-rate",
  "review-days",
  "lead-time",
  "order-cost",
  "holding-rate",
  "overstock-days",
  "currency",
  "date-order",
  "answers",
] as const;
type Name = (typeof STRINGS)[number];

function parse(args: readonly string[]): {
  values: Partial<Record<Name, string>> & { help?: boolean };
  positionals: string[];
} {
  try {
    const options = Object.fromEntries(STRINGS.map((name) => [name, { type: "string" as const }]));
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...options, help: { type: "boolean", short: "h" } },
    });
    return { values, positionals };
  } catch (error) {
    throw new UserError(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  }
}

/** The command line's options; undefined where help is asked for. Throws a `UserError` that names the option. */
export function reorderOptions(args: readonly string[]): ReorderOptions | undefined {
  const { values, positionals } = parse(args);
  if (values.help) return undefined;
  const [input, ...more] = positionals;
  if (input === undefined) throw new UserError(`The workbook to read is missing.\n\n${HELP}`);
  if (more.length > 0) throw new UserError(`One workbook is read at a time; got also ${more.join(", ")}.`);
  const number = (name: Name, low: number, high: number, words: string): number | undefined => {
    const text = values[name];
    if (text === undefined) return undefined;
    const value = text.trim() === "" ? NaN : Number(text);
    if (!(value >= low && value <= high)) throw new UserError(`--${name}: ${text} is not valid; it must be ${words}.`);
    return value;
  };
  const choice = <T extends string>(name: Name, allowed: readonly T[]): T | undefined => {
    const text = values[name];
    if (text === undefined) return undefined;
    const found = allowed.find((one) => one === text);
    if (found === undefined)
      throw new UserError(`--${name}: ${text} is not valid; it must be ${allowed.join(" or ")}.`);
    return found;
  };
  if (values.today !== undefined && !isIsoDate(values.today))
    throw new UserError(`--today: ${values.today} is not a date; it must be like 2026-11-23.`);
  const given = {
    service_level: number("service-level", 0.5, 0.999999, "at least 0.5 and below 1"),
    fill_rate: number("fill-rate", 0.5, 0.999999, "at least 0.5 and below 1"),
    review_days: number("review-days", 0, 365, "0 to 365 days"),
    order_cost: number("order-cost", 0, 1e12, "an amount of at least 0"),
    holding_rate: number("holding-rate", 0, 10, "a share a year, 0 to 10"),
    overstock_days: number("overstock-days", 1, 36_500, "at least 1 day"),
    currency: values.currency?.toUpperCase(),
  };
  if (given.service_level !== undefined && given.fill_rate !== undefined)
    throw new UserError("--fill-rate: must not be given together with --service-level; a target is one of the two.");
  return {
    input,
    out: values.out ?? "plan.xlsx",
    today: values.today,
    period: choice("period", PERIODS),
    dateOrder: choice("date-order", ["day", "month"]),
    leadTimeDays: number("lead-time", 0, 3650, "0 to 3650 days"),
    ...(values.answers === undefined ? {} : { answers: values.answers }),
    settings: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  };
}
