import { packRound, type OrderRules } from "../pack-round.ts";
import type { StockPolicy } from "./stock-policy.ts";

/** Money per order, per unit and period on the end stock, and per unit short. */
export interface StockCosts {
  readonly ordering: number;
  readonly holding: number;
  /** Per unit lost; with backorders per unit owed at the end of each period. */
  readonly shortage: number;
  /** Per unit ordered. */
  readonly purchase?: number | undefined;
}

export interface StockCase {
  /** Demand of each simulated period. */
  readonly demand: ArrayLike<number>;
  /** Demand known before the first of them, oldest first. */
  readonly past?: ArrayLike<number> | undefined;
  /** Whole periods: what is ordered at a review is received at the start of the period so many later. */
  readonly leadTime: number;
  readonly costs: StockCosts;
  readonly opening: number;
  /** Units that were ordered before: those that arrive at the start of the first period, the second, ... */
  readonly coming?: ArrayLike<number> | undefined;
  readonly rules?: OrderRules | undefined;
  /** Unmet demand waits where true, else it is lost. */
  readonly backorders?: boolean | undefined;
  /** Periods at the start whose figures do not count. */
  readonly warmUp?: number | undefined;
}

/** Sums over the periods that count. */
export interface StockRecord {
  readonly periods: number;
  readonly ordering: number;
  readonly holding: number;
  readonly shortage: number;
  readonly purchase: number;
  readonly orders: number;
  readonly demand: number;
  /** Units met in the period they were asked for. */
  readonly served: number;
  /** End stock of each period, added up. */
  readonly stock: number;
}

/** Told of each period's end, in order. */
export type OnPeriod = (
  period: number,
  costs: { ordering: number; holding: number; shortage: number; stock: number },
) => void;

const NO_RULES: OrderRules = {};

/**
 * Simulates one item, period by period: receive what is due, review (an order placed in t arrives at the start of
 * t + leadTime), demand, costs on the end stock. Demand beyond the stock is served in part; the rest is lost or waits.
 */
export function simulateStock(problem: StockCase, policy: StockPolicy, onPeriod?: OnPeriod): StockRecord {
  const { demand, past = [], leadTime, costs, opening, coming = [], rules = NO_RULES } = problem;
  const { backorders = false, warmUp = 0 } = problem;
  const known = Float64Array.from([...Array.from(past), ...Array.from(demand)]);
  const due = new Float64Array(demand.length + leadTime + 1);
  for (let t = 0; t < coming.length; t += 1) due[t] = coming[t]!;
  let [onHand, owed, onOrder] = [opening, 0, due.reduce((a, b) => a + b, 0)];
  const sum = { ordering: 0, holding: 0, shortage: 0, purchase: 0, orders: 0, demand: 0, served: 0, stock: 0 };
  for (let t = 0; t < demand.length; t += 1) {
    const receive = (): void => {
      const arrived = due[t]!;
      due[t] = 0;
      onOrder -= arrived;
      const settled = Math.min(owed, arrived);
      owed -= settled;
      onHand += arrived - settled;
    };
    receive();
    const wanted = policy.order({
      period: t,
      past: known.subarray(0, past.length + t),
      onHand,
      owed,
      onOrder,
      position: onHand + onOrder - owed,
      due: due.subarray(t + 1, t + 1 + leadTime),
    });
    const ordered = packRound(wanted, rules);
    onOrder += ordered;
    due[t + leadTime]! += ordered;
    if (leadTime === 0) receive();
    const asked = demand[t]!;
    const served = Math.min(onHand, asked);
    onHand -= served;
    if (backorders) owed += asked - served;
    const period = {
      ordering: ordered > 0 ? costs.ordering : 0,
      holding: costs.holding * onHand,
      shortage: costs.shortage * (backorders ? owed : asked - served),
      stock: onHand,
    };
    onPeriod?.(t, period);
    if (t < warmUp) continue;
    sum.ordering += period.ordering;
    sum.holding += period.holding;
    sum.shortage += period.shortage;
    sum.purchase += (costs.purchase ?? 0) * ordered;
    sum.orders += ordered > 0 ? 1 : 0;
    sum.demand += asked;
    sum.served += served;
    sum.stock += onHand;
  }
  return { periods: Math.max(0, demand.length - warmUp), ...sum };
}
