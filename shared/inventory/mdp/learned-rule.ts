import { nelderMead } from "../../numeric/nelder-mead.ts";
import { normalQuantile } from "../../numeric/normal.ts";
import { economicOrderQuantity } from "../economic-order-quantity.ts";
import { packRound } from "../pack-round.ts";
import { orderGrid } from "./allowed-orders.ts";
import type { OrderRule } from "./order-rule.ts";
import { covering } from "./covering.ts";
import { meanOf, type ReplenishmentProblem } from "./problem.ts";
import { stockProjection } from "./projected-stock.ts";

/** A rule with weights to be learned, and where learning starts. */
export interface WeightedRule {
  readonly starts: readonly (readonly number[])[];
  readonly steps: readonly number[];
  ruleOf(weights: readonly number[]): OrderRule;
}

/** How far apart the costs of the last weights may be, of the cost, and how many weights are tried. */
const TOLERANCE = 1e-5;
const TRIALS = 120;
/** Sizes of the first step in each round of search; a round begins where the last one ended. */
const ROUNDS = [1, -0.5];

/**
 * The rule that learns: need = E(D) + level sd(D) + buffer sd(s) - mean(s), where mean(s) and sd(s) are the projected
 * stock at the arrival of an order placed in state s. Ordering the need brings the chance of covering demand on arrival to
 * one value; with buffer 0 it is the projected-inventory-level policy, and with the newsvendor's chance Morton's myopic
 * one (Operations Research 19, 1971). Where an order costs something of itself, or comes in packs or a minimum, two more
 * weights say from which need on to order, and how much more than it.
 */
export function learnedRule(problem: ReplenishmentProblem): WeightedRule {
  const { demand, leadTime, holdingCost, shortageCost, orderCost, rules } = problem;
  const mean = meanOf(demand);
  const sd = Math.max(Math.sqrt(demand.reduce((sum, share, d) => sum + share * (d - mean) ** 2, 0)), 1e-9);
  const project = stockProjection(mean, sd, leadTime);
  const needAt =
    (level: number, buffer: number): OrderRule =>
    (position) => {
      const projected = project(position);
      return mean + level * sd + buffer * projected.sd - projected.mean;
    };
  const ratio = shortageCost / (shortageCost + holdingCost);
  const cover = normalQuantile(ratio);
  // Of slow movers a small step more or less is a unit or none: start where an empty shelf orders what covers a period.
  const empty = project(new Array<number>(leadTime).fill(0));
  const first = Math.max(1, covering(demand, ratio));
  const starts = [
    [0.3, cover - 0.3],
    ...[0.1, 0.5, 0.9].map((part) => [(first + part - mean + empty.mean - (cover / 2) * empty.sd) / sd, cover / 2]),
  ];
  const steps = [Math.max(0.5, 0.7 / sd), 0.5];
  const { step, least } = orderGrid(rules);
  if (orderCost === 0 && step === 1 && least === 1)
    return {
      starts,
      steps,
      ruleOf([level, buffer]) {
        const need = needAt(level!, buffer!);
        return (position) => packRound(Math.floor(need(position)), rules);
      },
    };
  const lot = Math.max(
    least / 2,
    orderCost === 0 ? 0 : economicOrderQuantity({ demand: mean, orderCost, holdingCost, backorderCost: shortageCost }),
  );
  return {
    starts: starts.map((start) => [...start, 1, lot]),
    steps: [...steps, Math.max(1, lot / 4), Math.max(1, lot / 2)],
    ruleOf([level, buffer, trigger, more]) {
      const need = needAt(level!, buffer!);
      return (position) => {
        const units = need(position);
        return units < trigger! ? 0 : packRound(Math.max(1, Math.floor(units + more!)), rules);
      };
    },
  };
}

/** The weights of least cost, by policy search: every trial runs on the same demand. */
export function learn({ starts, steps, ruleOf }: WeightedRule, costOf: (rule: OrderRule) => number): OrderRule {
  const cost = (weights: readonly number[]): number => costOf(ruleOf(weights));
  let best = starts.map((point) => ({ point, value: cost(point) })).reduce((a, b) => (b.value < a.value ? b : a));
  for (const share of ROUNDS)
    best = nelderMead(cost, best.point, {
      steps: steps.map((step) => step * share),
      tolerance: TOLERANCE * best.value,
      evaluations: TRIALS,
    });
  return ruleOf(best.point);
}
