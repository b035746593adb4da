import { keepsTo, reaches } from "./millionth.ts";
import type {
  Cap,
  ContainerKind,
  DiscountTier,
  LoosePrice,
  OrderProblem,
  Picks,
  Shipment,
  SupplierOrder,
} from "./problem.ts";

/** What an order holds, summed over its lines. */
export interface Goods {
  readonly lines: number;
  readonly units: number;
  readonly weight: number;
  readonly volume: number;
  readonly pallets: number;
}

/** The containers of an order and what they and the loose goods cost, in the shipment's money. */
export interface Loaded {
  readonly kind: ContainerKind;
  readonly count: number;
  /** Share of the last one's fullest measure; 1 where all are full and the rest goes loose. */
  readonly fill: number;
  readonly cost: number;
  readonly loose: boolean;
}

/** One order valued by the definition, not by a model. */
export interface OrderValue extends Goods {
  /** Supplier's money, before discount. */
  readonly value: number;
  /** Share of the value. */
  readonly discount: number;
  readonly freight: number;
  readonly surcharge: number;
  readonly load?: Loaded | undefined;
  /** Company's money: all that the order and its lines cost. */
  readonly cost: number;
  /** Rules that it breaks, by their field's name. */
  readonly broken: readonly string[];
}

/** All orders valued. */
export interface PlanValue {
  readonly orders: readonly OrderValue[];
  /** By consolidation. */
  readonly loads: readonly (Loaded | undefined)[];
  /** By cap. */
  readonly used: readonly number[];
  readonly objective: number;
  readonly broken: readonly { readonly rule: string; readonly of: string }[];
}

const MEASURES = ["weight", "volume", "pallets"] as const;

const pricePerExcess: Readonly<Record<(typeof MEASURES)[number], (loose: LoosePrice) => number>> = {
  weight: (loose) => loose.per_weight ?? 0,
  volume: (loose) => loose.per_volume ?? 0,
  pallets: () => 0,
};

/** Containers of a kind that goods need: at least one. */
function neededOf(kind: ContainerKind, goods: Goods): number {
  return MEASURES.reduce((most, measure) => {
    const room = kind[measure];
    if (room === undefined || goods[measure] <= 0) return most;
    const count = Math.max(1, Math.floor(goods[measure] / room));
    return Math.max(most, keepsTo(goods[measure], count * room) ? count : count + 1);
  }, 1);
}

/** The ways to send goods by a kind: all in containers, or the last one's goods loose. */
function waysOf(kind: ContainerKind, loose: LoosePrice | undefined, goods: Goods): Loaded[] {
  const count = neededOf(kind, goods);
  const over = (full: number, measure: (typeof MEASURES)[number]): number =>
    kind[measure] === undefined ? 0 : Math.max(0, goods[measure] - full * kind[measure]);
  const limited = MEASURES.filter((measure) => kind[measure] !== undefined);
  const fills = limited.map((measure) => over(count - 1, measure) / kind[measure]!);
  const ways: Loaded[] = [];
  const filled =
    limited.length === 0 || limited.some((m) => reaches(goods[m], (count - 1 + (kind.least_fill ?? 0)) * kind[m]!));
  if (filled && count <= (kind.most ?? Infinity))
    ways.push({ kind, count, fill: limited.length ? Math.max(...fills) : 0, cost: count * kind.cost, loose: false });
  if (loose && count - 1 <= (kind.most ?? Infinity)) {
    const priced = limited.reduce((sum, m) => sum + pricePerExcess[m](loose) * over(count - 1, m), 0);
    ways.push({ kind, count: count - 1, fill: 1, cost: (count - 1) * kind.cost + priced, loose: true });
  }
  return ways;
}

/** The cheapest way to send goods; undefined where none keeps the rules. */
export function load({ kinds, loose }: Shipment, goods: Goods): Loaded | undefined {
  return kinds
    .flatMap((kind) => waysOf(kind, loose, goods))
    .reduce<Loaded | undefined>((best, way) => (best && best.cost <= way.cost ? best : way), undefined);
}

/** The rate that an order value earns. */
export const discountOf = (tiers: readonly DiscountTier[], value: number): number =>
  tiers.reduce((rate, tier) => (reaches(value, tier.from) ? Math.max(rate, tier.rate) : rate), 0);

const AMOUNT: Readonly<Record<"value" | "quantity" | "weight", (goods: Goods, value: number) => number>> = {
  value: (_, value) => value,
  quantity: ({ units }) => units,
  weight: ({ weight }) => weight,
};

/** Minimums that an order misses, by name. */
function missedMinimums({ minimums }: SupplierOrder, goods: Goods, value: number): string[] {
  return (Object.keys(AMOUNT) as (keyof typeof AMOUNT)[])
    .filter((name) => minimums[name] !== undefined && !reaches(AMOUNT[name](goods, value), minimums[name]))
    .map((name) => `minimum_${name}`);
}

function missedGroups({ groups, lines }: SupplierOrder, picks: readonly number[]): string[] {
  return groups.flatMap(({ group, quantity }) => {
    let units = 0;
    lines.forEach((line, i) => {
      if (line.group === group) units += line.options[picks[i]!]!.quantity;
    });
    return units > 0 && !reaches(units, quantity) ? ["group_minimums"] : [];
  });
}

/** One order by its picks. */
export function valueOrder(order: SupplierOrder, picks: readonly number[]): OrderValue {
  const { lines, rate } = order;
  const goods = { lines: 0, units: 0, weight: 0, volume: 0, pallets: 0 };
  let value = 0;
  let own = 0;
  for (const [i, line] of lines.entries()) {
    const { quantity, cost, value: purchase } = line.options[picks[i]!]!;
    own += cost;
    if (quantity <= 0) continue;
    value += purchase;
    goods.lines += 1;
    goods.units += quantity;
    goods.weight += line.weight * quantity;
    goods.volume += line.volume * quantity;
    goods.pallets += line.pallets * quantity;
  }
  if (goods.lines === 0) return { ...goods, value: 0, discount: 0, freight: 0, surcharge: 0, cost: own, broken: [] };
  const missed = missedMinimums(order, goods, value);
  const discount = discountOf(order.tiers, value);
  const freight = order.freeFrom !== undefined && reaches(value, order.freeFrom) ? 0 : order.freight;
  const surcharge = missed.length > 0 ? (order.surcharge ?? 0) : 0;
  const loaded = order.shipment && load(order.shipment, goods);
  const broken = [
    ...(order.surcharge === undefined ? missed : []),
    ...missedGroups(order, picks),
    ...(order.shipment && !loaded ? ["containers"] : []),
  ];
  const cost =
    own +
    order.orderCost +
    rate * (value * (1 - discount) + freight + surcharge) +
    (loaded ? order.shipment!.rate * loaded.cost : 0);
  return { ...goods, value, discount, freight, surcharge, load: loaded, cost, broken };
}

/** What an order takes of a cap. */
export function usedOf(cap: Cap, s: number, order: SupplierOrder, of: OrderValue, picks: readonly number[]): number {
  const uses = cap.uses[s]!;
  let sum = 0;
  order.lines.forEach((line, i) => {
    const { quantity, value } = line.options[picks[i]!]!;
    sum += uses[i]! * (cap.kind === "money" ? (quantity > 0 ? value : 0) : quantity);
  });
  if (cap.kind === "room") return sum;
  return order.rate * (sum * (1 - of.discount) + (cap.freight[s] ? of.freight : 0));
}

/** All orders by their picks. */
export function valuePlan(problem: OrderProblem, picks: Picks): PlanValue {
  const orders = problem.orders.map((order, s) => valueOrder(order, picks[s]!));
  const used = problem.caps.map((cap) =>
    problem.orders.reduce((sum, order, s) => sum + usedOf(cap, s, order, orders[s]!, picks[s]!), 0),
  );
  const total = (of: readonly number[], measure: keyof Goods): number =>
    of.reduce((sum, s) => sum + orders[s]![measure], 0);
  const missing: { rule: string; of: string }[] = [];
  const loads = problem.consolidations.map(({ orders: of, shipment }) => {
    const goods = {
      lines: total(of, "lines"),
      units: total(of, "units"),
      weight: total(of, "weight"),
      volume: total(of, "volume"),
      pallets: total(of, "pallets"),
    };
    if (goods.lines === 0) return undefined;
    const loaded = load(shipment, goods);
    if (!loaded) missing.push({ rule: "consolidations", of: of.map((s) => problem.orders[s]!.supplier).join(", ") });
    return loaded;
  });
  const shared = loads.reduce(
    (sum, one, i) => sum + (one ? one.cost * problem.consolidations[i]!.shipment.rate : 0),
    0,
  );
  const bought = (s: number, i: number): number => problem.orders[s]!.lines[i]!.options[picks[s]![i]!]!.quantity;
  for (const { lines, locked } of problem.sources) {
    const from = lines.filter(([s, i]) => bought(s, i) > 0);
    const sku = problem.orders[lines[0]![0]]!.lines[lines[0]![1]]!.sku;
    const right = locked ? from.length === 1 && bought(...from[0]!) === locked : from.length <= 1;
    if (!right) missing.push({ rule: "sources", of: sku });
  }
  return {
    orders,
    loads,
    used,
    objective: orders.reduce((sum, one) => sum + one.cost, 0) + shared,
    broken: [
      ...orders.flatMap((one, s) => one.broken.map((rule) => ({ rule, of: problem.orders[s]!.supplier }))),
      ...problem.caps.flatMap((cap, c) => (keepsTo(used[c]!, cap.limit) ? [] : [{ rule: cap.rule, of: cap.name }])),
      ...missing,
    ],
  };
}
