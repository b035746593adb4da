import { packRound, type OrderRules } from "../pack-round.ts";
import { unitsIn, type StockPosition } from "./problem.ts";

/** A replenishment policy that is a formula: the units to order at a stock position, as the supplier accepts them. */
export type OrderRule = (position: StockPosition) => number;

/** Order up to S. */
export const baseStockRule =
  (S: number, rules: OrderRules): OrderRule =>
  (position) =>
    packRound(S - unitsIn(position), rules);

/**
 * Order up to S, but never more than `cap` at once: close to the best where lead times are long (Xin, "Understanding the
 * performance of capped base-stock policies in lost-sales inventory models", Operations Research 69, 2021).
 */
export const cappedBaseStockRule =
  (S: number, cap: number, rules: OrderRules): OrderRule =>
  (position) =>
    packRound(Math.min(cap, S - unitsIn(position)), rules);

/** Order up to S, once no more than s are left on hand and on order. */
export const reorderPointRule =
  (s: number, S: number, rules: OrderRules): OrderRule =>
  (position) => {
    const units = unitsIn(position);
    return units <= s ? packRound(S - units, rules) : 0;
  };
