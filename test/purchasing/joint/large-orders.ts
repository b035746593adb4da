import type { Random } from "../../../shared/numeric/random.ts";
import type { Cap, OrderLine, SupplierOrder } from "../../../shared/purchasing/joint/problem.ts";

/** Orders as large as real ones, every rule at once. */

const cents = (x: number): number => Math.round(x * 100) / 100;

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
