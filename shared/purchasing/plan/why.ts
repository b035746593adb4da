import type { OrderRules } from "../../inventory/pack-round.ts";
import type { Policy } from "../decide/policy.ts";
import type { ServiceMeasure, ServiceTarget } from "../terms/service-target.ts";
import { exactly, listed, percent, units } from "../terms/words.ts";

export interface Reasons {
  readonly policy: Policy;
  /** Whether the item is counted in whole units, so that what is expected is said in them. */
  readonly whole?: boolean;
  readonly target: ServiceTarget;
  /** The time to be covered, in words: "the 7 weeks to 11 Jan". */
  readonly covering: string;
  /** What promotions do to what is expected, in sentences of their own. */
  readonly promotions?: string;
  /** Where the levels are those of least cost: what they cost, in sentences of their own. */
  readonly costs?: string | undefined;
  readonly onHand: number;
  /** Open orders that count, in words: "100 arriving 2 Dec". */
  readonly arriving: readonly string[];
  /** Backorders and reserved units, in words: "5 owed to customers". */
  readonly owed: readonly string[];
  readonly position: number;
  /** Units short of the order-up-to level, before the supplier's rules. */
  readonly wanted: number;
  readonly quantity: number;
  readonly rules: OrderRules;
  /** Whether the quantity is decided elsewhere, so that nothing is said of it. */
  readonly undecided?: boolean;
}

function stock({ onHand, arriving, owed }: Reasons): string {
  const have = onHand === 0 && arriving.length > 0 ? "none on hand" : onHand === 0 ? "none" : units(onHand);
  return `You have ${listed([have, ...arriving])}${owed.length ? `, less ${listed(owed)}` : ""}.`;
}

/** Which of the supplier's rules bind, in words; nothing where they cannot be met. */
function rounding({ wanted, quantity, rules }: Reasons): string {
  const { moq = 0, multiple = 0 } = rules;
  if (quantity === 0) return "";
  const makes = exactly(quantity);
  if (quantity < wanted - 1e-9) return `the maximum allows ${makes}`;
  if (moq > wanted) {
    const packs = multiple > 0 && quantity > moq ? ` in packs of ${exactly(multiple)}` : "";
    return `the minimum order of ${exactly(moq)}${packs} makes ${makes}`;
  }
  if (multiple > 1) return `packs of ${exactly(multiple)} make ${makes}`;
  return makes === units(wanted) ? `order ${makes}` : `rounded up, ${makes}`;
}

function need(reasons: Reasons): string {
  const { policy, position, wanted } = reasons;
  const short = policy.reorderPoint - position;
  const above = policy.orderUpTo - policy.reorderPoint;
  // Where what must last to the next order is under half a unit, saying it apart only confuses.
  const parts =
    above < 0.5 ? [`Short ${units(wanted)}`] : short > 0 ? [`Short ${units(short)}`] : ["At the reorder point"];
  if (above >= 0.5) parts.push(`with ${units(above)} to last to the next order ${units(wanted)}`);
  return `${[parts.join(", "), rounding(reasons)].filter(Boolean).join("; ")}.`;
}

/** What comes before the reorder point. */
const NEEDS: Readonly<Record<ServiceMeasure, (share: string) => string>> = {
  service_level: (share) => `${share} needs`,
  fill_rate: (share) => `to serve ${share} of demand from stock takes`,
};

/**
 * Why this quantity, in words a buyer would say: "Expect 312 in the 7 weeks to 11 Jan; 95% needs 388. You have 120 and
 * 100 arriving 2 Dec. Short 168; packs of 12 make 168."
 */
export function why(reasons: Reasons): string {
  const { policy, whole, target, covering, promotions = "", costs, position, wanted } = reasons;
  const needs = costs === undefined ? NEEDS[target.measure](percent(target.share)) : "least cost takes";
  const expect = `Expect ${units(policy.expected, whole)} in ${covering}; ${needs} ${units(policy.reorderPoint)}.`;
  const spare = units(position - policy.reorderPoint);
  const enough = position > policy.reorderPoint ? `${spare} more than needed: nothing to order.` : "Nothing to order.";
  const verdict = reasons.undecided ? "" : wanted > 0 ? need(reasons) : enough;
  return [expect, promotions, costs, stock(reasons), verdict].filter(Boolean).join(" ");
}
