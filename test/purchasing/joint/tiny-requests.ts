import type { Random } from "../../../shared/numeric/random.ts";

/**
 * Requests of a few items with curves of their own and any subset of the rules, as a buyer's system would send them.
 * Thresholds often lie where a plan lands exactly on them.
 */

type Row = Record<string, unknown>;
export interface TinyRequest {
  readonly today: string;
  readonly items: readonly Row[];
  readonly [field: string]: unknown;
}

const cents = (x: number): number => Math.round(x * 100) / 100;

interface Drawn {
  readonly row: Row;
  readonly cost: number;
  readonly weight: number;
  readonly volume: number;
  readonly quantities: readonly number[];
}

function item(random: Random, sku: string, supplier: string, mostPoints: number): Drawn {
  const pack = random.pick([1, 5, 6, 12]);
  const cost = cents(random.between(1, 40));
  const need = random.between(0, 4) * pack;
  const shortage = cost * random.between(1.1, 2);
  const holding = cost * random.between(0.02, 0.3);
  const quantities = Array.from({ length: random.integer(2, mostPoints) }, (_, k) => k * pack);
  const weight = random.integer(1, 9) / 2;
  const volume = random.integer(1, 20) / 100;
  const has = (p: number): boolean => random.chance(p);
  const row: Row = {
    sku,
    supplier,
    on_hand: random.integer(0, 5),
    lead_time_days: random.integer(0, 20),
    cost,
    weight,
    volume,
    pallet: random.pick([24, 48, 60]),
    curve: quantities.map((q) => [q, cents(shortage * Math.max(0, need - q) + holding * Math.max(0, q - need) ** 1.3)]),
    ...(has(0.5) && { group: random.pick(["A", "B"]) }),
    ...(has(0.5) && { category: random.pick(["tools", "paint"]) }),
    ...(has(0.5) && { storage_class: random.pick(["cold", "dry"]) }),
    ...(has(0.35) && {
      price_breaks: [{ from: pack * random.integer(1, 3), price: cents(cost * 0.9) }],
      price_kind: random.pick(["all-units", "incremental"]),
    }),
    ...(has(0.2) && { unit_freight: cents(random.between(0, 2)) }),
    ...(has(0.2) && { duty: random.pick([0.05, 0.12]) }),
    ...(has(0.06) && { never: true }),
    ...(has(0.06) && { order_quantity: random.pick(quantities) }),
    ...(has(0.06) && { lot_size: quantities[1]! }),
    ...(has(0.2) && { on_order: [{ quantity: random.integer(1, 9), due: "2026-11-30" }] }),
  };
  return { row, cost, weight, volume, quantities };
}

/** A value, a quantity or a weight that some plan has. */
function landed(random: Random, of: (one: Drawn, quantity: number) => number, items: readonly Drawn[]): number {
  const sum = items.reduce((total, one) => total + of(one, random.pick(one.quantities)), 0);
  return random.chance(0.6) ? cents(sum) : Math.ceil(sum);
}

function containers(random: Random, items: readonly Drawn[]): Row[] {
  const most = (of: (one: Drawn) => number): number =>
    items.reduce((sum, one) => sum + of(one) * one.quantities.at(-1)!, 0);
  return random.pick([["20ft"], ["20ft", "40ft"]]).map((name) => ({
    name,
    cost: random.integer(1, 60),
    ...(random.chance(0.8) && { weight: Math.max(1, Math.round(most((one) => one.weight) / random.integer(1, 4))) }),
    ...(random.chance(0.5) && { volume: Math.max(0.1, cents(most((one) => one.volume) / random.integer(1, 4))) }),
    ...(random.chance(0.2) && { pallets: random.integer(1, 3) }),
    ...(random.chance(0.4) && { least_fill: random.pick([0.3, 0.5, 0.8, 1]) }),
    ...(random.chance(0.3) && { most: random.integer(1, 2) }),
  }));
}

function supplier(random: Random, name: string, items: readonly Drawn[], probability: number): Row {
  const has = (): boolean => random.chance(probability);
  const value = (): number => landed(random, (one, q) => one.cost * q, items);
  const from = value();
  return {
    supplier: name,
    ...(random.chance(0.3) && { currency: "USD" }),
    ...(has() && { minimum_value: value() }),
    ...(random.chance(probability / 2) && { minimum_quantity: landed(random, (_, q) => q, items) }),
    ...(random.chance(probability / 2) && { minimum_weight: landed(random, (one, q) => one.weight * q, items) }),
    ...(has() &&
      random.pick([{ minimum_rule: "surcharge", surcharge: random.integer(0, 25) }, { minimum_rule: "warn" }])),
    ...(has() && { freight: random.integer(1, 60) }),
    ...(has() && { free_freight_from: value() }),
    ...(has() && {
      order_discounts: [{ from, rate: 0.03 }, ...(random.chance(0.5) ? [{ from: from * 1.5 + 1, rate: 0.07 }] : [])],
    }),
    ...(has() && { containers: containers(random, items) }),
    ...(random.chance(probability / 2) && { loose: { per_weight: random.integer(0, 3), per_volume: 10 } }),
    ...(has() && { group_minimums: [{ group: "A", quantity: random.integer(2, 40) }] }),
    ...(has() && { order_cost: random.integer(0, 30) }),
    ...(has() && { line_cost: random.integer(0, 8) }),
    ...(random.chance(probability / 3) && { payment_days: random.pick([10, 30]) }),
  };
}

function budgets(random: Random, drawn: readonly Drawn[], probability: number): Row[] {
  const most = drawn.reduce((sum, one) => sum + one.cost * one.quantities.at(-1)!, 0);
  return [0, 1].flatMap((n) =>
    random.chance(probability / (n + 1))
      ? [
          {
            amount: cents(most * random.between(0.1, 0.9)),
            ...(random.chance(0.4) && { spent: cents(most * random.between(0, 0.2)) }),
            ...(random.chance(0.3) && { category: "tools" }),
            ...(random.chance(0.3) && { month: random.pick(["2026-11", "2026-12"]) }),
            ...(random.chance(0.3) && { by: random.pick(["order", "payment"]) }),
            ...(random.chance(0.3) && { supplier: "S0" }),
          },
        ]
      : [],
  );
}

/** A request with `suppliers` orders; each rule is there with a probability. */
export function tinyRequest(random: Random, suppliers: number, probability = 0.4): TinyRequest {
  const names = Array.from({ length: suppliers }, (_, s) => `S${s}`);
  const bySupplier = names.map((name) =>
    Array.from({ length: suppliers > 1 ? random.integer(1, 3) : random.integer(2, 5) }, (_, i) =>
      item(random, `${name}-${i}`, name, suppliers > 1 ? 4 : 5),
    ),
  );
  const drawn = bySupplier.flat();
  const rules = names.map((name, s) => supplier(random, name, bySupplier[s]!, probability));
  const priced = bySupplier.map((items, s) =>
    items.map(({ row }): Row => ({ ...row, ...(rules[s]!["currency"] !== undefined && { currency: "USD" }) })),
  );
  const stored = drawn.reduce((sum, one) => sum + one.volume * one.quantities.at(-1)!, 0);
  if (suppliers > 1 && random.chance(probability / 2))
    priced[0]![0] = {
      ...priced[0]![0]!,
      sources: [{ supplier: "S1", cost: cents(drawn[0]!.cost * random.between(0.8, 1.2)), lead_time_days: 3 }],
    };
  return {
    today: "2026-11-23",
    period: "week",
    history: {},
    settings: { policy: "optimal", currency: "EUR", rates: { USD: 0.92 }, order_cost: random.integer(0, 6) },
    items: priced.flat(),
    suppliers: rules,
    budgets: budgets(random, drawn, probability),
    ...(random.chance(probability / 2) && {
      storage: [
        {
          ...(random.chance(0.5) && { class: "cold" }),
          volume: cents(stored * random.between(0.2, 1)),
          ...(random.chance(0.3) && { pallets: 3 }),
        },
      ],
    }),
    ...(suppliers > 1 &&
      random.chance(probability / 2) && {
        consolidations: [{ suppliers: names, containers: containers(random, drawn) }],
      }),
  };
}
