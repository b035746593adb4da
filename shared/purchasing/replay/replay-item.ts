import { simulateStock, type StockRecord } from "../../inventory/simulation/simulate.ts";
import type { StockPolicy } from "../../inventory/simulation/stock-policy.ts";
import type { Networks } from "../../demand/forecast/forecaster.ts";
import type { Shared } from "../../demand/forecast/learn.ts";
import { knownItem, type PlanShared, type PlanTask } from "../facts/tasks.ts";
import type { IsoDate } from "../../calendar/dates.ts";
import { serviceTarget, DEFAULT_SERVICE_LEVEL } from "../terms/service-target.ts";
import { itemCase, type ItemCase } from "./item-case.ts";
import { planPolicy } from "./plan-policy.ts";
import { todaysPractice } from "./practices.ts";
import type { Practice, ReplayCosts, ReplayPeriodCosts } from "./replay.ts";

/** What all items of a replay share. */
export interface ReplayShared extends Omit<PlanShared, "learned"> {
  /** Periods to count. */
  readonly periods: number;
  /** Whether there are promotions of any item. */
  readonly promoted: boolean;
  /** What was learned of all items together, as it was known in the course of time. */
  readonly learnedInTime: readonly Shared[];
  /** First receipt of any item; undefined where no past orders are known. */
  readonly receiptsFrom?: IsoDate | undefined;
}

/** One policy on one item: its costs, and those of each counted period. */
interface Played {
  readonly costs: ReplayCosts;
  readonly periods: readonly ReplayPeriodCosts[];
  /** Value at cost of what was asked for and of what was served. */
  readonly asked: number;
  readonly served: number;
}

/** An item's replay under both, or why there is none. */
export type ReplayedItem =
  | {
      readonly sku: string;
      readonly practice: Practice;
      readonly today: Played;
      readonly lotwise: Played;
      /** Counted periods before anything ordered in them can sell: one lead time and review, or all. */
      readonly inherited: number;
    }
  | { readonly sku: string; readonly reason: string };

/** Orders only every `review` periods. */
const everySo = (review: number, { name, order }: StockPolicy): StockPolicy =>
  review === 1 ? { name, order } : { name, order: (view) => (view.period % review === 0 ? order(view) : 0) };

function costsOf(record: StockRecord, unitCost: number): ReplayCosts {
  const { ordering, holding, shortage, orders, demand, served, stock, periods } = record;
  return {
    total: ordering + holding + shortage,
    ordering,
    holding,
    shortage,
    orders,
    units_short: demand - served,
    fill_rate: demand > 0 ? served / demand : null,
    average_stock: (unitCost * stock) / periods,
  };
}

function play(item: ItemCase, policy: StockPolicy): Played {
  const periods: ReplayPeriodCosts[] = [];
  const record = simulateStock(item, policy, (t, { ordering, holding, shortage, stock }) => {
    if (t >= item.warmUp) periods.push({ cost: ordering + holding + shortage, stock: item.unitCost * stock });
  });
  return {
    costs: costsOf(record, item.unitCost),
    periods,
    asked: item.unitCost * record.demand,
    served: item.unitCost * record.served,
  };
}

/** Today's practice: its own orders are played as they were, whatever the rules and reviews of today. */
function playToday(item: ItemCase, practice: Practice, policy: StockPolicy): Played {
  return practice === "your orders"
    ? play({ ...item, rules: undefined }, policy)
    : play(item, everySo(item.review, policy));
}

/** Replays one item's counted periods under today's practice and under the plan's own decisions. */
export function replayItem(task: PlanTask, shared: ReplayShared, networks: Networks): ReplayedItem {
  const { item: row } = task;
  const item = itemCase(task, shared);
  if (typeof item === "string") return { sku: row.sku, reason: item };
  const { measure, share } = serviceTarget(row, shared.settings);
  const { practice, policy } = todaysPractice(row, item, measure === "service_level" ? share : DEFAULT_SERVICE_LEVEL);
  const plan = planPolicy(knownItem(task, shared), item, shared, networks);
  return {
    sku: row.sku,
    practice,
    today: playToday(item, practice, policy),
    lotwise: play(item, everySo(item.review, plan)),
    inherited: Math.min(shared.periods, item.leadTime + item.review),
  };
}
