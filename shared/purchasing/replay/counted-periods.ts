import type { IsoDate } from "../../calendar/dates.ts";
import { DAYS_IN } from "../../calendar/periods.ts";
import { planTime, type HistoryTimes } from "../terms/plan-time.ts";
import type { ReplayRequest } from "./replay.ts";

/** Periods that must be known before the first decision. */
export const LEAST_KNOWN = 12;
/** At least so many periods are counted, or there is nothing to learn from it. */
const LEAST_COUNTED = 4;

/** How many periods to count: as asked for, else a year's, but no more than half of the longest history. */
export function countedPeriods({
  periods,
  period,
  history,
}: Pick<ReplayRequest, "periods" | "period" | "history">): number {
  const longest = Object.values(history).reduce((most, values) => Math.max(most, values.length), 0);
  const asked = periods ?? Math.round(365.25 / DAYS_IN[period]);
  return Math.max(LEAST_COUNTED, Math.min(asked, Math.floor(longest / 2)));
}

/** First days of the history's last `count` periods. */
export function startsOf(count: number, times: HistoryTimes): IsoDate[] {
  const { startOf } = planTime(times);
  return Array.from({ length: count }, (_, i) => startOf(i - count));
}
