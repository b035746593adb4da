import { usedOf, valueOrder } from "../evaluate.ts";
import type { MixedSolver } from "../mixed.ts";
import type { OrderProblem, Picks, PricedCap } from "../problem.ts";
import { better, emptyPicks, type JointSolution } from "../solve-coupled.ts";
import type { KnownPlan } from "../order-solution.ts";
import { OrderSearch } from "../solve-order.ts";
import { choosePlans, stateMaster, type StateBounds } from "./master.ts";
import { bestPrices } from "./prices.ts";

/** Prices around the best at which states are bounded, as shares of them, and those at which whole plans are found. */
const AROUND = [0.5, 0.75, 0.9, 1, 1.1, 1.3, 1.7];
const PLANNED: readonly (readonly [share: number, more: number])[] = [
  [0.8, 0],
  [1, 0],
  [1, 0.005],
  [1.2, 0.02],
];
/** Plans of an order that the choice is made among. */
const MOST_PLANS = 120;
/** How far above the least a state may be to be looked at, as a share of the bound. */
const WINDOW = 0.004;
/** Integer programmes that finding one order's plans may take. */
const ROUGH = 1;
/** Times that each order is solved again with what the others leave. */
const ROUNDS = 2;

interface OneOrder {
  readonly search: OrderSearch;
  readonly plans: Map<string, KnownPlan>;
}

const ordersOf = ({ orders, caps }: OrderProblem, solver: MixedSolver): OneOrder[] =>
  orders.map((order, s) => {
    const plans = new Map<string, KnownPlan>();
    const own = caps.map((cap): PricedCap => ({ ...cap, uses: [cap.uses[s]!], freight: [cap.freight[s]!], price: 0 }));
    return {
      search: new OrderSearch(order, own, solver, {
        onPlan: (plan) => plans.set(plan.picks.join(), plan),
        leftovers: ROUGH,
      }),
      plans,
    };
  });

/** The plans that no other is better than in cost and use, the cheapest at the prices first. */
function worthChoosing(plans: Iterable<KnownPlan>, prices: readonly number[]): KnownPlan[] {
  const priced = ({ cost, used }: KnownPlan): number => used.reduce((sum, x, c) => sum + prices[c]! * x, cost);
  const kept: KnownPlan[] = [];
  const sorted = [...plans].sort((a, b) => a.cost - b.cost || (a.picks.join() < b.picks.join() ? -1 : 1));
  for (const plan of sorted)
    if (!kept.some(({ used }) => used.every((x, c) => x <= plan.used[c]! + 1e-9))) kept.push(plan);
  const least = kept.at(-1);
  const near = kept.sort((a, b) => priced(a) - priced(b)).slice(0, MOST_PLANS);
  return least && !near.includes(least) ? [...near, least] : near;
}

/** The bound of all orders by their states at several prices. */
function boundOf(
  problem: OrderProblem,
  orders: readonly OneOrder[],
  best: { prices: readonly number[]; bound: number },
  solver: MixedSolver,
): number {
  const window = WINDOW * Math.abs(best.bound);
  const prices = AROUND.map((share) => best.prices.map((price) => share * price));
  const bounds = prices.map((at) =>
    orders.map(({ search }) => {
      search.price(at);
      return search.bounds(window);
    }),
  );
  const middle = AROUND.indexOf(1);
  const states = orders.map(({ search }, s): StateBounds[] => {
    const least = bounds[middle]![s]!.bound;
    const near = [...bounds[middle]![s]!.states].filter(([, bound]) => bound <= least + window).map(([key]) => key);
    const empty = search.nothing();
    return [
      ...near.map((key) => ({ at: bounds.map((of) => of[s]!.states.get(key)!), empty: false })),
      ...(empty === undefined ? [] : [{ at: prices.map(() => empty), empty: true }]),
    ];
  });
  const limits = problem.caps.map(({ limit }) => limit);
  const most = orders.map(({ search }) => search.mostUsed());
  const master = stateMaster(states, prices, { limits, most }, solver);
  // A plan with a state that was left out costs that much more than the bound by prices.
  return Math.max(best.bound, Math.min(master, best.bound + window));
}

/** Each order again with what the others leave of the caps, in turn. */
function improved(problem: OrderProblem, solver: MixedSolver, start: JointSolution): JointSolution {
  let best = start;
  for (let round = 0; round < ROUNDS; round++)
    for (const [s, order] of problem.orders.entries()) {
      const { picks, value } = best;
      if (!picks || !value) return best;
      const alone: JointSolution = better(
        { ...problem, orders: [order], caps: [], consolidations: [], sources: [] },
        { objective: Infinity, bound: -Infinity },
        [picks[s]!],
      );
      const own = ownUse(problem, s, picks);
      const caps = problem.caps.map((cap, c) => ({
        ...cap,
        limit: cap.limit - (value.used[c]! - own[c]!),
        uses: [cap.uses[s]!],
        freight: [cap.freight[s]!],
      }));
      const again = new OrderSearch(order, caps, solver, { leftovers: ROUGH }).solve(picks[s]);
      if (again.picks && again.objective < alone.objective - 1e-6)
        best = better(
          problem,
          best,
          picks.map((of, t) => (t === s ? again.picks! : of)),
        );
    }
  return best;
}

const ownUse = (problem: OrderProblem, s: number, picks: Picks): number[] => {
  const order = problem.orders[s]!;
  const value = valueOrder(order, picks[s]!);
  return problem.caps.map((cap) => usedOf(cap, s, order, value, picks[s]!));
};

/**
 * Many orders that share budgets or room: what they use is priced until it is what there is; a plan is chosen among the
 * orders' plans at those prices and mended order by order; a master over the orders' states gives the bound.
 */
export function solveShared(problem: OrderProblem, solver: MixedSolver, start?: Picks): JointSolution {
  const orders = ordersOf(problem, solver);
  const limits = problem.caps.map(({ limit }) => limit);
  const best = bestPrices(limits, (prices) =>
    orders.reduce((sum, { search }) => {
      search.price(prices);
      return sum + search.bounds(0).bound;
    }, 0),
  );
  for (const [share, more] of PLANNED)
    for (const { search } of orders) {
      search.price(best.prices.map((price) => share * price + more));
      search.solve();
    }
  const plans = orders.map((one) => worthChoosing(one.plans.values(), best.prices));
  const none: JointSolution = { objective: Infinity, bound: -Infinity };
  const known = better(problem, better(problem, none, emptyPicks(problem)), start);
  const chosen = choosePlans(plans, limits, solver);
  const found = better(
    problem,
    known,
    chosen?.map((n, s) => plans[s]![n]!.picks),
  );
  const plan = improved(problem, solver, found);
  const bound = boundOf(problem, orders, best, solver);
  return { ...plan, bound: Math.min(bound, plan.objective) };
}
