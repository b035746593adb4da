import type { PlanValue } from "./evaluate.ts";
import { MINIMUMS, type ContainerKind, type OrderProblem, type SupplierOrder } from "./problem.ts";

/** One rule relaxed by a step, all others as they are. */
export interface Relaxation {
  /** The field that says the rule. */
  readonly rule: string;
  /** Its order; -1: shared. */
  readonly order: number;
  /** Its line, where it is a line's. */
  readonly line?: number;
  /** By how much the rule's figure is lowered or raised. */
  readonly step: number;
  /** What the rule is, in words that follow "without" or "because of". */
  readonly name: string;
  readonly relaxed: OrderProblem;
}

/** A power of ten near a tenth of an amount. */
export const roundStep = (amount: number): number => (amount > 0 ? 10 ** Math.floor(Math.log10(amount)) : 1);

/** What is still missing to a threshold; where it is reached, a round step. */
const missingTo = (threshold: number, value: number): number =>
  value < threshold ? Math.round((threshold - value) * 1e6) / 1e6 : Math.min(threshold, roundStep(threshold));

type OrderRule = (
  order: SupplierOrder,
  value: number,
) => { rule: string; name: string; step: number; order: SupplierOrder }[];

const minimums: OrderRule = (order) =>
  MINIMUMS.filter((name) => order.minimums[name] !== undefined).map((name) => ({
    rule: `minimum_${name}`,
    name: `the minimum ${name}`,
    step: order.minimums[name]!,
    order: { ...order, minimums: Object.fromEntries(Object.entries(order.minimums).filter(([key]) => key !== name)) },
  }));

const freeFreight: OrderRule = (order, value) => {
  const { freeFrom, freight } = order;
  if (freeFrom === undefined || freight <= 0) return [];
  const step = missingTo(freeFrom, value);
  return [{ rule: "free_freight_from", name: "free freight", step, order: { ...order, freeFrom: freeFrom - step } }];
};

/** The next discount, or the one that is reached. */
const discounts: OrderRule = (order, value) => {
  const t = order.tiers.findIndex(({ from }) => from > value);
  const at = t < 0 ? order.tiers.length - 1 : t;
  if (at < 0) return [];
  const { from, rate } = order.tiers[at]!;
  const step = missingTo(from, value);
  const tiers = order.tiers.map((tier, n) => (n === at ? { from: from - step, rate } : tier));
  return [{ rule: "order_discounts", name: `the discount of ${100 * rate}%`, step, order: { ...order, tiers } }];
};

const groups: OrderRule = (order) =>
  order.groups.map(({ group, quantity }) => ({
    rule: "group_minimums",
    name: `the minimum of group ${group}`,
    step: quantity,
    order: { ...order, groups: order.groups.filter((one) => one.group !== group) },
  }));

const withKinds = (order: SupplierOrder, of: (kind: ContainerKind) => ContainerKind): SupplierOrder => ({
  ...order,
  shipment: { ...order.shipment!, kinds: order.shipment!.kinds.map(of) },
});

const containers: OrderRule = (order) => {
  const kinds = order.shipment?.kinds ?? [];
  const fill = Math.max(0, ...kinds.map((kind) => kind.least_fill ?? 0));
  return [
    ...(fill > 0
      ? [
          {
            rule: "least_fill",
            name: "the least fill of containers",
            step: fill,
            order: withKinds(order, ({ least_fill: _, ...kind }) => kind),
          },
        ]
      : []),
    ...(kinds.some(({ most }) => most !== undefined)
      ? [
          {
            rule: "most",
            name: "the most containers there are",
            step: 1,
            order: withKinds(order, ({ most, ...kind }) => (most === undefined ? kind : { ...kind, most: most + 1 })),
          },
        ]
      : []),
  ];
};

const ORDER_RULES: readonly OrderRule[] = [minimums, freeFreight, discounts, groups, containers];

/** Every rule that could be relaxed, as the plan with it relaxed alone. */
export function relaxationsOf(problem: OrderProblem, { orders }: Pick<PlanValue, "orders">): Relaxation[] {
  const replaced = (s: number, order: SupplierOrder): OrderProblem => ({
    ...problem,
    orders: problem.orders.map((one, t) => (t === s ? order : one)),
  });
  const ofOrders = problem.orders.flatMap((order, s) =>
    ORDER_RULES.flatMap((rule) => rule(order, orders[s]!.value)).map(({ order: relaxed, ...one }): Relaxation => ({
      ...one,
      order: s,
      relaxed: replaced(s, relaxed),
    })),
  );
  const ofLines = problem.orders.flatMap((order, s) =>
    order.lines.flatMap((line, i): Relaxation[] => {
      if (!line.unlocked || line.waits) return [];
      const lines = order.lines.map((one, j) => (j === i ? { ...one, options: line.unlocked! } : one));
      return [
        {
          rule: "order_quantity",
          name: "your own quantity",
          order: s,
          line: i,
          step: line.options.at(-1)!.quantity,
          relaxed: replaced(s, { ...order, lines }),
        },
      ];
    }),
  );
  const ofCaps = problem.caps.map((cap, c): Relaxation => {
    const step = roundStep(cap.limit);
    const caps = problem.caps.map((one, d) => (d === c ? { ...one, limit: one.limit + step } : one));
    return { rule: cap.rule, name: cap.name, order: -1, step, relaxed: { ...problem, caps } };
  });
  return [...ofOrders, ...ofCaps, ...ofLines];
}
