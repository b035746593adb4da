import type { Item } from "../../terms/plan.ts";
import type { OrderLine, OrderOption } from "../problem.ts";
import type { ItemMoney } from "./order-terms.ts";
import { purchaseOf, type Prices } from "./purchase.ts";

type Curve = readonly (readonly [quantity: number, money: number])[];

/** What a supplier charges for an item, and what a rule needs to know of it. */
export interface Offer extends Omit<Prices, "cost"> {
  readonly cost?: number | undefined;
  readonly unit_freight?: number | undefined;
  readonly duty?: number | undefined;
  /** Company's money for one of the price's, and for one of the supplier's. */
  readonly rate: number;
  readonly supplierRate: number;
  readonly lineCost: number;
  /** Measures that a rule of the supplier or of a store needs. */
  readonly needs: ReadonlySet<"weight" | "volume" | "pallet">;
  /** Whether the supplier takes no order today. */
  readonly closed: boolean;
}

/** The curve's money at a quantity; between its quantities in a straight line, beyond the last as between the last two. */
export function curveAt(curve: Curve, quantity: number): number {
  const points = [...curve].sort((a, b) => a[0] - b[0]);
  const next = points.findIndex(([q]) => q >= quantity);
  if (next >= 0 && points[next]![0] === quantity) return points[next]![1];
  if (points.length === 1) return points[0]![1];
  const right = Math.max(1, next < 0 ? points.length - 1 : next);
  const [[q0, m0], [q1, m1]] = [points[right - 1]!, points[right]!];
  return m0 + ((m1 - m0) * (quantity - q0)) / (q1 - q0);
}

/** Why an item cannot be ordered from an offer, in words that follow "Not ordered: "; undefined where it can. */
export function hindrance({ item, curve, noCurve }: ItemMoney, offer: Offer): string | undefined {
  if (offer.cost === undefined) return 'its cost is not given, and policy "optimal" weighs money';
  if (!curve) return noCurve ?? "no curve is known of it";
  const missing = [...offer.needs].filter((name) => item[name] === undefined);
  if (missing.length > 0) return `its ${missing.join(" and ")} must be given, which a rule needs`;
  return undefined;
}

/** The quantities that an item may have, and their money, the least quantity first. */
function quantitiesOf({ lot_size: lot }: Item, curve: Curve): Curve {
  const sorted = [...curve].sort((a, b) => a[0] - b[0]);
  if (lot === undefined) return sorted;
  return [
    [0, curveAt(curve, 0)],
    [lot, curveAt(curve, lot)],
  ];
}

/** An item's line at its own supplier, or at another's: that one's options cost what they add to ordering nothing. */
export function lineOf(
  money: ItemMoney,
  offer: Offer,
  { mayOrder, source }: { mayOrder: boolean; source?: number },
): OrderLine {
  const { item } = money;
  const own = money.curve ?? [[0, 0] as const];
  const curve = source === undefined ? own : (money.sourceCurves?.[source] ?? own);
  const nothing = curveAt(own, 0);
  const option = ([quantity, amount]: readonly [number, number]): OrderOption => {
    const purchase = quantity > 0 ? purchaseOf(quantity, { ...offer, cost: offer.cost! }) : 0;
    const landed = (offer.unit_freight ?? 0) * quantity + (offer.duty ?? 0) * purchase * offer.rate;
    return {
      quantity,
      cost: amount + landed + (quantity > 0 ? offer.lineCost : 0) - (source === undefined ? 0 : nothing),
      value: offer.rate === offer.supplierRate ? purchase : (purchase * offer.rate) / offer.supplierRate,
    };
  };
  const none: OrderOption = { quantity: 0, cost: source === undefined ? nothing : 0, value: 0 };
  const others = item.sources !== undefined && item.sources.length > 0;
  const free = mayOrder ? quantitiesOf(item, curve).map(option) : [none];
  const { order_quantity: locked } = item;
  const isLocked = mayOrder && locked !== undefined;
  const options = offer.closed ? [none] : isLocked ? [option([locked, curveAt(curve, locked)])] : free;
  return {
    sku: item.sku,
    ...((isLocked || offer.closed) && { unlocked: free }),
    ...(offer.closed && { waits: true }),
    // An item with several suppliers can have nothing of each, also where the buyer's own quantity must come from one.
    options: options.some(({ quantity }) => quantity === 0) || !others ? options : [none, ...options],
    weight: item.weight ?? 0,
    volume: item.volume ?? 0,
    pallets: item.pallet === undefined ? 0 : 1 / item.pallet,
    group: item.group,
  };
}
