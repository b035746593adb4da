import type { OrderRules } from "../pack-round.ts";

/** What becomes of demand that stock does not cover. */
export const UNMET = ["lost", "backordered"] as const;
export type Unmet = (typeof UNMET)[number];

/**
 * One item, looked at every period: receive what is due, order, then demand; costs on what is left, and short, at the
 * period's end, without discount. An order arrives at the start of the period `leadTime` later.
 */
export interface ReplenishmentProblem {
  /** Probabilities of 0, 1, 2, ... units in one period; independent from period to period. */
  readonly demand: readonly number[];
  readonly leadTime: number;
  readonly holdingCost: number;
  /** Per unit lost, or per unit owed at a period's end. */
  readonly shortageCost: number;
  /** Per order, whatever its size. */
  readonly orderCost: number;
  readonly unmet: Unmet;
  /** In whole units. */
  readonly rules: OrderRules;
}

/** Units at review: on hand (what is due has come in; negative where owed), then due in 1, 2, ... periods. */
export type StockPosition = readonly number[];

/** Units on hand and on their way, less those owed. */
export function unitsIn(position: StockPosition): number {
  let units = 0;
  for (const each of position) units += each;
  return units;
}

/** Mean of the probabilities of 0, 1, 2, ... units. */
export function meanOf(demand: readonly number[]): number {
  return demand.reduce((sum, share, units) => sum + share * units, 0);
}
