import type { PlannedItem } from "./plan-item.ts";
import type { PlanException, SupplierTotal } from "./plan-schema.ts";
import type { PlanRequest, Settings, Supplier } from "../terms/plan.ts";
import { amount, counted } from "../terms/words.ts";

/** Order values within this share of a minimum reach it: costs are sums of products. */
const NEAR = 1e-9;

/** Currency `to` per unit of `from`; undefined where a rate is missing. */
function exchange(from: string, to: string, { currency: company, rates = {} }: Settings): number | undefined {
  if (from === to) return 1;
  const known = new Map(Object.entries(rates));
  const rate = (code: string): number | undefined => known.get(code) ?? (code === company ? 1 : undefined);
  const [a, b] = [rate(from), rate(to)];
  return a === undefined || !b ? undefined : a / b;
}

/**
 * The totals with each supplier's minimum order value beside them, in their currency. The orders of one supplier in
 * several currencies count together.
 */
export function withMinimums(
  totals: readonly SupplierTotal[],
  { suppliers = [], settings }: Pick<PlanRequest, "suppliers" | "settings">,
): SupplierTotal[] {
  const terms = new Map(suppliers.map((one) => [one.supplier, one]));
  return totals.map((total) => {
    const {
      minimum_value: minimum,
      minimum_rule: rule,
      currency = total.currency,
    } = terms.get(total.supplier) ?? ({} as Partial<Supplier>);
    const rate = exchange(currency, total.currency, settings);
    // An order that costs a surcharge is accepted.
    if (!minimum || rule === "surcharge" || rate === undefined) return total;
    const value = totals
      .filter(({ supplier }) => supplier === total.supplier)
      .reduce((sum, one) => sum + one.cost * (exchange(one.currency, total.currency, settings) ?? 0), 0);
    const least = minimum * rate;
    return { ...total, minimum_value: least, missing: value >= least * (1 - NEAR) ? 0 : least - value };
  });
}

/** A supplier's order that is not worth enough to be accepted; at stake is what is lost if it is not. */
export function belowMinimum(totals: readonly SupplierTotal[], planned: readonly PlannedItem[]): PlanException[] {
  const told = new Set<string>();
  return totals.flatMap((total): PlanException[] => {
    const { supplier, currency, minimum_value: minimum, missing } = total;
    if (!minimum || !missing || told.has(supplier)) return [];
    told.add(supplier);
    const own = planned.filter(({ line }) => line?.supplier === supplier && line.quantity > 0);
    const uncosted = own.filter(({ line }) => line?.cost === null).length;
    const unknown = uncosted === 0 ? "" : ` ${counted(uncosted, "line")} of it without a cost count as nothing.`;
    const message = `The order of ${amount(minimum - missing, currency)} is below the minimum of ${amount(minimum, currency)} that ${supplier} accepts: ${amount(missing, currency)} are missing.${unknown} Order more of its items, or wait until more is needed.`;
    return [
      {
        sku: "",
        supplier,
        code: "below-minimum",
        money: own.reduce((sum, one) => sum + (one.refused ?? 0), 0),
        message,
      },
    ];
  });
}
