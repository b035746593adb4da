import type { OrderValue } from "./evaluate.ts";

export interface OrderSolution {
  /** The option of each line; undefined where the rules cannot all be kept. */
  readonly picks?: readonly number[] | undefined;
  readonly value?: OrderValue | undefined;
  /** What it takes of each cap. */
  readonly used?: readonly number[] | undefined;
  /** Infinity where there is none. */
  readonly objective: number;
  /** No plan costs less. */
  readonly bound: number;
}

/** A plan that keeps the order's rules. */
export interface KnownPlan {
  readonly picks: readonly number[];
  /** Without what caps have a price for. */
  readonly cost: number;
  /** By cap. */
  readonly used: readonly number[];
}

export interface SearchOptions {
  /** Told of each plan that keeps the rules. */
  readonly onPlan?: (plan: KnownPlan) => void;
  /** Integer programmes that may be tried: few where good plans matter and no proof. */
  readonly leftovers?: number;
}
