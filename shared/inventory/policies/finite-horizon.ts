import { notAvailable } from "../../define/errors.ts";
import { normalCdf } from "../../numeric/normal.ts";
import { normalDemand } from "../demand/normal.ts";
import { economicOrderQuantity } from "../economic-order-quantity.ts";
import { mismatchCost } from "./newsvendor.ts";

export interface HorizonProblem {
  /** Mean and sd of normal demand in each period. */
  readonly means: readonly number[];
  readonly sds: readonly number[];
  readonly orderCost: number;
  readonly holdingCost: number;
  readonly shortageCost: number;
  readonly unitCost: number;
  /** Per unit left, and owed, when the last period has ended. */
  readonly endHoldingCost: number;
  readonly endShortageCost: number;
  /** Worth of next period's money today. */
  readonly discount: number;
}

export interface HorizonPolicy {
  /** Order where the stock is at s or below, up to S: one each a period. */
  readonly s: readonly number[];
  readonly S: readonly number[];
  /** Least expected cost from each period on, of `stock` units when it begins. */
  cost(period: number, stock: number): number;
}

/** Demand this many standard deviations from its mean is counted, and the grid of stocks reaches this much further. */
const DEMAND_SPREAD = 4;
const STOCK_SPREAD = 5;
/** Steps beyond which the answer would keep a worksheet waiting. */
const MOST_STEPS = 1e9;

/**
 * The best policy over a known number of periods, by dynamic programming on whole units of stock; (s, S) is optimal
 * (Scarf, 1960). Demand is taken at whole units within 4 sd of its mean; the 0.006% beyond is left out.
 *
 * Snyder & Shen, Fundamentals of Supply Chain Theory (2nd ed.), equation 4.66 and algorithm 4.1.
 */
export function finiteHorizon(p: HorizonProblem): HorizonPolicy {
  const [lowMean, highMean] = [Math.min(...p.means), Math.max(...p.means)];
  const sd = Math.max(...p.sds);
  const { orderCost, holdingCost } = p;
  const lot = economicOrderQuantity({ demand: highMean, orderCost, holdingCost, backorderCost: p.shortageCost });
  const from = Math.round(lowMean - highMean - sd * (DEMAND_SPREAD + STOCK_SPREAD));
  const firstDemand = Math.max(0, Math.round(lowMean - DEMAND_SPREAD * sd));
  const lastDemand = Math.round(highMean + DEMAND_SPREAD * sd);
  for (let to = Math.round(highMean + lot + sd * STOCK_SPREAD); ; to *= 2) {
    if (!((to - from) * (lastDemand - firstDemand + 1) * p.means.length <= MOST_STEPS))
      throw notAvailable("demand_mean: counts too many units to try them all; give quantities in packs or pallets");
    const policy = onGrid(p, from, to, firstDemand, lastDemand);
    if (policy) return policy;
  }
}

/** The policy with stocks from `from` to `to`, or null where a higher stock would pay. */
function onGrid(
  p: HorizonProblem,
  from: number,
  to: number,
  firstDemand: number,
  lastDemand: number,
): HorizonPolicy | null {
  const size = to - from + 1;
  const stockAt = (i: number): number => from + i;
  const periods = p.means.length;
  const end = Float64Array.from({ length: size }, (_, i) => {
    const stock = stockAt(i);
    return stock > 0 ? p.endHoldingCost * stock : -p.endShortageCost * stock;
  });
  const costs: Float64Array[] = [];
  const s: number[] = [];
  const S: number[] = [];
  let next = end;
  for (let t = periods - 1; t >= 0; t -= 1) {
    const after = costAfterOrdering(p, t, next, stockAt, firstDemand, lastDemand);
    const best = new Float64Array(size);
    const upTo = new Int32Array(size);
    let cheapest = Infinity;
    let where = size - 1;
    for (let i = size - 1; i >= 0; i -= 1) {
      const ordering = cheapest + p.orderCost - p.unitCost * stockAt(i);
      const orders = ordering < after[i]!;
      best[i] = orders ? ordering : after[i]!;
      upTo[i] = orders ? where : i;
      if (orders && where === size - 1) return null;
      const worth = after[i]! + p.unitCost * stockAt(i);
      if (worth <= cheapest) [cheapest, where] = [worth, i];
    }
    let last = 0;
    while (last + 1 < size && upTo[last + 1] === upTo[0]) last += 1;
    S.unshift(stockAt(upTo[0]!));
    s.unshift(stockAt(last));
    costs.unshift(best);
    next = best;
  }
  return {
    s,
    S,
    cost(period, stock) {
      const i = Math.min(Math.max(stock - from, 0), size - 1);
      return costs[period]![i]!;
    },
  };
}

/** H(y): this period's mismatch and all later cost, where the stock after ordering is y. */
function costAfterOrdering(
  p: HorizonProblem,
  t: number,
  next: Float64Array,
  stockAt: (i: number) => number,
  firstDemand: number,
  lastDemand: number,
): Float64Array {
  const demand = normalDemand(p.means[t]!, p.sds[t]!);
  const shares: number[] = [];
  for (let d = firstDemand; d <= lastDemand; d += 1) shares.push(share(demand.mean, demand.sd, d));
  return next.map((_, i) => {
    let later = 0;
    for (let k = 0; k < shares.length; k += 1) later += shares[k]! * next[Math.max(0, i - firstDemand - k)]!;
    return mismatchCost(stockAt(i), demand, { overage: p.holdingCost, underage: p.shortageCost }) + p.discount * later;
  });
}

/** Probability that normal demand rounds to d. */
function share(mean: number, sd: number, d: number): number {
  if (sd === 0) return Math.round(mean) === d ? 1 : 0;
  return normalCdf((d + 0.5 - mean) / sd) - normalCdf((d - 0.5 - mean) / sd);
}
