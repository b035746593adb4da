import { tidySum } from "../../numeric/tidy.ts";

export interface DueOrder {
  /** A date as a day number, or a period number: whatever `horizonEnd` is in. */
  readonly due: number;
  readonly quantity: number;
}

export interface PositionParts {
  /** Below 0: owed to customers. */
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
 * What is in stock and what is owed to customers, in units. Systems that let stock fall below 0 show by it what is owed,
 * and may list the same units as backorders once more: the larger of the two is owed, once.
 */
export function stockAndOwed(onHand: number, backorders = 0): { readonly stock: number; readonly owed: number } {
  return { stock: Math.max(0, onHand), owed: Math.max(0, -onHand, backorders) };
}

/**
 * Net inventory position in units: on hand plus on order, less backorders and reserved units. Stock below 0 and
 * backorders are the same units (`stockAndOwed`). Orders due later than `horizonEnd` don't count; past-due ones do.
 *
 * Silver, Pyke & Thomas, Inventory and Production Management in Supply Chains (4th ed.), chapter 6 (inventory
 * position), with orders limited to those that arrive in time.
 */
export function netPosition({ onHand, orders, backorders, reserved, horizonEnd = Infinity }: PositionParts): number {
  const coming = orders.filter(({ due }) => due <= horizonEnd).map(({ quantity }) => quantity);
  const { stock, owed } = stockAndOwed(onHand, backorders);
  return tidySum([stock, ...coming, -owed, -reserved]);
}
