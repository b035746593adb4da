import type { Decision } from "../decide/decide.ts";
import type { ItemFacts } from "../facts/item-facts.ts";
import { stockAt } from "../facts/projection.ts";
import type { ItemMoney } from "../joint/build/order-terms.ts";
import { curveHindrance, itemCurve, type Curve, type OrderCosts } from "../joint/curve/item-curve.ts";
import type { Supplier } from "../terms/plan.ts";

/** An item's money with what its line says of each quantity. */
export interface PlannedMoney extends ItemMoney {
  /** Days until stock, open orders and an order of so many are used up. */
  readonly covers: readonly (readonly [quantity: number, days: number | null])[];
}

/** What an order and its lines cost, by supplier; those without a row have the settings' line cost. */
export type OrderCostsBySupplier = Readonly<Record<string, OrderCosts>>;

/** What orders of each supplier cost, an order's own cost shared by its items. */
export function orderCosts(
  suppliers: readonly Supplier[],
  items: readonly { readonly supplier?: string | undefined }[],
  line = 0,
): OrderCostsBySupplier {
  const counts = new Map<string, number>();
  for (const { supplier = "" } of items) counts.set(supplier, (counts.get(supplier) ?? 0) + 1);
  return Object.fromEntries(
    suppliers.map(({ supplier, order_cost = 0, line_cost = line }) => [
      supplier,
      { line: line_cost, share: order_cost / Math.max(1, counts.get(supplier) ?? 1) },
    ]),
  );
}

/** The item's own curve, and that of each other source; what the buyer gave stands for all. */
function curvesOf(
  facts: ItemFacts,
  decision: Decision,
  bySupplier: OrderCostsBySupplier,
): Pick<ItemMoney, "curve" | "sourceCurves" | "noCurve"> {
  const { item, context, rate, canOrder } = facts;
  if (item.curve) return { curve: item.curve };
  const noCurve = curveHindrance(facts, decision);
  if (noCurve !== undefined || item.cost === undefined || !canOrder)
    return noCurve === undefined ? { curve: [[0, 0]] } : { noCurve };
  const { supplier = "", sources } = item;
  const known = Object.hasOwn(bySupplier, supplier) ? bySupplier[supplier] : undefined;
  const costs = known ?? { line: context.settings.order_cost ?? 0, share: 0 };
  const of = (leadTime: number): Curve =>
    itemCurve(facts, decision, { offer: { ...item, cost: item.cost!, rate }, orderCosts: costs, leadTime });
  return {
    curve: of(item.lead_time_days),
    sourceCurves: sources?.map((source) => of(source.lead_time_days ?? item.lead_time_days)),
  };
}

/** What a plan of whole orders knows of an item. */
export function itemMoney(facts: ItemFacts, decision: Decision, bySupplier: OrderCostsBySupplier): PlannedMoney {
  const { item, free, arrivals, counted, demand } = facts;
  const { order_quantity: own, lot_size: lot } = item;
  const coming = counted.reduce((sum, { quantity }) => sum + quantity, 0);
  const curves = curvesOf(facts, decision, bySupplier);
  const points = [...(curves.curve ?? []), ...(curves.sourceCurves ?? []).flat()].map(([quantity]) => quantity);
  const quantities = new Set([0, ...points, ...(own ? [own] : []), ...(lot ? [lot] : [])]);
  return {
    item,
    ...curves,
    stockAtArrival: stockAt(Math.ceil(item.lead_time_days), free, arrivals, demand),
    classic: decision.quantity,
    covers: [...quantities].map((quantity) => [quantity, demand.dayUsedUp(free + coming + quantity)]),
  };
}
