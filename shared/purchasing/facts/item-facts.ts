import { tidy } from "../../numeric/tidy.ts";
import { own } from "../../define/own.ts";
import type { Forecast } from "../../demand/forecast/forecast.ts";
import type { DemandPrior } from "../../demand/slow/demand-prior.ts";
import { isClosed } from "../../words/item-status.ts";
import { addDays, type IsoDate } from "../../calendar/dates.ts";
import type { Item, Promotion, Settings } from "../terms/plan.ts";
import { planTime, type HistoryTimes, type PlanTime } from "../terms/plan-time.ts";
import { stockAndOwed } from "./net-position.ts";
import { arrivalsOf, DemandInTime, type Arrival } from "./projection.ts";

/** A year, as far as money and cover look ahead. */
export const YEAR_DAYS = 365.25;

/** What the plan's request says of every item. */
export interface PlanContext extends HistoryTimes {
  /** How often the plan's items sell, for levels of least cost. */
  readonly prior?: DemandPrior | undefined;
  readonly settings: Settings;
}

/** Everything known about one item before deciding: the decision, the line, the reasons and the exceptions read it. */
export interface ItemFacts {
  readonly item: Item;
  readonly context: PlanContext;
  readonly time: PlanTime;
  /** Oldest first, NaN where missing. */
  readonly history: readonly number[];
  readonly hasHistory: boolean;
  readonly forecast: Forecast;
  /** The item's promotions, past and ahead. */
  readonly promotions: readonly Promotion[];
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

export function gatherFacts(
  item: Item,
  forecast: Forecast,
  promotions: readonly Promotion[],
  history: readonly number[],
  context: PlanContext,
): ItemFacts {
  const { settings, today } = context;
  const time = planTime(context);
  const protectionDays = item.lead_time_days + settings.review_days;
  const arrivals = arrivalsOf(item.on_order ?? [], today);
  const counted = arrivals.filter((a) => a.overdue || a.day <= protectionDays);
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
    canOrder: !isClosed(item.status) && item.never !== true,
    whole: [...history, free, ...arrivals.map((a) => a.quantity)].every(
      (x) => Number.isInteger(x) || !Number.isFinite(x),
    ),
    rate: own(settings.rates, item.currency ?? "") ?? 1,
  };
}

/** The day an order placed today arrives. */
export const arrivalOfOrder = ({ item, context }: ItemFacts): IsoDate => addDays(context.today, item.lead_time_days);
