import type { SupplierOrder } from "../problem.ts";
import { plus, times, type Program, type Terms } from "./program.ts";
import { addShipment, type SentGoods } from "./shipment.ts";

/** The variables of one order. */
export interface OrderModel {
  /** By line, the variable of each option. */
  readonly options: readonly (readonly number[])[];
  /** 1 where anything is ordered. */
  readonly placed: number;
  /** Purchase of some lines by tier: discount rate and value at it. */
  valueByTier(share: (line: number) => number, name: string): { readonly rate: number; readonly terms: Terms }[];
  /** Freight to pay, in the supplier's money. */
  readonly freight: Terms;
  readonly goods: SentGoods;
  sum(of: (line: number, option: number) => number): Terms;
}

type Of = (line: number, option: number) => number;

/** Sums over an order's options, and the most that each can be. */
interface Sums {
  sum(of: Of): Terms;
  most(of: Of): number;
  readonly quantity: Of;
  readonly value: Of;
}

function sumsOf({ lines }: SupplierOrder, options: OrderModel["options"]): Sums {
  const quantity: Of = (i, k) => lines[i]!.options[k]!.quantity;
  return {
    sum: (of) =>
      options.flatMap((row, i) => row.map((v, k): [number, number] => [v, of(i, k)])).filter(([, a]) => a !== 0),
    most: (of) =>
      lines.reduce((total, line, i) => total + line.options.reduce((a, _, k) => Math.max(a, of(i, k)), 0), 0),
    quantity,
    value: (i, k) => (quantity(i, k) > 0 ? lines[i]!.options[k]!.value : 0),
  };
}

/** One option a line, and an order placed where any has a quantity. */
function addLines(program: Program, { supplier: name, lines }: SupplierOrder, placed: number): number[][] {
  return lines.map((line, i) => {
    const row = line.options.map(({ quantity, cost }) => program.yesNo(`${name} ${line.sku} ${quantity}`, cost));
    const all = row.map((v): [number, number] => [v, 1]);
    program.row(`${name} line ${i}`, all, { atLeast: 1, atMost: 1 });
    const bought = all.filter((_, k) => line.options[k]!.quantity > 0);
    program.row(`${name} placed for ${i}`, plus(bought, [[placed, -1]]), { atMost: 0 });
    return row;
  });
}

/** What splits a value into the tier that is reached. */
type Split = (
  of: Of,
  cost: (rate: number) => number,
  label: string,
) => { readonly rate: number; readonly terms: Terms }[];

/** The discount tier of the order: its value, all of it in the one tier that it reaches. */
function addTiers(program: Program, order: SupplierOrder, { sum, most, value }: Sums, placed: number): Split {
  const { supplier: name, rate } = order;
  const tiers = [{ from: 0, rate: 0 }, ...order.tiers];
  const reached = tiers.map(({ from }) => program.yesNo(`${name} tier ${from}`));
  const one = reached.map((v): [number, number] => [v, 1]);
  program.row(`${name} one tier`, plus(one, [[placed, -1]]), { atLeast: 0, atMost: 0 });
  const split: Split = (of, cost, label) => {
    const upper = most(of);
    const parts = tiers.map((tier, t) => {
      const terms: Terms = [[program.amount(`${label} at ${tier.from}`, cost(tier.rate)), 1]];
      program.row(`${label} at ${tier.from} only there`, plus(terms, [[reached[t]!, -upper]]), { atMost: 0 });
      return { rate: tier.rate, terms };
    });
    program.row(label, plus(sum(of), ...parts.map(({ terms }) => times(-1, terms))), { atLeast: 0, atMost: 0 });
    return parts;
  };
  const values = split(value, (d) => rate * (1 - d), `${name} value`);
  tiers.forEach(({ from }, t) => {
    const terms = plus(values[t]!.terms, [[reached[t]!, -from]]);
    if (from > 0) program.row(`${name} reaches ${from}`, terms, { atLeast: 0 });
  });
  return split;
}

/** Freight to pay: an order placed without it takes the value that waives it. */
function addFreight(program: Program, order: SupplierOrder, { sum, value }: Sums, placed: number): Terms {
  const { supplier: name, freight, freeFrom: free, rate } = order;
  if (freight <= 0) return [];
  const paid = program.yesNo(`${name} freight`, rate * freight);
  const due =
    free === undefined ? plus([[paid, 1]], [[placed, -1]]) : plus(sum(value), [[paid, free]], [[placed, -free]]);
  program.row(`${name} freight due`, due, { atLeast: 0 });
  return [[paid, freight]];
}

function goodsOf({ lines }: SupplierOrder, { sum, most, quantity }: Sums): SentGoods {
  const measured =
    (measure: "weight" | "volume" | "pallets"): Of =>
    (i, k) =>
      lines[i]![measure] * quantity(i, k);
  const [weight, volume, pallets] = [measured("weight"), measured("volume"), measured("pallets")];
  return {
    weight: sum(weight),
    volume: sum(volume),
    pallets: sum(pallets),
    most: { weight: most(weight), volume: most(volume), pallets: most(pallets) },
  };
}

/** Puts one order into the programme: its lines, tiers, freight, minimums, containers and groups. */
export function addOrder(program: Program, order: SupplierOrder, ownShipment: boolean): OrderModel {
  const { supplier: name } = order;
  const placed = program.yesNo(`${name} placed`, order.orderCost);
  const options = addLines(program, order, placed);
  const sums = sumsOf(order, options);
  const { sum, most, value, quantity } = sums;
  const split = addTiers(program, order, sums, placed);
  const freight = addFreight(program, order, sums, placed);
  const goods = goodsOf(order, sums);
  addMinimums(program, order, placed, { value: sum(value), quantity: sum(quantity), weight: goods.weight });
  addGroups(program, order, sum, most);
  if (ownShipment && order.shipment) addShipment(program, name, order.shipment, placed, goods);
  const nothing = (): number => 0;
  return {
    options,
    placed,
    freight,
    goods,
    sum,
    valueByTier: (share, label) => split((i, k) => share(i) * value(i, k), nothing, `${name} ${label}`),
  };
}

function addMinimums(
  program: Program,
  order: SupplierOrder,
  placed: number,
  amounts: Readonly<Record<"value" | "quantity" | "weight", Terms>>,
): void {
  const { supplier: name, minimums, surcharge, rate } = order;
  const names = (["value", "quantity", "weight"] as const).filter((minimum) => minimums[minimum]);
  if (names.length === 0) return;
  const charged = surcharge === undefined ? undefined : program.yesNo(`${name} surcharge`, rate * surcharge);
  for (const minimum of names) {
    const least = minimums[minimum]!;
    const waived: Terms = charged === undefined ? [] : [[charged, least]];
    program.row(`${name} minimum ${minimum}`, plus(amounts[minimum], [[placed, -least]], waived), { atLeast: 0 });
  }
}

function addGroups(
  program: Program,
  { supplier: name, groups, lines }: SupplierOrder,
  sum: (of: (line: number, option: number) => number) => Terms,
  most: (of: (line: number, option: number) => number) => number,
): void {
  for (const { group, quantity } of groups) {
    const units = (i: number, k: number): number => (lines[i]!.group === group ? lines[i]!.options[k]!.quantity : 0);
    const bought = program.yesNo(`${name} group ${group}`);
    program.row(`${name} group ${group} at least`, plus(sum(units), [[bought, -quantity]]), { atLeast: 0 });
    program.row(`${name} group ${group} or none`, plus(sum(units), [[bought, -most(units)]]), { atMost: 0 });
  }
}
