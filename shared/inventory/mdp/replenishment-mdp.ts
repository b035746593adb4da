import type { StockPosition } from "./problem.ts";

/** A replenishment problem as a finite Markov decision process. States are places in an array of values. */
export interface ReplenishmentMdp {
  /** Length of an array of values; not every place is a state. */
  readonly size: number;
  readonly states: Int32Array;
  /** Steps of arithmetic that it takes to prepare for looking ahead by new values, and to look at one order. */
  readonly effort: { readonly sweep: number; readonly look: number };
  /** Quantities that may be ordered, ascending; the first is 0. */
  readonly orders: readonly number[];
  /** The last of `orders` that the bounds allow in a state. */
  lastOrder(state: number): number;
  /** The expected cost of a period and of what follows, by these values, of each order (by its place) in a state. */
  lookAhead(values: Float64Array): (state: number, order: number) => number;
  /** Null where the position lies outside the bounds. */
  stateOf(position: StockPosition): number | null;
  positionOf(state: number): StockPosition;
}

/** Limits to a search, so that it ends the same way on every machine. */
export interface MdpLimits {
  /** Length of an array of values. */
  readonly places: number;
  /** Steps of arithmetic. */
  readonly steps: number;
}

/** An order (by its place in `orders`) for every state. */
export type MdpPolicy = Int32Array;
