import { suppliersOf, supplyOrder, type Stage } from "./network.ts";

export interface GuaranteedStage {
  /** Periods within which the stage promises to serve. */
  readonly serviceTime: number;
  /** Periods its own stock must bridge. */
  readonly netTime: number;
  readonly safetyStock: number;
  readonly baseStock: number;
  /** Cost of the safety stock a period. */
  readonly cost: number;
}

/** Own demand and that of all stages supplied, whose variances add up. */
function netDemand(stages: readonly Stage[], order: readonly number[]): { means: number[]; variances: number[] } {
  const means = stages.map(({ demandMean }) => demandMean);
  const variances = stages.map(({ demandSd }) => demandSd ** 2);
  for (const i of [...order].reverse())
    for (const j of stages[i]!.supplies) {
      means[i]! += means[j]!;
      variances[i]! += variances[j]!;
    }
  return { means, variances };
}

/** The longest any stage's material can take: nowhere is a later promise of use. */
function longestTime(stages: readonly Stage[], order: readonly number[]): number {
  const suppliers = suppliersOf(stages);
  const longest = stages.map(() => 0);
  for (const i of order)
    longest[i] = stages[i]!.time + Math.max(stages[i]!.inbound, ...suppliers[i]!.map((j) => longest[j]!));
  return Math.max(...longest);
}

/** Least cost of a branch by the time agreed with it, and how its own stage then chooses. */
interface Branch {
  readonly cost: Float64Array;
  /** Agreed time, then the times in and out that attain the cost. */
  readonly choice: readonly { readonly into: number; readonly out: number }[];
}

/** What it costs a stage and the branches around it to be supplied within one time and to deliver within another. */
interface StageCosts {
  /** Of the safety stock for a net time of one period. */
  readonly unit: number;
  /** Of the branches that supply it and that it supplies, by the time agreed with them. */
  readonly upstream: Float64Array;
  readonly downstream: Float64Array;
}

/** The cheapest pair of times for every time agreed with the parent, whom the stage supplies (`supplies`) or who supplies it. */
function cheapest(
  { time, inbound, outbound }: Stage,
  { unit, upstream, downstream }: StageCosts,
  supplies: boolean,
): Branch {
  const most = upstream.length - 1;
  const cost = new Float64Array(most + 1).fill(Infinity);
  const choice = Array.from({ length: most + 1 }, () => ({ into: inbound, out: 0 }));
  for (let into = inbound; into <= most; into += 1)
    for (let out = 0; out <= Math.min(into + time, outbound, most); out += 1) {
      const here = unit * Math.sqrt(into + time - out) + upstream[into]! + downstream[out]!;
      const agreed = supplies ? out : into;
      if (here < cost[agreed]!) {
        cost[agreed] = here;
        choice[agreed] = { into, out };
      }
    }
  // A supplier may promise sooner than its customer asks; a customer may plan for later than it is promised.
  const spread = supplies ? (t: number): number => t - 1 : (t: number): number => t + 1;
  const places = Array.from({ length: most + 1 }, (_, k) => (supplies ? k : most - k));
  for (const t of places)
    if ((cost[spread(t)] ?? Infinity) <= cost[t]!) {
      cost[t] = cost[spread(t)]!;
      choice[t] = choice[spread(t)]!;
    }
  return { cost, choice };
}

/**
 * Service times that make the safety stock of a tree of stages cheapest, where every stage promises a time and keeps it
 * for demand up to `factor` standard deviations above its mean. Times are whole periods. Each branch of the tree answers
 * one table: its least cost for every time at which it may have to deliver, or may be delivered to.
 *
 * Graves and Willems, Manufacturing & Service Operations Management 2 (2000); Snyder & Shen, Fundamentals of Supply
 * Chain Theory (2nd ed.), section 6.3.6.2.
 */
export function guaranteedService(stages: readonly Stage[], factor: number): GuaranteedStage[] {
  const order = supplyOrder(stages);
  const suppliers = suppliersOf(stages);
  const { means, variances } = netDemand(stages, order);
  const most = longestTime(stages, order);
  const branches = new Map<number, Branch>();
  const parents = new Map<number, number>();

  /** Least cost of the stage and all its branches but the one towards `parent`, for every pair of times. */
  function solve(i: number, parent: number): Branch {
    const { holdingCost, supplies } = stages[i]!;
    for (const j of [...suppliers[i]!, ...supplies].filter((one) => one !== parent)) {
      parents.set(j, i);
      branches.set(j, solve(j, i));
    }
    const total = (of: readonly number[], t: number): number =>
      of.reduce((sum, j) => (j === parent ? sum : sum + branches.get(j)!.cost[t]!), 0);
    const costs = {
      unit: holdingCost * factor * Math.sqrt(variances[i]!),
      upstream: Float64Array.from({ length: most + 1 }, (_, t) => total(suppliers[i]!, t)),
      downstream: Float64Array.from({ length: most + 1 }, (_, t) => total(supplies, t)),
    };
    return cheapest(stages[i]!, costs, supplies.includes(parent));
  }

  const root = order.at(-1)!;
  const top = solve(root, -1);
  branches.set(root, top);
  const chosen = new Map<number, { readonly into: number; readonly out: number }>();
  // A stage enters the map of parents before those around it.
  chosen.set(root, top.choice[0]!);
  const settle = (i: number): void => {
    const mine = chosen.get(i)!;
    for (const j of [...suppliers[i]!, ...stages[i]!.supplies]) {
      if (parents.get(j) !== i) continue;
      chosen.set(j, branches.get(j)!.choice[suppliers[i]!.includes(j) ? mine.into : mine.out]!);
      settle(j);
    }
  };
  settle(root);

  return stages.map((stage, i) => {
    const { out } = chosen.get(i)!;
    const into = Math.max(stage.inbound, ...suppliers[i]!.map((j) => chosen.get(j)!.out));
    const netTime = Math.max(0, into + stage.time - out);
    const safetyStock = factor * Math.sqrt(variances[i]! * netTime);
    return {
      serviceTime: out,
      netTime,
      safetyStock,
      baseStock: means[i]! * netTime + safetyStock,
      cost: stage.holdingCost * safetyStock,
    };
  });
}
