import { DAYS_IN, type Period } from "../../calendar/periods.ts";
import { learn, type Shared } from "../../demand/forecast/learn.ts";

/** Days after which what items share is learned anew: a quarter. */
const RELEARN_DAYS = 91;

/** The same in periods. */
export const relearnPeriods = (period: Period): number => Math.round(RELEARN_DAYS / DAYS_IN[period]);

/**
 * What the items of a table shared as was known at a time, learned anew each quarter.
 * @param table histories that end together, oldest first, NaN where a value is missing
 * @param longest most periods before the end at which anything is decided
 * @returns entry k is learned without the last (k + 1) quarters
 */
export function learnedInTime(table: readonly (readonly number[])[], longest: number, period: Period): Shared[] {
  const rhythm = relearnPeriods(period);
  return Array.from({ length: Math.ceil(longest / rhythm) }, (_, k) =>
    learn(table.map((history) => history.slice(0, Math.max(0, history.length - (k + 1) * rhythm)))),
  );
}

/** What was known of them so many periods before the end, at least one. */
export const learnedBefore = (learned: readonly Shared[], periods: number, period: Period): Shared | undefined =>
  learned[Math.ceil(periods / relearnPeriods(period)) - 1];
