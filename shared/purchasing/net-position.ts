import { tidySum } from "../numeric/tidy.ts";

export interface DueOrder {
  /** A date as a day number, or a period number: whatever `horizonEnd` is in. */
  readonly due: number;
  readonly quantity: number;
}

export interface PositionParts {
  readonly onHand: number;
  readonly orders: readonly DueOrder[];
  /** Units customers wait for. */
  readonly backorders: number;
  /** Units promised to someone. */
  readonly reserved: number;
  /** Orders due after this are no cover yet; undefined counts all of them. */
  readonly horizonEnd?: number | undefined;
}

/**
 * Net inventory position in units: on hand plus on order, less backorders and reserved units. Orders due later than
 * `horizonEnd` don't count; past-due ones do.
 *
 * Silver, Pyke & Thomas, Inventory and Production Management in Supply Chains (4th ed.), chapter 6 (inventory
 * position), with orders limited to those that arrive in time.
 */
export function netPosition({ onHand, orders, backorders, reserved, horizonEnd = Infinity }: PositionParts): number {
  const coming = orders.filter(({ due }) => due <= horizonEnd).map(({ quantity }) => quantity);
  return tidySum([onHand, ...coming, -backorders, -reserved]);
}
