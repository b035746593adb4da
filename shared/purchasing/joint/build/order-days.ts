import { addDays, dayNumber, type IsoDate } from "../../../calendar/dates.ts";
import { WEEKDAYS } from "../../terms/order-schema.ts";
import type { Supplier } from "../../terms/plan.ts";
import type { OrderTerms } from "./order-terms.ts";

/** Days ahead in which an order day is looked for. */
const FAR = 800;

// Day 0 is 1 January 1970, a Thursday.
const weekdayOf = (date: IsoDate): (typeof WEEKDAYS)[number] => WEEKDAYS[(((dayNumber(date) + 4) % 7) + 7) % 7]!;

const takes = ({ order_days, closed = [] }: Supplier, date: IsoDate): boolean =>
  (order_days === undefined || order_days.includes(weekdayOf(date))) &&
  !closed.some(({ from, to }) => from <= date && date <= to);

/** Date and time of the request in the zone of cut-offs; undefined where it says none. */
export function localNow({ now, time_zone, today }: Pick<OrderTerms, "now" | "time_zone" | "today">) {
  if (now === undefined) return undefined;
  const [date, time] = now.includes("T") ? [now.slice(0, 10), now.slice(11)] : [today, now];
  const offset = /(Z|[+-]\d{2}:?\d{2})$/.exec(time);
  if (!offset) return { date, time: time.slice(0, 5) };
  const at = new Date(`${date}T${time}`);
  if (Number.isNaN(at.getTime())) return undefined;
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: time_zone ?? "UTC",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(at);
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? "";
  return { date: `${of("year")}-${of("month")}-${of("day")}`, time: `${of("hour")}:${of("minute")}` };
}

/** The first day from today on that a supplier takes orders; null where there is none in two years. */
export function firstOrderDay(supplier: Supplier, terms: OrderTerms): IsoDate | null {
  const now = localNow(terms);
  const { cut_off: cutOff } = supplier;
  const late =
    now !== undefined &&
    (now.date > terms.today || (cutOff !== undefined && now.date === terms.today && now.time > cutOff));
  for (let day = late ? 1 : 0; day < FAR; day++) {
    const date = addDays(terms.today, day);
    if (takes(supplier, date)) return date;
  }
  return null;
}

/** The order day after a day. */
export function nextOrderDay(supplier: Supplier, after: IsoDate): IsoDate | null {
  for (let day = 1; day < FAR; day++) if (takes(supplier, addDays(after, day))) return addDays(after, day);
  return null;
}
