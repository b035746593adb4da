import { listed } from "../terms/words.ts";
import { valuePlan } from "./evaluate.ts";
import type { MixedSolver } from "./mixed.ts";
import { MINIMUMS, type OrderProblem, type SupplierOrder } from "./problem.ts";
import type { JointSolution } from "./solve-coupled.ts";
import { solvePart } from "./solve-part.ts";

/** A hard rule that can give way, by a share of its figure from 0 to 1: all of it. */
interface Yielding {
  readonly rule: string;
  readonly of: string;
  readonly name: string;
  /** Company's money that the whole figure stands for: how far rules give way is compared in it. */
  readonly money: number;
  by(share: number): OrderProblem;
  /** What the rule is at a share, in words. */
  says(share: number): string;
}

/** The plan where the rules could not all be kept. */
export interface Relaxed {
  readonly solution: JointSolution;
  /** One sentence: which rule gave way, by how much and what that is in money. */
  readonly says: string;
  readonly rules: readonly string[];
  /** The problem as it was solved. */
  readonly problem: OrderProblem;
}

const ROUNDS = 14;

const shown = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });

const placed = (problem: OrderProblem, s: number, order: SupplierOrder): OrderProblem => ({
  ...problem,
  orders: problem.orders.map((one, t) => (t === s ? order : one)),
});

/** Value of the order if each line had its most. */
const mostValue = ({ lines, rate }: SupplierOrder): number =>
  rate * lines.reduce((sum, { options }) => sum + Math.max(...options.map(({ value }) => value)), 0);

function yieldingOrders(problem: OrderProblem): Yielding[] {
  return problem.orders.flatMap((order, s): Yielding[] => {
    const { supplier, minimums, surcharge, groups, shipment, rate } = order;
    const hard = surcharge === undefined ? MINIMUMS.filter((name) => minimums[name] !== undefined) : [];
    return [
      ...hard.map((name): Yielding => ({
        rule: `minimum_${name}`,
        of: supplier,
        name: `the minimum ${name} of ${shown.format(minimums[name]!)}`,
        money: name === "value" ? rate * minimums.value! : mostValue(order),
        by: (share) =>
          placed(problem, s, { ...order, minimums: { ...minimums, [name]: minimums[name]! * (1 - share) } }),
        says: (share) => shown.format(minimums[name]! * (1 - share)),
      })),
      ...groups.map(({ group, quantity }, g): Yielding => ({
        rule: "group_minimums",
        of: supplier,
        name: `the minimum of ${shown.format(quantity)} of group ${group}`,
        money: mostValue(order),
        by: (share) =>
          placed(problem, s, {
            ...order,
            groups: groups.map((one, n) => (n === g ? { ...one, quantity: quantity * (1 - share) } : one)),
          }),
        says: (share) => shown.format(quantity * (1 - share)),
      })),
      ...(shipment
        ? [
            {
              rule: "containers",
              of: supplier,
              name: "the least fill or the number of its containers",
              money: rate * Math.max(...shipment.kinds.map(({ cost }) => cost), 1),
              by: () =>
                placed(problem, s, {
                  ...order,
                  shipment: { ...shipment, kinds: shipment.kinds.map(({ most: _, least_fill: __, ...kind }) => kind) },
                }),
              says: () => "what is needed",
            },
          ]
        : []),
    ];
  });
}

const yieldingCaps = (problem: OrderProblem): Yielding[] =>
  problem.caps.map((cap, c): Yielding => {
    const most =
      cap.limit + problem.orders.reduce((sum, order) => sum + mostValue(order) + order.rate * order.freight, 0);
    const at = (share: number): number =>
      cap.kind === "money" ? cap.limit + share * most : cap.limit + share * 1e6 * Math.max(1, cap.limit);
    return {
      rule: cap.rule,
      of: "",
      name: cap.name,
      money: most,
      by: (share) => ({
        ...problem,
        caps: problem.caps.map((one, d) => (d === c ? { ...one, limit: at(share) } : one)),
      }),
      says: (share) => shown.format(at(share)),
    };
  });

/** The least share by which a rule must give way, with the plan; undefined where it alone does not help. */
function leastShare(rule: Yielding, solver: MixedSolver): { share: number; solution: JointSolution } | undefined {
  const all = solvePart(rule.by(1), solver);
  if (!all.picks) return undefined;
  let [low, high, solution] = [0, 1, all];
  for (let round = 0; round < ROUNDS; round++) {
    const share = (low + high) / 2;
    const so = solvePart(rule.by(share), solver);
    if (so.picks) [high, solution] = [share, so];
    else low = share;
  }
  return { share: high, solution };
}

/**
 * The plan where the buyer's own quantities cannot keep every rule: the one rule that must give way least, in money, gives
 * way by as little as it must; where no single one helps, all do.
 */
export function relax(problem: OrderProblem, solver: MixedSolver): Relaxed {
  const candidates = [...yieldingOrders(problem), ...yieldingCaps(problem)].flatMap((rule) => {
    const least = leastShare(rule, solver);
    return least ? [{ rule, ...least, money: least.share * rule.money }] : [];
  });
  const chosen = candidates.reduce<(typeof candidates)[number] | undefined>(
    (best, one) => (best && best.money <= one.money ? best : one),
    undefined,
  );
  if (chosen) {
    const { rule, share, solution, money } = chosen;
    const of = rule.of ? ` of ${rule.of}` : "";
    return {
      solution,
      rules: [rule.rule],
      problem: rule.by(share),
      says: `Not every rule can be kept with your own quantities: ${rule.name}${of} gives way, to ${rule.says(share)}, which is about ${shown.format(money)} in money.`,
    };
  }
  const none = {
    ...problem,
    caps: [],
    orders: problem.orders.map((order) => ({
      ...order,
      minimums: {},
      groups: [],
      shipment: order.shipment && {
        ...order.shipment,
        kinds: order.shipment.kinds.map(({ most: _, least_fill: __, ...kind }) => kind),
      },
    })),
  };
  const solution = solvePart(none, solver);
  const broken = solution.picks ? valuePlan(problem, solution.picks).broken : [];
  return {
    solution,
    rules: broken.map(({ rule }) => rule),
    problem: none,
    says: `Not every rule can be kept with your own quantities: ${listed(broken.map(({ rule, of }) => `${rule} (${of})`))} give way.`,
  };
}
