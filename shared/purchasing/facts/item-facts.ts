import { tidy } from "../../numeric/tidy.ts";
import type { Forecast } from "../../demand/forecast/forecast.ts";
import type { Shared } from "../../demand/forecast/learn.ts";
import type { ItemStatus } from "../../words/item-status-words.ts";
import { statusOf } from "../../words/item-status.ts";
import { addDays, type IsoDate } from "../../calendar/dates.ts";
import type { Item, Promotion, Settings } from "../terms/plan.ts";
import { planTime, type HistoryTimes, type PlanTime } from "../terms/plan-time.ts";
import { rateOf } from "../terms/item-terms.ts";
import { stockAndOwed } from "./net-position.ts";
import { arrivalsOf, DemandInTime, type Arrival } from "./projection.ts";

/** A year, as far as money and cover look ahead. */
export const YEAR_DAYS = 365.25;

/** A part of a period that comes of rounding alone. */
const ROUNDING = 1e-9;

/** What the plan's request says of every item. */
export interface PlanContext extends HistoryTimes {
  readonly settings: Settings;
  /** What was learned of all its items together. */
  readonly learned?: Shared | undefined;
}

/** One item, what it sold and its promotions. */
export interface KnownItem {
  readonly item: Item;
  /** Oldest first, NaN where missing. */
  readonly history: readonly number[];
  /** Past and ahead. */
  readonly promotions: readonly Promotion[];
}

/** Everything known about one item before deciding: the decision, the line, the reasons and the exceptions read it. */
export interface ItemFacts extends KnownItem {
  readonly context: PlanContext;
  readonly time: PlanTime;
  readonly hasHistory: boolean;
  readonly forecast: Forecast;
  /** Days from today to the end of the time one order must cover: lead time plus review. */
  readonly protectionDays: number;
  readonly demand: DemandInTime;
  readonly arrivals: readonly Arrival[];
  /** The open orders that arrive within lead time and review; later ones are no cover. */
  readonly counted: readonly Arrival[];
  /** Units owed to customers: backorders, or stock below 0. */
  readonly owed: number;
  /** On hand less what is owed and reserved units. */
  readonly free: number;
  readonly position: number;
  /** What the item's status means; null where its word is not known, which keeps no item from being ordered. */
  readonly status: ItemStatus | null;
  readonly canOrder: boolean;
  /** Whether the item is counted in whole units: all that was ever sold or is in stock is. */
  readonly whole: boolean;
  /** Company currency per unit of the item's currency; 1 where none is needed or known. */
  readonly rate: number;
}

/**
 * Periods that are forecast: to a year from today, and beyond any lead time. Cover, postponing and the economic lot look
 * that far.
 */
export function horizonOf({ lead_time_days }: Item, context: PlanContext): number {
  const { at } = planTime(context);
  return Math.max(Math.ceil(at(YEAR_DAYS)), Math.ceil(at(lead_time_days + context.settings.review_days)) + 1);
}

/** Whole periods from the end of the history to so many days from today. */
const periodsUntil = (days: number, context: PlanContext): number =>
  Math.max(1, Math.ceil(planTime(context).at(days) - ROUNDING));

/** The same to the end of the lead time, and to the end of lead time and review. */
export const leadPeriods = ({ lead_time_days }: Item, context: PlanContext): number =>
  periodsUntil(lead_time_days, context);
export const protectedPeriods = ({ lead_time_days }: Item, context: PlanContext): number =>
  periodsUntil(lead_time_days + context.settings.review_days, context);

export function gatherFacts(
  { item, history, promotions }: KnownItem,
  forecast: Forecast,
  context: PlanContext,
): ItemFacts {
  const { settings, today } = context;
  const time = planTime(context);
  const protectionDays = item.lead_time_days + settings.review_days;
  const arrivals = arrivalsOf(item.on_order ?? [], today);
  const counted = arrivals.filter((a) => a.overdue || a.day <= protectionDays);
  const status = statusOf(item.status);
  const { stock, owed } = stockAndOwed(item.on_hand, item.backorders);
  const free = tidy(stock - owed - (item.reserved ?? 0));
  return {
    item,
    context,
    time,
    history,
    hasHistory: history.some((x) => Number.isFinite(x)),
    forecast,
    promotions,
    protectionDays,
    demand: new DemandInTime(forecast.mean(horizonOf(item, context)), time),
    arrivals,
    counted,
    owed,
    free,
    position: tidy(free + counted.reduce((sum, a) => sum + a.quantity, 0)),
    status,
    canOrder: (status === null || status === "active") && item.never !== true,
    whole: [...history, free, ...arrivals.map((a) => a.quantity)].every(
      (x) => Number.isInteger(x) || !Number.isFinite(x),
    ),
    rate: rateOf(item, settings),
  };
}

/** The day an order placed today arrives. */
export const arrivalOfOrder = ({ item, context }: ItemFacts): IsoDate => addDays(context.today, item.lead_time_days);
