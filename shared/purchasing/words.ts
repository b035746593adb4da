import type { Period } from "../calendar/periods.ts";

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

/** A quantity as a buyer would say it: "1,240", "7.5", "0.3". */
export function units(x: number): string {
  return (Math.abs(x) < 10 ? tenths : whole).format(x);
}

/** An amount with its currency, "1,240 EUR"; without one where it is not known. */
export function amount(x: number, currency: string): string {
  return `${whole.format(x)}${currency ? ` ${currency}` : ""}`;
}

/** "95%", "97.5%", "99.9%": never rounded up to 100%. */
export function percent(share: number): string {
  return `${Number((100 * share).toFixed(4))}%`;
}

export function counted(n: number, noun: string): string {
  const text = tenths.format(n);
  return `${text} ${noun}${text === "1" ? "" : "s"}`;
}

/** "the 7 weeks", "the 10 days", "the 2.5 months". */
export function span(periods: number, period: Period | "period"): string {
  return `the ${counted(periods, period)}`;
}

/** "a, b and c". */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
