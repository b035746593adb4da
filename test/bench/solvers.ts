import { certify } from "../../shared/optimise/certificate.ts";
import type { LinearProgram } from "../../shared/optimise/problem.ts";
import { transportationProblem } from "../../shared/optimise/transportation-problem.ts";
import { solveByHighs } from "../../server/engines/highs.ts";
import { solveByLpSolver } from "../../server/engines/lp-solver.ts";
import { tableauCells } from "../../server/engines/tableau-cells.ts";
import type { Figure } from "./main.ts";

/** Park and Miller's minimal standard generator: whole numbers from `low` to `high`. */
function generator(seed: number): (low: number, high: number) => number {
  let state = seed;
  return (low, high) => {
    state = (state * 16807) % 2147483647;
    return low + Math.floor((state / 2147483647) * (high - low + 1));
  };
}

const times = <T>(count: number, make: (k: number) => T): T[] => Array.from({ length: count }, (_, k) => make(k));

function transportation(m: number, n: number): LinearProgram {
  const random = generator(m * 1000 + n);
  return transportationProblem({
    supply: times(m, () => random(10, 100) * n),
    demand: times(n, () => random(10, 100) * m),
    unitCost: times(m, () => times(n, () => random(1, 100))),
    shortageCost: 101,
  });
}

/** A diet-like programme: the least cost that covers every row; no feasible start is at hand. */
function covering(m: number, n: number): LinearProgram {
  const random = generator(m * 1000 + n + 7);
  return {
    variables: times(n, (j) => ({ name: `x${j}`, cost: random(10, 99), lower: 0, upper: Infinity })),
    rows: times(m, (i) => ({
      name: `r${i}`,
      terms: times(n, (j): [number, number] => [j, random(0, 20)]),
      lower: random(100, 999),
      upper: Infinity,
    })),
  };
}

/** Orders over periods: stock balances (equalities) and capacities on every order, sparse. */
function planning(items: number, periods: number): LinearProgram {
  const random = generator(items * 1000 + periods + 13);
  const order = (i: number, t: number): number => 2 * (i * periods + t);
  return {
    variables: times(2 * items * periods, (k) => ({
      name: `x${k}`,
      cost: random(1, 20),
      lower: 0,
      upper: k % 2 ? Infinity : 300,
    })),
    rows: [
      ...times(items * periods, (k) => {
        const [i, t] = [Math.floor(k / periods), k % periods];
        const stock = order(i, t) + 1;
        const terms: [number, number][] = [
          [order(i, t), 1],
          [stock, -1],
          ...(t > 0 ? [[stock - 2, 1] as [number, number]] : []),
        ];
        const demand = random(0, 100);
        return { name: `b${k}`, terms, lower: demand, upper: demand };
      }),
      ...times(periods, (t) => ({
        name: `c${t}`,
        terms: times(items, (i): [number, number] => [order(i, t), 1]),
        lower: -Infinity,
        upper: 100 * items,
      })),
    ],
  };
}

function knapsack(n: number): LinearProgram {
  const random = generator(n + 17);
  const weights = times(n, () => random(20, 100));
  return {
    variables: weights.map((w, j) => ({
      name: `x${j}`,
      cost: -(w + random(0, 20)),
      lower: 0,
      upper: 1,
      integer: true,
    })),
    rows: [
      {
        name: "budget",
        terms: weights.map((w, j): [number, number] => [j, w]),
        lower: -Infinity,
        upper: Math.floor(weights.reduce((a, b) => a + b) / 2),
      },
    ],
  };
}

const CASES: readonly (readonly [name: string, problem: LinearProgram])[] = [
  ...[
    [2, 5],
    [5, 20],
    [10, 30],
    [20, 50],
    [30, 100],
    [50, 200],
  ].map(([m, n]) => [`transportation ${m}x${n}`, transportation(m!, n!)] as const),
  ...[
    [5, 10],
    [20, 20],
    [40, 40],
    [80, 80],
    [150, 150],
  ].map(([m, n]) => [`covering ${m}x${n}`, covering(m!, n!)] as const),
  ...[
    [2, 6],
    [5, 12],
    [10, 12],
    [20, 12],
  ].map(([i, t]) => [`planning ${i}x${t}`, planning(i!, t!)] as const),
  ...[10, 20, 35].map((n) => [`knapsack ${n}`, knapsack(n)] as const),
];

/** Median milliseconds over enough runs to last, and the last run's solution. */
async function timed(engine: typeof solveByHighs, problem: LinearProgram) {
  const taken: number[] = [];
  let solution = await engine(problem);
  const end = performance.now() + 400;
  while (taken.length < 3 || (performance.now() < end && taken.length < 200)) {
    const start = performance.now();
    solution = await engine(problem);
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  return { ms: taken[Math.floor(taken.length / 2)]!, solution };
}

/** javascript-lp-solver against HiGHS, by the cells of the dense tableau: the figures behind the choice of an engine. */
export async function run(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, problem] of CASES) {
    const small = await timed(solveByLpSolver, problem);
    const highs = await timed(solveByHighs, problem);
    const proven = [small, highs].map(({ solution }) => (certify(problem, solution).ok ? "proven" : solution.status));
    figures.push({
      name: `${name}, ${tableauCells(problem)} cells, javascript-lp-solver (${proven[0]}) against HiGHS (${proven[1]})`,
      value: small.ms,
      unit: "ms",
      peer: highs.ms,
      ratio: small.ms / highs.ms,
    });
  }
  return figures;
}
