import type { Decision } from "../decide/decide.ts";
import type { ItemFacts } from "../facts/item-facts.ts";
import { stockAt } from "../facts/projection.ts";
import type { ItemMoney } from "../joint/build/order-terms.ts";

/** An item's money with what its line says of each quantity. */
export interface PlannedMoney extends ItemMoney {
  /** Days until stock, open orders and an order of so many are used up. */
  readonly covers: readonly (readonly [quantity: number, days: number | null])[];
}

/** What a plan of whole orders knows of an item. */
export function itemMoney(facts: ItemFacts, decision: Decision): PlannedMoney {
  const { item, free, arrivals, counted, demand } = facts;
  const { curve, order_quantity: own, lot_size: lot } = item;
  const coming = counted.reduce((sum, { quantity }) => sum + quantity, 0);
  const quantities = [0, ...(curve ?? []).map(([quantity]) => quantity), ...(own ? [own] : []), ...(lot ? [lot] : [])];
  return {
    item,
    curve,
    ...(!curve && { noCurve: "no curve is given for it" }),
    stockAtArrival: stockAt(Math.ceil(item.lead_time_days), free, arrivals, demand),
    classic: decision.quantity,
    covers: [...new Set(quantities)].map((quantity) => [quantity, demand.dayUsedUp(free + coming + quantity)]),
  };
}
