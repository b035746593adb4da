import { packRound, type OrderRules } from "../pack-round.ts";

/** Whole packs that a supplier accepts. */
export interface OrderGrid {
  /** Units from one allowed order to the next, and the least order. */
  readonly step: number;
  readonly least: number;
  /** Infinity where there is no maximum. */
  readonly most: number;
}

/** The grid of allowed orders. Throws a `UserError` where the maximum is below the minimum order. */
export function orderGrid(rules: OrderRules): OrderGrid {
  const step = Math.max(1, rules.multiple ?? 1);
  const least = packRound(1, { ...rules, multiple: step });
  return { step, least, most: rules.maximum ? Math.floor(rules.maximum / step) * step : Infinity };
}

/** Nothing, then every allowed order up to `cap` units, ascending. */
export function allowedOrders({ step, least, most }: OrderGrid, cap: number): number[] {
  const orders = [0];
  for (let quantity = least; quantity <= Math.min(cap, most); quantity += step) orders.push(quantity);
  return orders;
}
