import type { OrderRules } from "../../inventory/pack-round.ts";
import type { ItemFacts } from "../item-facts.ts";
import type { PlanException } from "../plan.ts";

/** What the plan decided for the item, as the checks see it. */
export interface Decision {
  /** Units short of the order-up-to level, before the supplier's rules. */
  readonly wanted: number;
  /** What the rules make of that; what is wanted where they cannot be met. */
  readonly allowed: number;
  /** What is ordered: the buyer's own quantity where there is one. */
  readonly quantity: number;
  readonly rules: OrderRules;
}

/** One kind of exception: answers those of an item, none where all is well. */
export type Check = (facts: ItemFacts, decision: Decision) => Omit<PlanException, "sku">[];
