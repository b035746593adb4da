import { addDays, type IsoDate } from "../calendar/dates.ts";

/** The day the demo is set on: a Monday, so that the week before it is complete. */
export const TODAY: IsoDate = "2026-11-23";
export const WEEKS = 156;

/** The Monday of week `index`: 0 is the oldest in the history, `WEEKS` the current one. */
export function mondayOf(index: number): IsoDate {
  return addDays(TODAY, 7 * (index - WEEKS));
}
