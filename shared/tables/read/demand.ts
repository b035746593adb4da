import type { DayNumber } from "../../calendar/dates.ts";
import type { Period } from "../../calendar/periods.ts";
import type { DatedSpan } from "../dates.ts";

/** Demand as read, one entry a transaction or a cell. NaN is a missing value. */
export interface Demand {
  readonly skus: string[];
  readonly days: DayNumber[];
  readonly quantities: number[];
  /** How long the dates last: "Jan 2024" lasts a month. */
  readonly spans: Set<Period>;
  /** Text beside the SKU where there is some, by SKU. */
  readonly descriptions: Map<string, string>;
}

export function noDemand(): Demand {
  return { skus: [], days: [], quantities: [], spans: new Set(), descriptions: new Map() };
}

const WEEK = 7;
/** Day number 0 was a Thursday. */
const isSunday = (day: DayNumber): boolean => (day + 4) % WEEK === 0;

/** What was sold in several weeks together is spread evenly over them; weeks from Sunday on count as from Monday. */
export function addDemand(demand: Demand, sku: string, { day, span, weeks = 1 }: DatedSpan, quantity: number): void {
  const first = weeks > 1 && isSunday(day) ? day + 1 : day;
  for (let week = 0; week < weeks; week++) {
    demand.skus.push(sku);
    demand.days.push(first + WEEK * week);
    demand.quantities.push(quantity / weeks);
  }
  demand.spans.add(span);
}

/** Adds all of another demand. */
export function addAll(demand: Demand, other: Demand): void {
  for (let i = 0; i < other.skus.length; i++) {
    demand.skus.push(other.skus[i] ?? "");
    demand.days.push(other.days[i] ?? 0);
    demand.quantities.push(other.quantities[i] ?? 0);
  }
  for (const span of other.spans) demand.spans.add(span);
  for (const [sku, text] of other.descriptions) if (!demand.descriptions.has(sku)) demand.descriptions.set(sku, text);
}
