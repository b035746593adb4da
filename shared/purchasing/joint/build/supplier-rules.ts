import type { Supplier } from "../../terms/plan.ts";
import type { ContainerKind, DiscountTier, Shipment, SupplierOrder } from "../problem.ts";

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : 0;

/** Containers as they are chosen from: by name, so that a request in another order plans the same. */
export const shipmentOf = (kinds: readonly ContainerKind[], loose: Shipment["loose"], rate: number): Shipment => ({
  kinds: [...kinds].sort(byName),
  loose,
  rate,
});

/** Discounts whose rate rises with the value; the others are told of and left out. */
export function risingTiers({ supplier, order_discounts: given = [] }: Supplier): {
  readonly tiers: readonly DiscountTier[];
  readonly faults: readonly string[];
} {
  const tiers: DiscountTier[] = [];
  const faults: string[] = [];
  for (const { from, rate } of [...given].sort((a, b) => a.from - b.from)) {
    if (rate > (tiers.at(-1)?.rate ?? 0)) tiers.push({ from, rate });
    else if (rate > 0 || tiers.length > 0)
      faults.push(
        `The discount of ${100 * rate}% that ${supplier} gives from ${from} on is no more than the one before: it is left out.`,
      );
  }
  return { tiers, faults };
}

/** A supplier's rules of an order, but for its lines. */
export function rulesOf(
  terms: Supplier | undefined,
  rate: number,
  ownShipment: boolean,
): { readonly rules: Omit<SupplierOrder, "supplier" | "lines">; readonly faults: readonly string[] } {
  const { tiers, faults } = terms ? risingTiers(terms) : { tiers: [], faults: [] };
  const warned = terms?.minimum_rule === "warn";
  return {
    rules: {
      rate,
      orderCost: terms?.order_cost ?? 0,
      tiers,
      freight: terms?.freight ?? 0,
      freeFrom: terms?.free_freight_from,
      minimums: {
        ...(!warned && terms?.minimum_value && { value: terms.minimum_value }),
        ...(!warned && terms?.minimum_quantity && { quantity: terms.minimum_quantity }),
        ...(!warned && terms?.minimum_weight && { weight: terms.minimum_weight }),
      },
      surcharge: terms?.minimum_rule === "surcharge" ? (terms.surcharge ?? 0) : undefined,
      shipment: terms?.containers && ownShipment ? shipmentOf(terms.containers, terms.loose, rate) : undefined,
      groups: terms?.group_minimums ?? [],
    },
    faults,
  };
}

/** Measures that a supplier's rules need of its items. */
export function needsOf(
  terms: Supplier | undefined,
  kinds: readonly ContainerKind[] | undefined,
): ("weight" | "volume" | "pallet")[] {
  const limits = (measure: "weight" | "volume" | "pallets"): boolean =>
    kinds?.some((kind) => kind[measure] !== undefined) ?? false;
  return [
    ...(terms?.minimum_weight || limits("weight") ? ["weight" as const] : []),
    ...(limits("volume") ? ["volume" as const] : []),
    ...(limits("pallets") ? ["pallet" as const] : []),
  ];
}
