import { dateAt, type DayNumber } from "../calendar/dates.ts";
import { periodIndex, type Period } from "../calendar/periods.ts";
import type { Demand } from "./read/demand.ts";

/** How the dates of a history are spaced: a week or month each, or days on which things happened. */
export function spacing(demand: Demand): Period {
  if (demand.spans.has("month")) return "month";
  if (demand.spans.has("week")) return "week";
  const days = [...new Set(demand.days)].sort((a, b) => a - b);
  if (days.length < 2) return "day";
  const once = (period: Period): boolean => new Set(days.map((day) => periodIndex(day, period))).size === days.length;
  const sameWeekday = new Set(days.map((day) => ((day % 7) + 7) % 7)).size === 1;
  const edgeOfMonth = days.every(firstOfMonth) || days.every((day) => firstOfMonth(day + 1));
  if (edgeOfMonth && once("month")) return "month";
  return sameWeekday && once("week") ? "week" : "day";
}

function firstOfMonth(day: DayNumber): boolean {
  return dateAt(day).getUTCDate() === 1;
}

/** The period to plan by: the history's own, a week for daily dates, a month where daily dates lie weeks apart. */
export function planningPeriod(found: Period, days: readonly DayNumber[]): Period {
  if (found !== "day") return found;
  const dates = [...new Set(days)].sort((a, b) => a - b);
  const gaps = dates
    .slice(1)
    .map((day, i) => day - (dates[i] ?? day))
    .sort((a, b) => a - b);
  return (gaps[Math.floor(gaps.length / 2)] ?? 1) > 10 ? "month" : "week";
}
