import type {
  Cap,
  ContainerKind,
  OrderLine,
  OrderProblem,
  Shipment,
  SupplierOrder,
} from "../../../shared/purchasing/joint/problem.ts";
import type { Random } from "../../../shared/numeric/random.ts";

/** Orders drawn at random, with any subset of the rules; thresholds often lie where plans land exactly on them. */

export interface Sizes {
  readonly suppliers: number;
  readonly lines: readonly [number, number];
  readonly options: readonly [number, number];
  /** Probability of each rule. */
  readonly rules: number;
}

export const TINY: Sizes = { suppliers: 1, lines: [2, 5], options: [2, 5], rules: 0.4 };

const cents = (x: number): number => Math.round(x * 100) / 100;

function line(random: Random, sku: string, { options }: Sizes, rate: number): OrderLine {
  const pack = random.pick([1, 5, 6, 12]);
  const price = cents(random.between(1, 40));
  const need = random.between(0, 4) * pack;
  const shortage = price * rate * random.between(1.1, 2);
  const holding = price * rate * random.between(0.02, 0.3);
  const lineCost = random.chance(0.5) ? random.integer(0, 8) : 0;
  const breakAt = random.chance(0.35) ? pack * random.integer(2, 4) : Infinity;
  const incremental = random.chance(0.5);
  const value = (q: number): number => {
    if (q < breakAt) return q * price;
    const lower = cents(price * 0.9);
    return incremental ? breakAt * price + (q - breakAt) * lower : q * lower;
  };
  return {
    sku,
    options: Array.from({ length: random.integer(...options) }, (_, k) => {
      const quantity = k * pack;
      const curve = cents(shortage * Math.max(0, need - quantity) + holding * Math.max(0, quantity - need) ** 1.3);
      return { quantity, cost: curve + (quantity > 0 ? lineCost : 0), value: value(quantity) };
    }),
    weight: random.integer(1, 9) / 2,
    volume: random.integer(1, 20) / 100,
    pallets: 1 / random.pick([24, 48, 60]),
    group: random.chance(0.6) ? random.pick(["A", "B"]) : undefined,
  };
}

function shipment(random: Random, lines: readonly OrderLine[], rate: number): Shipment {
  const most = (of: (one: OrderLine) => number): number =>
    lines.reduce((sum, one) => sum + of(one) * one.options.at(-1)!.quantity, 0);
  const kind = (name: string): ContainerKind => ({
    name,
    ...(random.chance(0.8) && { weight: Math.max(1, Math.round(most((l) => l.weight) / random.integer(1, 4))) }),
    ...(random.chance(0.5) && { volume: Math.max(0.1, cents(most((l) => l.volume) / random.integer(1, 4))) }),
    ...(random.chance(0.2) && { pallets: Math.max(1, Math.round(most((l) => l.pallets) / 2)) }),
    cost: random.integer(1, 60),
    ...(random.chance(0.4) && { least_fill: random.pick([0.3, 0.5, 0.8, 1]) }),
    ...(random.chance(0.3) && { most: random.integer(1, 2) }),
  });
  return {
    kinds: random.chance(0.5) ? [kind("20ft")] : [kind("20ft"), kind("40ft")],
    ...(random.chance(0.3) && {
      loose: { per_weight: random.between(0, 3), ...(random.chance(0.5) && { per_volume: 10 }) },
    }),
    rate,
  };
}

/** Values, quantities or weights of some plan: a threshold that plans land on exactly. */
function landed(random: Random, lines: readonly OrderLine[], of: "value" | "units" | "weight"): number {
  const sum = lines.reduce((total, one) => {
    const option = random.pick(one.options);
    if (option.quantity === 0) return total;
    return total + (of === "value" ? option.value : option.quantity * (of === "weight" ? one.weight : 1));
  }, 0);
  return random.chance(0.5) ? Math.round(sum * 1e6) / 1e6 : Math.ceil(sum);
}

function order(random: Random, supplier: string, sizes: Sizes): SupplierOrder {
  const rate = random.chance(0.3) ? 0.92 : 1;
  const lines = Array.from({ length: random.integer(...sizes.lines) }, (_, i) =>
    line(random, `${supplier}-${i}`, sizes, rate),
  );
  const has = (): boolean => random.chance(sizes.rules);
  const tiers = has() ? [{ from: landed(random, lines, "value"), rate: 0.03 }] : [];
  if (tiers.length > 0 && random.chance(0.5)) tiers.push({ from: tiers[0]!.from * 1.5 + 1, rate: 0.07 });
  return {
    supplier,
    rate,
    lines,
    orderCost: has() ? random.integer(0, 30) : 0,
    tiers,
    freight: has() ? random.integer(1, 60) : 0,
    freeFrom: has() ? landed(random, lines, "value") : undefined,
    minimums: {
      ...(has() && { value: landed(random, lines, "value") }),
      ...(random.chance(sizes.rules / 2) && { quantity: landed(random, lines, "units") }),
      ...(random.chance(sizes.rules / 2) && { weight: landed(random, lines, "weight") }),
    },
    surcharge: has() ? random.integer(0, 25) : undefined,
    shipment: has() ? shipment(random, lines, rate) : undefined,
    groups: has() ? [{ group: "A", quantity: random.integer(2, 40) }] : [],
  };
}

function cap(random: Random, orders: readonly SupplierOrder[], c: number): Cap {
  const kind = random.chance(0.6) ? "money" : "room";
  const all = random.chance(0.6);
  const uses = orders.map((one) =>
    one.lines.map((item) => (all || random.chance(0.5) ? (kind === "money" ? 1 : item.volume) : 0)),
  );
  const most = orders.reduce(
    (sum, one, s) =>
      sum +
      one.lines.reduce((total, { options }, i) => {
        const { quantity, value } = options.at(-1)!;
        return total + uses[s]![i]! * (kind === "money" ? value * one.rate : quantity);
      }, 0),
    0,
  );
  return {
    rule: kind === "money" ? "budget" : "storage",
    name: `cap ${c}`,
    limit: cents(most * random.between(0.1, 0.8)),
    kind,
    uses,
    freight: orders.map(() => kind === "money" && all),
  };
}

export function randomOrders(random: Random, sizes: Sizes): OrderProblem {
  const orders = Array.from({ length: sizes.suppliers }, (_, s) => order(random, `S${s}`, sizes));
  const caps = [0, 1].flatMap((c) => (random.chance(sizes.rules / (c + 1)) ? [cap(random, orders, c)] : []));
  const consolidations =
    sizes.suppliers > 1 && random.chance(sizes.rules / 2)
      ? [
          {
            orders: orders.map((_, s) => s),
            shipment: shipment(
              random,
              orders.flatMap(({ lines }) => lines),
              1,
            ),
          },
        ]
      : [];
  const sources =
    sizes.suppliers > 1 && random.chance(sizes.rules / 2) ? [{ lines: [[0, 0] as const, [1, 0] as const] }] : [];
  return {
    orders: consolidations.length ? orders.map((one) => ({ ...one, shipment: undefined })) : orders,
    caps,
    consolidations,
    sources,
  };
}

/** The least objective of all plans there are. */
export function leastOf({ orders }: OrderProblem, objectiveOf: (picks: number[][]) => number | undefined): number {
  const picks = orders.map(({ lines }) => lines.map(() => 0));
  const places = orders.flatMap(({ lines }, s) => lines.map((one, i) => [s, i, one.options.length] as const));
  let least = Infinity;
  const visit = (d: number): void => {
    if (d === places.length) {
      least = Math.min(least, objectiveOf(picks) ?? Infinity);
      return;
    }
    const [s, i, count] = places[d]!;
    for (let k = 0; k < count; k++) {
      picks[s]![i] = k;
      visit(d + 1);
    }
  };
  visit(0);
  return least;
}

/** A line of a real order: packs up to twice the need, a curve with a kink, a price break on a third. */
function largeLine(random: Random, sku: string): OrderLine {
  const pack = random.pick([1, 6, 12, 24]);
  const count = random.integer(20, 60);
  const need = (count * pack) / 2;
  const price = cents(Math.exp(random.between(0, 3.5)));
  const shortage = price * random.between(1.2, 2);
  const holding = price * random.between(0.02, 0.1);
  const lineCost = random.integer(2, 8);
  const breakAt = random.chance(1 / 3) ? pack * random.integer(Math.round(count / 4), count - 1) : Infinity;
  const incremental = random.chance(0.5);
  const lower = cents(price * random.between(0.9, 0.97));
  const value = (q: number): number =>
    q < breakAt ? q * price : incremental ? breakAt * price + (q - breakAt) * lower : q * lower;
  return {
    sku,
    options: Array.from({ length: count }, (_, k) => {
      const quantity = k * pack;
      const short = Math.max(0, need - quantity);
      const curve = shortage * short ** 0.95 + holding * quantity + (holding / need) * quantity ** 2;
      return { quantity, cost: cents(curve) + (quantity > 0 ? lineCost : 0), value: value(quantity) };
    }),
    weight: random.integer(1, 60) / 10,
    volume: random.integer(1, 30) / 1000,
    pallets: 0,
    group: random.chance(0.3) ? random.pick(["A", "B"]) : undefined,
  };
}

/** One supplier's order with every rule at once, its thresholds near what the items need. */
export function largeOrder(random: Random, supplier: string, lines: number): SupplierOrder {
  const items = Array.from({ length: lines }, (_, i) => largeLine(random, `${supplier}-${String(i).padStart(4, "0")}`));
  const need = (of: (one: OrderLine, q: number, value: number) => number): number =>
    items.reduce((sum, one) => {
      const { quantity, value } = one.options[Math.floor(one.options.length / 2)]!;
      return sum + of(one, quantity, value);
    }, 0);
  const value = need((_, __, v) => v);
  const weight = need((one, q) => one.weight * q);
  const volume = need((one, q) => one.volume * q);
  const units = (group: string): number => need((one, q) => (one.group === group ? q : 0));
  const near = (x: number, from = 0.7, to = 1.3): number => Math.round(x * random.between(from, to));
  const first = near(value);
  return {
    supplier,
    rate: random.pick([1, 0.92]),
    lines: items,
    orderCost: 25,
    tiers: [
      { from: first, rate: 0.02 },
      { from: Math.round(first * 1.1), rate: 0.035 },
      { from: Math.round(first * 1.25), rate: 0.05 },
    ],
    freight: Math.round(value * 0.01),
    freeFrom: near(value),
    minimums: { value: near(value, 0.4, 1.1), weight: near(weight, 0.4, 1.1) },
    surcharge: random.chance(0.5) ? Math.round(value * 0.005) : undefined,
    shipment: {
      kinds: [
        {
          name: "20ft",
          weight: Math.ceil(weight / 3.4),
          volume: Math.ceil(volume / 3.1),
          cost: Math.round(value * 0.012),
          least_fill: 0.6,
        },
        {
          name: "40ft",
          weight: Math.ceil(weight / 1.9),
          volume: Math.ceil(volume / 1.6),
          cost: Math.round(value * 0.02),
        },
      ],
      ...(random.chance(0.3) && { loose: { per_weight: (value * 0.05) / weight } }),
      rate: 1,
    },
    groups: [
      { group: "A", quantity: near(units("A"), 0.4, 1.1) },
      { group: "B", quantity: near(units("B"), 0.4, 1.1) },
    ],
  };
}

/** A budget on the money of all orders. */
export function budget(orders: readonly SupplierOrder[], limit: number): Cap {
  return {
    rule: "budget",
    name: "budget",
    limit,
    kind: "money",
    uses: orders.map(({ lines }) => lines.map(() => 1)),
    freight: orders.map(() => true),
  };
}

/** What the lines need, in company's money. */
export const needOf = (orders: readonly SupplierOrder[]): number =>
  orders.reduce(
    (sum, { lines, rate }) =>
      sum + rate * lines.reduce((total, { options }) => total + options[Math.floor(options.length / 2)]!.value, 0),
    0,
  );
