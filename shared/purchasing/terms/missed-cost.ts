import type { Item, Settings } from "./plan.ts";

/** Assumed share of the unit cost where neither a margin nor a share is known. */
export const USUAL_SHORTAGE_RATE = 0.4;

/**
 * What a unit that could not be sold costs: the share of its cost that the settings give, else the margin, else 40% of
 * its cost. `unitCost` is in the company's currency, as the selling price is.
 */
export function missedCost({ price }: Item, unitCost: number, { shortage_rate: share }: Settings): number {
  if (share !== undefined) return share * unitCost;
  return price !== undefined && price > unitCost ? price - unitCost : USUAL_SHORTAGE_RATE * unitCost;
}
