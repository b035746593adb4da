import { defineExceptions } from "./define-exceptions.ts";

/** A supplier's orders that are worth less than his minimum: seen in the totals, hence found by the plan. */
export const belowMinimum = defineExceptions({ kinds: { "below-minimum": "Orders below the supplier's minimum" } });
