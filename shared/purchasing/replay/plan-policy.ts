import { daysBetween } from "../../calendar/dates.ts";
import type { Networks } from "../../demand/forecast/forecaster.ts";
import type { Forecast } from "../../demand/forecast/forecast.ts";
import type { StockPolicy, StockView } from "../../inventory/simulation/stock-policy.ts";
import { decide, levelsFor, type Levels } from "../decide/decide.ts";
import { forecastItem } from "../facts/forecast-item.ts";
import { gatherFacts, type KnownItem, type PlanContext } from "../facts/item-facts.ts";
import type { Item, OpenOrder } from "../terms/plan.ts";
import { planTime } from "../terms/plan-time.ts";
import type { ItemCase } from "./item-case.ts";
import { learnedBefore } from "./relearn.ts";
import type { ReplayShared } from "./replay-item.ts";

/** Reviews from one forecast of an item to the next. */
export const FORECAST_REVIEWS = 4;

/** A forecast, and the period played before whose first day it was made. */
interface Made {
  readonly period: number;
  readonly forecast: Forecast;
  /** Levels of least cost, which take many times a forecast's time, are kept as long as it is. */
  leastCost?: Levels;
}

/**
 * The plan's own decision of each review: its facts are what was known then, its stock and open orders those played. Lead
 * time and review are the whole periods that are played.
 */
export function planPolicy(known: KnownItem, item: ItemCase, shared: ReplayShared, networks: Networks): StockPolicy {
  const { startOf } = planTime(shared);
  const length = item.demand.length;
  /** First day of a period played. */
  const dayOf = (t: number): string => startOf(t - length);
  const contextAt = (t: number, forecastAt: number): PlanContext => ({
    today: dayOf(t),
    period: shared.period,
    last_period: dayOf(forecastAt - 1),
    settings: {
      ...shared.settings,
      review_days: daysBetween(dayOf(t + item.leadTime), dayOf(t + item.leadTime + item.review)),
    },
    learned: learnedBefore(shared.learnedInTime, length - t, shared.period),
  });
  const itemAt = ({ period: t, onHand, due }: StockView): Item => ({
    ...known.item,
    on_hand: onHand,
    on_order: Array.from(due).flatMap((quantity, i): OpenOrder[] =>
      quantity > 0 ? [{ quantity, due: dayOf(t + 1 + i) }] : [],
    ),
    lead_time_days: daysBetween(dayOf(t), dayOf(t + item.leadTime)),
    backorders: undefined,
    reserved: undefined,
    order_quantity: undefined,
  });
  let made: Made | undefined;
  return {
    name: "plan",
    order(view) {
      const { period: t, past } = view;
      const then = { ...known, item: itemAt(view), history: known.history.slice(0, past.length) };
      if (made === undefined || t - made.period >= FORECAST_REVIEWS * item.review) {
        const more = FORECAST_REVIEWS * item.review;
        made = { period: t, forecast: forecastItem(then, contextAt(t, t), { networks, more }) };
      }
      const facts = gatherFacts(then, made.forecast, contextAt(t, made.period));
      const levels = made.leastCost ?? levelsFor(facts);
      if (levels.leastCost !== undefined) made.leastCost = levels;
      return decide(facts, levels).suggested;
    },
  };
}
