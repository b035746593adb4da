import { positionCosts } from "./position-costs.ts";
import { Visits } from "./visits.ts";

/** Periodic review: where the position is at s or below, order up to S. */
export interface SsPolicy {
  readonly s: number;
  readonly S: number;
  /** Ordering, holding and shortage, a period. */
  readonly cost: number;
}

export interface SsProblem {
  /** Probabilities of 0, 1, 2, ... units in one period, and of the sum over lead time and one period more. */
  readonly demand: readonly number[];
  readonly leadTimeDemand: readonly number[];
  readonly orderCost: number;
  readonly holdingCost: number;
  /** Money per unit owed at the end of a period. */
  readonly shortageCost: number;
}

/** The cost rate G(y) of a position, the position where it is least, and the cost a period of any (s, S), s < S. */
export function ssCosts(problem: SsProblem): {
  readonly rate: (y: number) => number;
  readonly best: number;
  readonly cost: (s: number, S: number) => number;
} {
  const { at: rate, best } = positionCosts(problem.leadTimeDemand, problem.holdingCost, problem.shortageCost);
  const seen = new Visits(problem.demand);
  const cost = (s: number, S: number): number => {
    const { visits, periods } = seen.upTo(S - s);
    let sum = problem.orderCost;
    for (let j = 0; j < S - s; j += 1) sum += visits[j]! * rate(S - j);
    return sum / periods;
  };
  return { rate, best, cost };
}

/**
 * The (s, S) of least cost, exactly.
 *
 * Zheng and Federgruen, Operations Research 39 (1991); Snyder & Shen, Fundamentals of Supply Chain Theory (2nd ed.),
 * algorithm 4.2 and equations 4.71 to 4.75.
 */
export function exactSs(problem: SsProblem): SsPolicy {
  const { rate, best, cost } = ssCosts(problem);
  let S = best;
  // The first s from the top whose cost is at most its rate; the cost falls with every step down to it.
  let low = S - 1;
  for (let step = 1; cost(low, S) > rate(low); step *= 2) low -= step;
  let high = S;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (cost(middle, S) > rate(middle)) high = middle;
    else low = middle;
  }
  let s = low;
  let least = cost(s, S);
  for (let up = S + 1; rate(up) <= least; up += 1) {
    if (cost(s, up) >= least) continue;
    S = up;
    while (cost(s, S) <= rate(s + 1)) s += 1;
    least = cost(s, S);
  }
  return { s, S, cost: least };
}
