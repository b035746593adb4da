import type { ItemFacts } from "../item-facts.ts";
import type { PlanException } from "../plan.ts";

/** What the plan decided for the item, as the checks see it. */
export interface Decision {
  readonly wanted: number;
  readonly quantity: number;
}

/** One kind of exception: answers those of an item, none where all is well. */
export type Check = (facts: ItemFacts, decision: Decision) => Omit<PlanException, "sku">[];
