import { UserError } from "../../define/errors.ts";
import { number, optional, series, withDefault } from "../../define/parameters.ts";

/** The arguments that COVER, PROJECTED_STOCK, STOCKOUT_DATE and ORDER_BY_DATE share. */
export const onHand = number({
  doc: "Units in stock now, less what is owed or reserved; below 0 where more is owed than there is.",
  unit: "units",
});

/** What `forecast` says of itself, for the function that reads it with its shape. */
export const forecastSpec = {
  doc: "Expected demand of each of the coming periods, the next one first: one row or one column.",
  unit: "units per period",
  min: 0,
};

export const forecast = series(forecastSpec);

export const receipts = optional(
  series({
    doc: "Units that arrive at the start of each of these periods; it may be shorter than forecast. Left out, nothing arrives.",
    unit: "units",
    min: 0,
  }),
);

export const startDate = optional(
  number({
    doc: "The date on which the first period starts; left out, the answer is in periods from now.",
    unit: "date",
    above: 0,
  }),
);

export const daysPerPeriod = withDefault(
  number({
    doc: "Days in a period: 1 for days, 7 for weeks, 30.4375 for months. Only used with start_date.",
    unit: "days",
    above: 0,
  }),
  7,
);

/** Receipts that no period of the forecast can hold would be lost without a word. */
export function checkReceipts(arriving: readonly number[] | undefined, periods: number): readonly number[] {
  if (arriving && arriving.length > periods)
    throw new UserError(`receipts: must hold at most as many values as forecast (${periods}); got ${arriving.length}`);
  return arriving ?? [];
}

/**
 * A time in periods from now; with a start date the day it falls on, as Excel's serial number. The last bits of a
 * division don't make it a day earlier.
 */
export function timeOrDate(periods: number, start: number | undefined, days: number): number {
  return start === undefined ? periods : Math.floor(start + periods * days + 1e-9);
}
