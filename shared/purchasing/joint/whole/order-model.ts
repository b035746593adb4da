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

/** Puts one order into the programme: its lines, tiers, freight, minimums, containers and groups. */
export function addOrder(program: Program, order: SupplierOrder, ownShipment: boolean): OrderModel {
  const { supplier: name, lines, rate } = order;
  const options = lines.map((line) =>
    line.options.map(({ quantity, cost }) => program.yesNo(`${name} ${line.sku} ${quantity}`, cost)),
  );
  const quantityOf = (i: number, k: number): number => lines[i]!.options[k]!.quantity;
  const valueOf = (i: number, k: number): number => (quantityOf(i, k) > 0 ? lines[i]!.options[k]!.value : 0);
  const sum = (of: (line: number, option: number) => number): Terms =>
    options.flatMap((row, i) => row.map((v, k): [number, number] => [v, of(i, k)])).filter(([, a]) => a !== 0);
  const most = (of: (line: number, option: number) => number): number =>
    lines.reduce((total, line, i) => total + line.options.reduce((a, _, k) => Math.max(a, of(i, k)), 0), 0);
  const placed = program.yesNo(`${name} placed`, order.orderCost);
  options.forEach((row, i) => {
    program.row(
      `${name} line ${i}`,
      row.map((v) => [v, 1]),
      { atLeast: 1, atMost: 1 },
    );
    const bought: Terms = row.flatMap((v, k) => (quantityOf(i, k) > 0 ? [[v, 1] as const] : []));
    program.row(`${name} placed for ${i}`, [...bought, [placed, -1]], { atMost: 0 });
  });

  const tiers = [{ from: 0, rate: 0 }, ...order.tiers];
  const reached = tiers.map(({ from }) => program.yesNo(`${name} tier ${from}`));
  program.row(`${name} one tier`, [...reached.map((v): [number, number] => [v, 1]), [placed, -1]], {
    atLeast: 0,
    atMost: 0,
  });
  const split = (of: (i: number, k: number) => number, cost: (rate: number) => number, label: string) => {
    const upper = most(of);
    const parts = tiers.map((tier, t) => {
      const value = program.amount(`${label} at ${tier.from}`, cost(tier.rate));
      program.row(
        `${label} at ${tier.from} only there`,
        [
          [value, 1],
          [reached[t]!, -upper],
        ],
        { atMost: 0 },
      );
      return { rate: tier.rate, terms: [[value, 1]] as Terms };
    });
    program.row(label, plus(sum(of), ...parts.map(({ terms }) => times(-1, terms))), { atLeast: 0, atMost: 0 });
    return parts;
  };
  const values = split(valueOf, (d) => rate * (1 - d), `${name} value`);
  tiers.forEach(({ from }, t) => {
    if (from > 0)
      program.row(`${name} reaches ${from}`, plus(values[t]!.terms, [[reached[t]!, -from]]), { atLeast: 0 });
  });

  let freight: Terms = [];
  if (order.freight > 0) {
    const paid = program.yesNo(`${name} freight`, rate * order.freight);
    freight = [[paid, order.freight]];
    const free = order.freeFrom ?? Infinity;
    // Placed without freight takes the value that waives it.
    if (free === Infinity)
      program.row(
        `${name} freight due`,
        [
          [paid, 1],
          [placed, -1],
        ],
        { atLeast: 0 },
      );
    else
      program.row(
        `${name} freight due`,
        plus(sum(valueOf), [
          [paid, free],
          [placed, -free],
        ]),
        { atLeast: 0 },
      );
  }
  addMinimums(program, order, placed, {
    value: sum(valueOf),
    quantity: sum(quantityOf),
    weight: sum((i, k) => lines[i]!.weight * quantityOf(i, k)),
  });
  addGroups(program, order, (of) => sum(of), most);
  const measured =
    (measure: "weight" | "volume" | "pallets") =>
    (i: number, k: number): number =>
      lines[i]![measure] * quantityOf(i, k);
  const goods: SentGoods = {
    weight: sum(measured("weight")),
    volume: sum(measured("volume")),
    pallets: sum(measured("pallets")),
    most: { weight: most(measured("weight")), volume: most(measured("volume")), pallets: most(measured("pallets")) },
  };
  if (ownShipment && order.shipment) addShipment(program, name, order.shipment, placed, goods);
  return {
    options,
    placed,
    freight,
    goods,
    sum,
    valueByTier: (share, label) =>
      split(
        (i, k) => share(i) * valueOf(i, k),
        () => 0,
        `${name} ${label}`,
      ),
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
