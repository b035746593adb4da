import type { OrderRules } from "../../inventory/pack-round.ts";
import { isClosed } from "../../words/item-status.ts";
import type { Item } from "../terms/plan.ts";
import { exactly } from "../terms/words.ts";

/** The multiples beside a quantity that keep the other rules too: "456 or 480 would be". */
function nearest(quantity: number, step: number, { moq = 0, maximum = 0 }: OrderRules): string {
  const below = Math.floor(quantity / step) * step;
  const fits = [below, below + step].filter((q) => q > 0 && q >= moq && (maximum === 0 || q <= maximum));
  return fits.length === 0 ? "" : `: ${fits.map((q) => exactly(q)).join(" or ")} would be`;
}

const isMultiple = (quantity: number, step: number): boolean =>
  Math.abs(quantity / step - Math.round(quantity / step)) <= 1e-9 * Math.max(1, quantity / step);

/**
 * Which rules a buyer's own quantity breaks, each in a sentence: "475 is not a multiple of 24: 456 or 480 would be." It
 * is ordered all the same, save where the item's status forbids it. Ordering nothing breaks no rule.
 */
export function ownQuantityFaults({ order_quantity: own = 0, status }: Item, rules: OrderRules): string[] {
  if (own <= 0) return [];
  const said = exactly(own);
  if (isClosed(status))
    return [`Marked "${status?.trim()}", so your ${said} is not ordered: change the status to order it.`];
  const { moq = 0, multiple: step = 0, maximum = 0 } = rules;
  const faults: string[] = [];
  if (step > 0 && !isMultiple(own, step))
    faults.push(
      `${said} is not ${step === 1 ? "a whole number" : `a multiple of ${exactly(step)}`}${nearest(own, step, rules)}.`,
    );
  if (own < moq) faults.push(`${said} is below the minimum order of ${exactly(moq)}.`);
  if (maximum > 0 && own > maximum) faults.push(`${said} is above the maximum of ${exactly(maximum)}.`);
  return faults;
}
