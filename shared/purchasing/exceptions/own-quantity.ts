import { lostBy } from "./at-stake.ts";
import { ownQuantityFaults } from "../decide/own-quantity.ts";
import { defineExceptions } from "./define-exceptions.ts";

/** A buyer's own quantity that breaks a rule; at stake is what is lost if the supplier refuses the line. */
export const brokenRules = defineExceptions({
  kinds: { "own-quantity": "Your quantities that break a rule" },
  find: (facts, { quantity, rules }) => {
    const faults = ownQuantityFaults(facts.item, rules);
    if (faults.length === 0) return [];
    return [{ code: "own-quantity", money: lostBy(0, quantity, facts), message: faults.join(" ") }];
  },
});
