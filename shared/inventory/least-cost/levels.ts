import { scenarioCost, type LevelsProblem } from "./scenario-cost.ts";
import type { Scenario } from "./scenario.ts";

/** Where the projected position is at s or below, order up to S; s below 0: never order, the item is not worth stock. */
export interface Levels {
  readonly s: number;
  readonly S: number;
  /** Mean demand a period over all scenarios. */
  readonly rate: number;
  /** Expected cost a period. */
  readonly cost: number;
}

/** First values of s, as shares of mean demand over lead time and one period, and of S - s, as shares of the EOQ. */
const STARTS = [0, 0.25, 0.5, 0.75, 1, 1.3, 1.6, 2, 2.5, 3.2];
const LOTS = [0.6, 1, 1.8, 2.8, 4.2];
const USUAL_LOT = 1.3;
/** Rounds of ever smaller steps around the best of them. */
const ROUNDS = 4;
const SHRINK = 0.6;

/** Expected cost a period of an (s, S) on the projected position, by how it fares in the scenarios. */
export function levelsCost(scenarios: readonly Scenario[], problem: LevelsProblem): (s: number, S: number) => number {
  const warmUp = problem.leadTime + 2;
  const { rate, counted } = demandOf(scenarios, warmUp);
  return (s, S) => {
    let cost = 0;
    for (const scenario of scenarios) cost += scenarioCost(scenario, s, S, problem, { warmUp, rate });
    return cost / counted;
  };
}

/** The (s, S) of least mean cost over the scenarios, by search from coarse to fine; in whole units. */
export function leastCostLevels(scenarios: readonly Scenario[], problem: LevelsProblem): Levels {
  const { rate, counted, late } = demandOf(scenarios, problem.leadTime + 2);
  let best: Levels = { s: -1, S: 0, rate, cost: (problem.shortage * late) / counted };
  if (!(rate > 0)) return best;
  const price = levelsCost(scenarios, problem);
  const known = new Map<string, number>();
  const costOf = (s: number, lot: number): number => {
    const key = `${s} ${lot}`;
    const cost = known.get(key) ?? price(s, s + lot);
    known.set(key, cost);
    if (cost < best.cost) best = { s, S: s + lot, rate, cost };
    return cost;
  };
  const scale = rate * (problem.leadTime + 1);
  const economic = Math.sqrt((2 * problem.ordering * rate) / problem.holding);
  const lotOf = (units: number): number => Math.max(1, problem.least, Math.round(units));
  let at = { s: 0, lot: lotOf(USUAL_LOT * economic), cost: Infinity };
  const look = (s: number, lot: number): void => {
    if (s < 0) return;
    const cost = costOf(s, lot);
    if (cost < at.cost) at = { s, lot, cost };
  };
  for (const share of STARTS) look(Math.round(share * scale), at.lot);
  for (const share of LOTS) look(at.s, lotOf(share * economic));
  let step = 0.2 * scale;
  for (let round = 0; round < ROUNDS; round += 1) {
    const { s } = at;
    look(Math.round(s - step), at.lot);
    look(Math.round(s + step), at.lot);
    const { lot } = at;
    look(at.s, lotOf(0.8 * lot));
    look(at.s, lotOf(1.25 * lot));
    step *= SHRINK;
  }
  return best;
}

/** Demand a period of all scenarios, the periods after the warm-up and the units asked for in them. */
function demandOf(
  scenarios: readonly Scenario[],
  warmUp: number,
): { readonly rate: number; readonly counted: number; readonly late: number } {
  let [total, periods, counted, late] = [0, 0, 0, 0];
  for (const scenario of scenarios) {
    periods += scenario.periods;
    counted += scenario.periods - warmUp;
    scenario.sizes.forEach((size, i) => {
      total += size;
      if (scenario.times[i]! >= warmUp) late += size;
    });
  }
  return { rate: total / periods, counted, late };
}
