import type { Settings } from "../../purchasing/terms/plan.ts";
import { rateOf } from "./currencies.ts";
import type { OrderLine } from "./order-lines.ts";
import { supplierGroups } from "./supplier-groups.ts";

/** What the reorder sheet comes to. */
export interface OrderTotals {
  /** Lines with something to order. */
  readonly lines: number;
  /** Suppliers that they go to. */
  readonly suppliers: number;
  /** In the company's currency as far as rates are known, else in each one; the dearest first. */
  readonly costs: readonly { readonly currency: string; readonly cost: number }[];
}

export function orderTotals(lines: readonly OrderLine[], settings: Settings): OrderTotals {
  const ordered = lines.filter(({ quantity }) => quantity > 0);
  const all = new Set(ordered.map(({ currency }) => currency));
  const costs = new Map<string, number>();
  for (const { currency, cost, worth } of supplierGroups(ordered, (code) => rateOf(code, all, settings))) {
    const company = worth !== null && settings.currency !== undefined ? settings.currency : currency;
    costs.set(company, (costs.get(company) ?? 0) + (company === currency ? cost : (worth ?? cost)));
  }
  return {
    lines: ordered.length,
    suppliers: new Set(ordered.map(({ supplier }) => supplier)).size,
    costs: [...costs]
      .map(([currency, cost]) => ({ currency, cost }))
      .filter(({ cost }) => cost > 0)
      .sort((a, b) => b.cost - a.cost),
  };
}
