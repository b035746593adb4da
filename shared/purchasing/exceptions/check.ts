import type { Decision } from "../decide/decide.ts";
import type { ItemFacts } from "../facts/item-facts.ts";
import type { PlanException } from "../terms/plan.ts";

/** One kind of exception: answers those of an item, none where all is well. */
export type Check = (facts: ItemFacts, decision: Decision) => Omit<PlanException, "sku">[];
