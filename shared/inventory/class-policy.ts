import type { AbcClass } from "./abc.ts";
import type { XyzClass } from "./xyz.ts";

export interface ClassPolicy {
  /** Probability of no stock-out in a replenishment cycle. */
  readonly serviceLevel: number;
  /** Periods between two looks at the stock; the dearer the item, the more often. */
  readonly review: "each period" | "every second period" | "every fourth period";
  readonly policy: string;
}

const REVIEW = { A: "each period", B: "every second period", C: "every fourth period" } as const;

/** Irregular demand is dear to serve, worthwhile or not: regular items get the higher service. */
const SERVICE: Readonly<Record<AbcClass, Readonly<Record<XyzClass, number>>>> = {
  A: { X: 0.98, Y: 0.97, Z: 0.95 },
  B: { X: 0.97, Y: 0.95, Z: 0.92 },
  C: { X: 0.95, Y: 0.92, Z: 0.9 },
};

const POLICY: Readonly<Record<AbcClass, Readonly<Record<XyzClass, string>>>> = {
  A: {
    X: "(r, Q): small lots, often; safety stock from forecast errors",
    Y: "order up to the forecast's quantile at each review",
    Z: "(s, S) on the item's own distribution; look at each order",
  },
  B: {
    X: "(r, Q) with the EOQ",
    Y: "order up to the forecast's quantile at each review",
    Z: "(s, S) with a negative binomial distribution",
  },
  C: {
    X: "(r, Q) with large lots, to order seldom",
    Y: "(s, S) with large lots",
    Z: "order on demand, or keep one order's worth",
  },
};

/**
 * A usual policy for each of the nine classes, as a place to begin.
 *
 * Silver, Pyke & Thomas, Inventory and Production Management in Supply Chains (4th ed.), sections 2.2 and 6.2.
 */
export function classPolicy(value: AbcClass, regularity: XyzClass): ClassPolicy {
  return { serviceLevel: SERVICE[value][regularity], review: REVIEW[value], policy: POLICY[value][regularity] };
}
