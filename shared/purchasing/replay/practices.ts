import { economicOrderQuantity } from "../../inventory/economic-order-quantity.ts";
import { fixedLotPolicy, minMaxPolicy } from "../../inventory/simulation/policies.ts";
import type { StockPolicy, StockView } from "../../inventory/simulation/stock-policy.ts";
import { normalQuantile } from "../../numeric/normal.ts";
import type { Item } from "../terms/plan.ts";
import type { ItemCase } from "./item-case.ts";
import type { OwnOrders } from "./own-orders.ts";
import type { Practice } from "./replay.ts";

/** Smoothing of the mean and of the squared error. */
const ALPHA = 0.1;

/** Exponential smoothing: mean and standard deviation of a period's demand after all of `past`. */
function smoothedDemand(past: ArrayLike<number>): { mean: number; sd: number } {
  let [mean, variance] = [past[0] ?? 0, 0];
  for (let t = 1; t < past.length; t += 1) {
    const error = past[t]! - mean;
    variance += Math.max(ALPHA, 1 / t) * (error * error - variance);
    mean += ALPHA * error;
  }
  return { mean, sd: Math.sqrt(variance) };
}

function economicLot(mean: number, { costs, review }: ItemCase): number {
  const { ordering, holding } = costs;
  const lot =
    holding > 0 && mean > 0 ? economicOrderQuantity({ demand: mean, orderCost: ordering, holdingCost: holding }) : 0;
  return Math.max(lot, mean * review);
}

/**
 * The rule of most inventory software: lots of the economic order quantity where the position has fallen to mean demand
 * over lead time and review plus normal safety stock, both by exponential smoothing.
 */
const usualRule = (item: ItemCase, level: number): StockPolicy => ({
  name: "usual rule",
  order(view) {
    const { mean, sd } = smoothedDemand(view.past);
    const risk = item.leadTime + item.review;
    const point = mean * risk + normalQuantile(level) * sd * Math.sqrt(risk);
    const lot = economicLot(mean, item);
    return lot > 0 ? fixedLotPolicy(point, lot).order(view) : 0;
  },
});

/** The item's own levels: (s, S), or lots above a reorder point, or an order-up-to level at each review. */
function ownLevels({ reorder_point: s, order_up_to: S }: Item, item: ItemCase): StockPolicy | undefined {
  if (S !== undefined) return minMaxPolicy(s ?? S, Math.max(S, s ?? 0));
  if (s === undefined) return undefined;
  return {
    name: "your levels",
    order: (view: StockView) => {
      const lot = economicLot(smoothedDemand(view.past).mean, item);
      return lot > 0 ? fixedLotPolicy(s, lot).order(view) : 0;
    },
  };
}

/** What was ordered, at a time at which it arrives when it did. */
const asOrdered = ({ arriving }: OwnOrders, leadTime: number): StockPolicy => ({
  name: "your orders",
  order: ({ period }) => arriving[period + leadTime] ?? 0,
});

/** How the item is ordered today, as far as is known. */
export function todaysPractice(row: Item, item: ItemCase, level: number): { practice: Practice; policy: StockPolicy } {
  if (item.ordered) return { practice: "your orders", policy: asOrdered(item.ordered, item.leadTime) };
  const own = ownLevels(row, item);
  return own === undefined
    ? { practice: "usual rule", policy: usualRule(item, level) }
    : { practice: "your levels", policy: own };
}
