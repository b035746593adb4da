import { tidy } from "../numeric/tidy.ts";
import { own } from "../define/own.ts";
import type { Forecast } from "../demand/forecast/forecast.ts";
import type { DemandPrior } from "../demand/slow/demand-prior.ts";
import { isClosed } from "../words/item-status.ts";
import { addDays, type IsoDate } from "../calendar/dates.ts";
import { costPolicy, type CostPolicy } from "./cost-policy.ts";
import { stockAndOwed } from "./net-position.ts";
import type { Item, Promotion, Settings } from "./plan.ts";
import { economicLot, policyFor, type Policy } from "./policy.ts";
import { planTime, type HistoryTimes, type PlanTime } from "./plan-time.ts";
import { arrivalsOf, DemandInTime, type Arrival } from "./projection.ts";
import { serviceTarget, type ServiceTarget } from "./service-target.ts";

const YEAR_DAYS = 365.25;

/** What the plan's request says of every item. */
export interface PlanContext extends HistoryTimes {
  /** How often the plan's items sell, for levels of least cost. */
  readonly prior?: DemandPrior | undefined;
  readonly settings: Settings;
}

/** Everything worked out about one item before deciding: the line, the reasons and the exceptions read it. */
export interface ItemFacts {
  readonly item: Item;
  readonly context: PlanContext;
  readonly time: PlanTime;
  readonly hasHistory: boolean;
  readonly forecast: Forecast;
  /** The item's promotions, past and ahead. */
  readonly promotions: readonly Promotion[];
  readonly policy: Policy;
  /** The policy where it is the one of least cost. */
  readonly leastCost?: CostPolicy | undefined;
  readonly target: ServiceTarget;
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
  const { settings, today, period } = context;
  const time = planTime(context);
  const protectionDays = item.lead_time_days + settings.review_days;
  const demand = new DemandInTime(forecast.mean(horizonOf(item, context)), time);
  const target = serviceTarget(item, settings);
  const rate = own(settings.rates, item.currency ?? "") ?? 1;
  const service = policyFor({
    forecast,
    leadTime: item.lead_time_days,
    reviewPeriod: settings.review_days,
    at: time.at,
    target,
    economicLot: economicLot({
      yearlyDemand: demand.until(YEAR_DAYS),
      orderCost: settings.order_cost,
      holdingRate: settings.holding_rate,
      unitCost: item.cost,
    }),
  });
  const leastCost = costPolicy({ item, history, forecast, settings, period, rate, service, prior: context.prior });
  const arrivals = arrivalsOf(item.on_order ?? [], today);
  const counted = arrivals.filter((a) => a.overdue || a.day <= protectionDays);
  const { stock, owed } = stockAndOwed(item.on_hand, item.backorders);
  const free = tidy(stock - owed - (item.reserved ?? 0));
  return {
    item,
    context,
    time,
    hasHistory: history.some((x) => Number.isFinite(x)),
    forecast,
    promotions,
    policy: leastCost ?? service,
    leastCost,
    target,
    protectionDays,
    demand,
    arrivals,
    counted,
    owed,
    free,
    position: tidy(free + counted.reduce((sum, a) => sum + a.quantity, 0)),
    canOrder: !isClosed(item.status),
    whole: [...history, free, ...arrivals.map((a) => a.quantity)].every(
      (x) => Number.isInteger(x) || !Number.isFinite(x),
    ),
    rate,
  };
}

/** The day an order placed today arrives. */
export const arrivalOfOrder = ({ item, context }: ItemFacts): IsoDate => addDays(context.today, item.lead_time_days);
