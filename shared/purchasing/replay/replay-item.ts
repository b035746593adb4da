import { simulateStock, type StockRecord } from "../../inventory/simulation/simulate.ts";
import type { StockPolicy } from "../../inventory/simulation/stock-policy.ts";
import type { Item } from "../terms/plan.ts";
import { serviceTarget, DEFAULT_SERVICE_LEVEL } from "../terms/service-target.ts";
import { itemCase, type ItemCase } from "./item-case.ts";
import { lotwisePolicy } from "./lotwise-policy.ts";
import { todaysPractice } from "./practices.ts";
import type { PlanContext } from "../facts/item-facts.ts";
import type { Practice, ReplayCosts, ReplayPeriodCosts } from "./replay.ts";

/** One item to replay, with all that is its own. */
export interface ReplayTask {
  readonly item: Item;
  readonly history: readonly (number | null)[];
}

/** What all items of a replay share; the prior is what was known before the periods counted. */
export interface ReplayShared extends PlanContext {
  /** Periods to count. */
  readonly periods: number;
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
  | { readonly sku: string; readonly practice: Practice; readonly today: Played; readonly lotwise: Played }
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
  const record = simulateStock(item, everySo(item.review, policy), (t, { ordering, holding, shortage, stock }) => {
    if (t >= item.warmUp) periods.push({ cost: ordering + holding + shortage, stock: item.unitCost * stock });
  });
  return {
    costs: costsOf(record, item.unitCost),
    periods,
    asked: item.unitCost * record.demand,
    served: item.unitCost * record.served,
  };
}

/** Replays one item's counted periods under today's practice and under Lotwise's policy. */
export function replayItem({ item: row, history }: ReplayTask, shared: ReplayShared): ReplayedItem {
  const item = itemCase(row, history, shared);
  if (typeof item === "string") return { sku: row.sku, reason: item };
  const { measure, share } = serviceTarget(row, shared.settings);
  const { practice, policy } = todaysPractice(row, item, measure === "service_level" ? share : DEFAULT_SERVICE_LEVEL);
  return {
    sku: row.sku,
    practice,
    today: play(item, policy),
    lotwise: play(item, lotwisePolicy(row, item, shared)),
  };
}
