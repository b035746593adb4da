import type { LinearProgram } from "../../../optimise/problem.ts";
import type { MixedSolver } from "../mixed.ts";
import { Program, type Terms } from "../whole/program.ts";

const NODES = 60;
const DOUBT = 1e-6;

/** A plan of one order: its cost and what it takes of each cap. */
export interface Weighed {
  readonly cost: number;
  readonly used: readonly number[];
}

/** The choice of one plan an order that costs least within the caps; undefined where none was found. */
export function choosePlans(
  plans: readonly (readonly Weighed[])[],
  limits: readonly number[],
  solver: MixedSolver,
): number[] | undefined {
  const program = new Program();
  const chosen = plans.map((of, s) => of.map(({ cost }, n) => program.yesNo(`order ${s} plan ${n}`, cost)));
  chosen.forEach((of, s) =>
    program.row(
      `order ${s}`,
      of.map((v) => [v, 1]),
      { atLeast: 1, atMost: 1 },
    ),
  );
  limits.forEach((limit, c) => {
    const terms = chosen.flatMap((of, s): Terms => of.map((v, n) => [v, plans[s]![n]!.used[c]!]));
    program.row(`cap ${c}`, terms, { atMost: limit });
  });
  const { values } = solver(program.linear({ absoluteGap: 0.01, nodeLimit: NODES }));
  if (values.length === 0) return undefined;
  return chosen.map((of) => of.reduce((best, v, n) => (values[v]! > values[of[best]!]! ? n : best), 0));
}

/** A state of one order: the least it costs at each list of prices, with what it uses priced. */
export interface StateBounds {
  readonly at: readonly number[];
  /** Whether it uses nothing, as an empty order. */
  readonly empty: boolean;
}

/**
 * A bound of all orders together: one state an order is chosen, which costs at least its priced bound less what it uses at
 * those prices, for every list of prices. Prices alone cannot see that states jump; this does.
 */
export function stateMaster(
  states: readonly (readonly StateBounds[])[],
  prices: readonly (readonly number[])[],
  { limits, most }: { readonly limits: readonly number[]; readonly most: readonly (readonly number[])[] },
  solver: MixedSolver,
): number {
  const program = new Program();
  const use = limits.map((): Terms => []);
  states.forEach((of, s) => {
    const one = of.map(({ at, empty }, t): readonly [number, number] => {
      const z = program.yesNo(`order ${s} state ${t}`);
      const cost = program.amount(`cost ${s} ${t}`, 1);
      const used = limits.map((_, c) => (empty ? undefined : program.amount(`use ${s} ${t} ${c}`, 0)));
      used.forEach((x, c) => {
        if (x === undefined) return;
        program.row(
          `use ${s} ${t} ${c}`,
          [
            [x, 1],
            [z, -most[s]![c]!],
          ],
          { atMost: 0 },
        );
        use[c]!.push([x, 1]);
      });
      at.forEach((bound, k) => {
        const spent = used.flatMap((x, c): Terms => (x === undefined ? [] : [[x, prices[k]![c]!]]));
        program.row(`bound ${s} ${t} ${k}`, [[cost, 1], [z, -bound], ...spent], { atLeast: 0 });
      });
      return [z, 1];
    });
    program.row(`order ${s}`, one, { atLeast: 1, atMost: 1 });
  });
  limits.forEach((limit, c) => program.row(`cap ${c}`, use[c]!, { atMost: limit }));
  const options: Partial<LinearProgram> = { absoluteGap: 0.1, nodeLimit: NODES };
  const { status, bound = -Infinity } = solver(program.linear(options));
  return status === "infeasible" ? Infinity : bound - DOUBT * Math.max(1, Math.abs(bound));
}
