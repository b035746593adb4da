import { readColumn, readSet } from "../data.ts";
import { hash } from "../random.ts";

/** An item to foretell: its history, and its demand over the periods after it. */
export interface CountItem {
  readonly set: string;
  readonly id: string;
  readonly values: readonly number[];
  /** Periods of the total. */
  readonly periods: number;
  readonly actual: number;
}

/** Column of the lead time of the sets that have one; the totals of the others are of TOTAL periods. */
const LEAD_TIMES: Readonly<Record<string, string>> = {
  raf_spares: "lead_time_months",
  man_spares: "lead_time_weeks",
};
const TOTAL = 12;

/** Sets whose test parts are scored. */
export const SCORED = ["carparts", "raf_spares", "man_spares"] as const;

/** Periods until an order placed a period from now has arrived, by the items' ids; a lead time of 0 counts as 1. */
export function totalPeriods(folder: string, set: string): (id: string) => number {
  const column = LEAD_TIMES[set];
  if (column === undefined) return () => TOTAL;
  const leads = readColumn(folder, set, column);
  return (id) => Math.max(1, Number(leads.get(id))) + 1;
}

/** The half of the ids, 0 or 1, that an id belongs to. */
export function halfOf(set: string, id: string): number {
  return hash(`count|${set}|${id}`) % 2;
}

export const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/**
 * The items of a set: the test part to come or, with `back`, the last periods of the training part; totals as long as
 * those parts reach. Items without any demand in the training part, or with gaps, are left out.
 */
export function itemsOf(folder: string, set: string, back = 0): CountItem[] {
  const periodsOf = totalPeriods(folder, set);
  return readSet(folder, set)
    .map(({ id, train, test }) =>
      back === 0 ? { id, train, test } : { id, train: train.slice(0, -back), test: train.slice(-back) },
    )
    .filter(({ train, test }) => train.some((x) => x > 0) && ![...train, ...test].some(Number.isNaN))
    .map(({ id, train, test }) => {
      const periods = Math.min(test.length, periodsOf(id));
      return { set, id, values: train, periods, actual: sum(test.slice(0, periods)) };
    });
}
