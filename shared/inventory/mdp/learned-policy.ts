import { provesItself } from "./proves-itself.ts";
import { orderGrid } from "./allowed-orders.ts";
import { classicRules } from "./classic-rules.ts";
import { learn, learnedRule } from "./learned-rule.ts";
import { demandPath, simulatedCosts } from "./lost-sales-simulation.ts";
import { optimalPolicy } from "./optimal-policy.ts";
import type { OrderRule } from "./order-rule.ts";
import type { ReplenishmentProblem } from "./problem.ts";
import type { MdpLimits } from "./replenishment-mdp.ts";
import { ruleCost } from "./rule-cost.ts";

/** A rule against the plain classic, on demand that neither was trained on. */
export interface Comparison {
  /** Of the rule, per period. */
  readonly cost: number;
  /** Its cost over that of the plain classic, and the upper end of the 95% interval of that ratio. */
  readonly ratio: number;
  readonly upper: number;
}

export interface LearnedPolicy extends Comparison {
  /** The rule to use: the learned one where it has proved itself, else the cheapest classic. */
  readonly rule: OrderRule;
  readonly isLearned: boolean;
  /** What the plain classic, and the cheapest, are. */
  readonly plain: string;
  readonly fallback: string;
  /** Cost of the learned rule over the optimum, both exact, at the lead times where the optimum is known. */
  readonly checks: readonly OptimumCheck[];
  /** The learned rule against the plain classic. */
  readonly trial: Comparison;
}

export interface OptimumCheck {
  readonly leadTime: number;
  readonly ratio: number;
}

const CHECKED_LEAD_TIMES = [1, 2];
const CHECK_LIMITS: MdpLimits = { places: 5e4, steps: 1e9 };
const TRAINING = { path: 1, periods: 20_000 };
const TRIAL = { path: 2, periods: 60_000, batch: 500 };
/** Two-sided 95% of Student's t with as many degrees of freedom as the trial has batches but one. */
const T_95 = 1.98;

const warmUp = (leadTime: number): number => 100 + 10 * leadTime;

/** The average cost of a rule in simulation, every rule on the same demand. */
function trainingCost(problem: ReplenishmentProblem): (rule: OrderRule) => number {
  const start = warmUp(problem.leadTime);
  const path = demandPath(problem, start + TRAINING.periods, TRAINING.path);
  const window = { warmUp: start, batch: TRAINING.periods };
  return (rule) => simulatedCosts(problem, rule, path, window)[0]! / TRAINING.periods;
}

/** The rule learned on the item's own demand. */
export function trainedRule(problem: ReplenishmentProblem): OrderRule {
  return learn(learnedRule(problem), trainingCost(problem));
}

/** Costs below this, in costs of holding a unit, are rounding. */
const NOTHING = 1e-9;

/** a / b, where both may be nothing but rounding. */
function ratioOf(a: number, b: number, { holdingCost }: ReplenishmentProblem): number {
  const nothing = NOTHING * holdingCost;
  return (a + nothing) / (b + nothing);
}

/** The exact cost of the learned rule over the optimum, both for this lead time; null where that is not known. */
function overOptimum(problem: ReplenishmentProblem, learned?: OrderRule): number | null {
  const optimum = optimalPolicy(problem, [], CHECK_LIMITS);
  const own = optimum && ruleCost(problem, learned ?? trainedRule(problem), CHECK_LIMITS);
  return own && ratioOf(own.cost, optimum.cost, problem);
}

/** Cost of one rule over that of another on the same demand, with the upper end of its 95% interval. */
function compared(problem: ReplenishmentProblem, rule: OrderRule, plain: OrderRule): Comparison {
  const start = warmUp(problem.leadTime);
  const path = demandPath(problem, start + TRIAL.periods, TRIAL.path);
  const window = { warmUp: start, batch: TRIAL.batch };
  const [own, other] = [rule, plain].map((each) => simulatedCosts(problem, each, path, window)) as [
    Float64Array,
    Float64Array,
  ];
  const sum = (costs: Float64Array): number => costs.reduce((a, b) => a + b, 0);
  const ratio = ratioOf(sum(own), sum(other), problem);
  // The variance of a ratio estimator, on batch means: Cochran, Sampling Techniques (3rd ed.), section 6.4.
  const squares = own.reduce((total, cost, i) => total + (cost - ratio * other[i]!) ** 2, 0);
  const error =
    Math.sqrt((squares * own.length) / (own.length - 1)) / Math.max(sum(other), NOTHING * problem.holdingCost);
  return { cost: sum(own) / (own.length * TRIAL.batch), ratio, upper: ratio + T_95 * error };
}

/**
 * The policy learned for a lost-sales item with a lead time of at least one period, where it proves itself; otherwise the
 * cheapest classic.
 */
export function learnedPolicy(problem: ReplenishmentProblem): LearnedPolicy {
  const learned = trainedRule(problem);
  const { step, least } = orderGrid(problem.rules);
  const lots = problem.orderCost > 0 || step > 1 || least > 1;
  const { plain, best } = classicRules(problem, lots, trainingCost(problem));
  const checks = [...new Set([...CHECKED_LEAD_TIMES, problem.leadTime])].flatMap((leadTime) => {
    if (leadTime > problem.leadTime) return [];
    const ratio = overOptimum({ ...problem, leadTime }, leadTime === problem.leadTime ? learned : undefined);
    return ratio === null ? [] : [{ leadTime, ratio }];
  });
  const trial = compared(problem, learned, plain.rule);
  const isLearned = provesItself(problem.leadTime, checks, trial);
  const rule = isLearned ? learned : best.rule;
  return {
    rule,
    isLearned,
    ...(isLearned ? trial : compared(problem, best.rule, plain.rule)),
    plain: plain.name,
    fallback: best.name,
    checks,
    trial,
  };
}
