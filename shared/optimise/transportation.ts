import { certify } from "./certificate.ts";
import type { LinearProgram, Solution, Status } from "./problem.ts";
import { TransportFlow } from "./transport-flow.ts";
import { transportationProblem } from "./transportation-problem.ts";
import { toWhole, wholeFactor } from "./whole.ts";

/** What each supply has, what each demand asks, what a unit from one to the other costs, and a unit not served. */
export interface Transportation {
  readonly supply: readonly number[];
  readonly demand: readonly number[];
  /** One row a supply, one column a demand. */
  readonly unitCost: readonly (readonly number[])[];
  readonly shortageCost: number;
}

/** Cycles the proof may cancel where the engine's answer is short of an optimum; the engine leaves none, or a few. */
const CYCLE_LIMIT = 1000;

/**
 * Above the largest unit cost every shortage cost gives the same optima (as much as possible is served), so a huge one
 * is lowered until it no longer drowns the differences between unit costs.
 */
function effectiveShortageCost({ unitCost, shortageCost }: Transportation): number {
  const costs = unitCost.flat();
  const largest = costs.reduce((a, b) => Math.max(a, b));
  const smallest = costs.reduce((a, b) => Math.min(a, b));
  return Math.min(shortageCost, largest + (largest - smallest || Math.abs(largest) || 1));
}

/**
 * The problem with costs of like size. A pair dearer than a shortage is never used, by however much: it gets a cost just
 * above a shortage's, so that one of 1e15, which forbids, does not drown the others.
 */
function tamed(given: Transportation): Transportation {
  const { unitCost, shortageCost: limit } = given;
  const usable = unitCost.map((row) => row.filter((cost) => cost <= limit));
  if (usable.every((row) => row.length === 0))
    return { ...given, unitCost: unitCost.map((row) => row.map(() => 1)), shortageCost: 0 };
  const shortageCost = effectiveShortageCost({ ...given, unitCost: usable });
  const smallest = usable.flat().reduce((a, b) => Math.min(a, b));
  const never = shortageCost + (shortageCost - smallest || Math.abs(shortageCost) || 1);
  return { ...given, shortageCost, unitCost: unitCost.map((row) => row.map((cost) => (cost <= limit ? cost : never))) };
}

/** A power of two, so exact, that brings the largest number to what suits an engine's absolute tolerances. */
function scaleOf(numbers: readonly number[]): number {
  const largest = numbers.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  return largest === 0 ? 1 : 2 ** (10 - Math.ceil(Math.log2(largest)));
}

/** Rounds a flow to whole units, and takes back what rounding puts beyond a supply or a demand. */
function wholeFlow(values: readonly number[], supply: readonly number[], demand: readonly number[]): Float64Array {
  const n = demand.length;
  const over = [...supply];
  const short = [...demand];
  return Float64Array.from(values, (x, a) => {
    const [i, j] = [Math.floor(a / n), a % n];
    const units = Math.max(0, Math.min(Math.round(x), over[i]!, short[j]!));
    over[i]! -= units;
    short[j]! -= units;
    return units;
  });
}

/**
 * The whole problem as a balanced flow: a last row serves what is short at the shortage cost, a last column takes what
 * is left over at no cost.
 */
function balancedFlow({ supply, demand, unitCost, shortageCost }: Transportation, served: Float64Array): TransportFlow {
  const [m, n] = [supply.length, demand.length];
  const cost = new Float64Array((m + 1) * (n + 1));
  const units = new Float64Array((m + 1) * (n + 1));
  const short = [...demand];
  let total = 0;
  for (let i = 0; i < m; i++) {
    let over = supply[i]!;
    for (let j = 0; j < n; j++) {
      const x = served[i * n + j]!;
      cost[i * (n + 1) + j] = unitCost[i]![j]!;
      units[i * (n + 1) + j] = x;
      over -= x;
      short[j]! -= x;
      total += x;
    }
    units[i * (n + 1) + n] = over;
  }
  cost.fill(shortageCost, m * (n + 1), m * (n + 1) + n);
  units.set(short, m * (n + 1));
  units[m * (n + 1) + n] = total;
  return new TransportFlow(m + 1, n + 1, cost, units);
}

/** Shortages from the first demand, what is left over from the first supply, then quantities row by row. */
function preferLowestIndex(flow: TransportFlow): void {
  const [m, n] = [flow.rows - 1, flow.columns - 1];
  const arc = (i: number, j: number): number => i * (n + 1) + j;
  const range = (count: number): number[] => Array.from({ length: count }, (_, k) => k);
  flow.preferAmongCheapest(
    [...range(n).map((j) => arc(m, j)), ...range(m).map((i) => arc(i, n))],
    range(m * n).map((a) => arc(Math.floor(a / n), a % n)),
  );
}

/** The shadow prices of `transportationProblem`'s rows that the flow's potentials give, in money per unit. */
function dualsOf(flow: TransportFlow, money: number): number[] {
  const [m, n] = [flow.rows - 1, flow.columns - 1];
  const supply = Array.from({ length: m }, (_, i) => flow.reducedCost(i, n));
  const demand = Array.from({ length: n }, (_, j) => flow.reducedCost(m, j));
  return [...supply, ...demand].map((x) => -x / money);
}

export interface Allocation {
  readonly status: Status;
  /** One row a supply, one column a demand; empty unless optimal. */
  readonly quantities: number[][];
}

/**
 * Solves a transportation problem to proven optimality. `solve` finds an optimum; on whole numbers (tenths count ten to
 * the unit) Bellman-Ford then proves that no negative cycle is left, and among all optima the answer is the one with, in
 * this order: the least shortage at the first demand, the second, ...; the least left over at the first supply, ...; the
 * most from supply 1 to demand 1, from supply 1 to demand 2, .... So whole supplies and demands give whole quantities,
 * and the answer doesn't depend on which optimum the engine found.
 */
export async function allocation(
  given: Transportation,
  solve: (problem: LinearProgram) => Promise<Solution>,
): Promise<Allocation> {
  const n = given.demand.length;
  const problem = tamed(given);
  const units = wholeFactor([...given.supply, ...given.demand]);
  const money = wholeFactor([...problem.unitCost.flat(), problem.shortageCost]);
  const whole: Transportation = {
    supply: toWhole(given.supply, units),
    demand: toWhole(given.demand, units),
    unitCost: problem.unitCost.map((row) => toWhole(row, money)),
    shortageCost: Math.round(problem.shortageCost * money),
  };

  const [quantityScale, costScale] = [scaleOf([...whole.supply, ...whole.demand]), scaleOf(whole.unitCost.flat())];
  const solution = await solve(
    transportationProblem({
      supply: whole.supply.map((x) => x * quantityScale),
      demand: whole.demand.map((x) => x * quantityScale),
      unitCost: whole.unitCost.map((row) => row.map((x) => x * costScale)),
      shortageCost: whole.shortageCost * costScale,
    }),
  );
  if (solution.status !== "optimal") return { status: solution.status, quantities: [] };

  const served = wholeFlow(
    solution.values.map((x) => x / quantityScale),
    whole.supply,
    whole.demand,
  );
  const flow = balancedFlow(whole, served);
  if (!flow.makeCheapest(CYCLE_LIMIT)) return { status: "limit", quantities: [] };
  preferLowestIndex(flow);

  const quantities = given.supply.map((_, i) => given.demand.map((_, j) => flow.units[i * (n + 1) + j]! / units));
  const checked = certify(transportationProblem(problem), {
    ...solution,
    values: quantities.flat(),
    duals: dualsOf(flow, money),
  });
  return checked.ok ? { status: "optimal", quantities } : { status: "failed", quantities: [] };
}
