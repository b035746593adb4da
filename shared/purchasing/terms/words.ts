import type { Period } from "../../calendar/periods.ts";

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const millionths = new Intl.NumberFormat("en", { maximumFractionDigits: 6 });
const tenths = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

/** A quantity as a buyer would say it: "1,240", "7.5", "0.3"; of an item that is counted in whole units "8", "under 1". */
export function units(x: number, inWhole = false): string {
  if (inWhole && x > 0 && x < 0.5) return "under 1";
  return (Math.abs(x) < 10 && !inWhole ? tenths : whole).format(x);
}

/** An amount with its currency, "1,240 EUR"; without one where it is not known. */
export function amount(x: number, currency: string): string {
  return `${whole.format(x)}${currency ? ` ${currency}` : ""}`;
}

/** A quantity to the last decimal that means something, where rounding would say another: "12.5", "84". */
export function exactly(x: number): string {
  return millionths.format(x);
}

/** "95%", "97.5%", "99.9%": never rounded up to 100%, nor down to 0%. */
export function percent(share: number, decimals = 4): string {
  const least = 10 ** -decimals;
  const rounded = Number((100 * share).toFixed(decimals));
  const shown = share < 1 && rounded >= 100 ? 100 - least : share > 0 && rounded === 0 ? least : rounded;
  return `${Number(shown.toFixed(decimals))}%`;
}

export function counted(n: number, noun: string): string {
  const text = tenths.format(n);
  return `${text} ${noun}${text === "1" ? "" : "s"}`;
}

/** A time as a buyer would say it, in whole weeks where it is some: "the 10 days", "the 7 weeks". */
export function daysSpan(days: number): string {
  return `the ${days >= 14 && days % 7 === 0 ? counted(days / 7, "week") : counted(days, "day")}`;
}

/** "the 7 weeks", "the 10 days", "the 2.5 months". */
export function span(periods: number, period: Period | "period"): string {
  return `the ${counted(periods, period)}`;
}

/** "a, b and c". */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
