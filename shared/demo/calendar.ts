import { addDays, daysBetween } from "../purchasing/calendar.ts";
import type { IsoDate } from "../purchasing/plan.ts";

/** The day of the year, 0 for 1 January. */
export function dayOfYear(date: IsoDate): number {
  return daysBetween(`${date.slice(0, 4)}-01-01`, date);
}

/** The day the demo is set on: a Monday, so that the week before it is complete. */
export const TODAY: IsoDate = "2026-11-23";
export const WEEKS = 156;

/** The Monday of week `index`: 0 is the oldest in the history, `WEEKS` the current one. */
export function mondayOf(index: number): IsoDate {
  return addDays(TODAY, 7 * (index - WEEKS));
}
