import { type IsoDate, addDays, daysBetween } from "../../calendar/dates.ts";
import type { OpenOrder } from "../terms/plan.ts";
import type { PlanTime } from "../terms/plan-time.ts";

/** Days from today on which an open order is expected: an overdue one is taken to come within the week. */
export const OVERDUE_DAYS = 7;

export interface Arrival {
  readonly day: number;
  readonly quantity: number;
  readonly overdue: boolean;
  readonly order: OpenOrder;
}

/** Open orders by the day, from today, they are expected to arrive; soonest first. */
export function arrivalsOf(orders: readonly OpenOrder[], today: IsoDate): Arrival[] {
  return orders
    .map((order) => {
      const due = daysBetween(today, order.due);
      return { day: due < 0 ? OVERDUE_DAYS : due, quantity: order.quantity, overdue: due < 0, order };
    })
    .sort((a, b) => a.day - b.day);
}

/** Where days from today lie among the forecast's periods. */
export type DaysAmongPeriods = Pick<PlanTime, "at" | "dayAt">;

/** Mean demand accumulated from today to each day, spread evenly within a period; what lies before today is past. */
export class DemandInTime {
  readonly #ends: readonly number[];
  /** Demand of the forecast's periods before today. */
  readonly #past: number;

  constructor(
    perPeriod: readonly number[],
    readonly time: DaysAmongPeriods,
  ) {
    let sum = 0;
    this.#ends = [0, ...perPeriod.map((x) => (sum += x))];
    this.#past = this.#sumTo(time.at(0));
  }

  /** Demand from the forecast's start to a position in its periods. */
  #sumTo(position: number): number {
    const at = Math.min(position, this.#ends.length - 1);
    const i = Math.floor(at);
    const from = this.#ends[i]!;
    return from + (at - i) * ((this.#ends[i + 1] ?? from) - from);
  }

  /** The last day the forecast reaches. */
  get horizon(): number {
    return Math.floor(this.time.dayAt(this.#ends.length - 1));
  }

  /** Total from today to the forecast's end. */
  get total(): number {
    return this.#ends.at(-1)! - this.#past;
  }

  /** Mean demand from today to the end of `day` days; beyond the forecast it stands still. */
  until(day: number): number {
    return day <= 0 ? 0 : this.#sumTo(this.time.at(day)) - this.#past;
  }

  /** First day by whose end `quantity` units are used up, or null where the forecast ends before. */
  dayUsedUp(quantity: number): number | null {
    if (quantity <= 0) return 0;
    if (this.total < quantity) return null;
    const sold = this.#past + quantity;
    let low = 0;
    let high = this.#ends.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#ends[middle]! >= sold) high = middle;
      else low = middle;
    }
    const share = (sold - this.#ends[low]!) / (this.#ends[high]! - this.#ends[low]!);
    return this.time.dayAt(low + share);
  }
}

/** Expected stock at the end of a day: what is free now, plus arrivals by then, less mean demand. */
export function stockAt(day: number, free: number, arrivals: readonly Arrival[], demand: DemandInTime): number {
  const arrived = arrivals.reduce((sum, a) => sum + (a.day <= day ? a.quantity : 0), 0);
  return free + arrived - demand.until(day);
}

/** The first time from `from` to `to` that expected stock falls below `floor`, as a day from today; null for never. */
export function firstDayBelow(
  floor: number,
  from: number,
  to: number,
  free: number,
  arrivals: readonly Arrival[],
  demand: DemandInTime,
): number | null {
  for (let day = Math.ceil(from); day <= to; day++) if (stockAt(day, free, arrivals, demand) < floor - 1e-9) return day;
  return null;
}

export const dateOf = (today: IsoDate, day: number): IsoDate => addDays(today, day);
