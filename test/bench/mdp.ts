import { wholeUnits } from "../../shared/inventory/demand/whole-units.ts";
import { classicRules } from "../../shared/inventory/mdp/classic-rules.ts";
import { learnedPolicy, trainedRule } from "../../shared/inventory/mdp/learned-policy.ts";
import { optimalPolicy } from "../../shared/inventory/mdp/optimal-policy.ts";
import type { OrderRule } from "../../shared/inventory/mdp/order-rule.ts";
import type { ReplenishmentProblem } from "../../shared/inventory/mdp/problem.ts";
import { ruleCost } from "../../shared/inventory/mdp/rule-cost.ts";
import type { Figure } from "./main.ts";

/** Zipkin, Operations Research 56 (2008): optimal cost with Poisson demand 5, h = 1; a third digit where known. */
const PUBLISHED: readonly (readonly [shortageCost: number, byLeadTime: readonly number[]])[] = [
  [4, [4.041, 4.395, 4.6, 4.73]],
  [9, [5.438, 6.094, 6.53, 6.84]],
  [19, [6.676, 7.664, 8.36, 8.89]],
  [39, [7.836, 9.106, 10.04, 10.79]],
];
const LIMITS = { places: 3e6, steps: 4e9 };
/** The longest lead time at which rules without a limit to an order are costed exactly. */
const SHORT = 2;

function problemOf(leadTime: number, shortageCost: number): ReplenishmentProblem {
  const demand = wholeUnits("poisson", 5, 0);
  return { demand, leadTime, holdingCost: 1, shortageCost, orderCost: 0, unmet: "lost", rules: {} };
}

function timed<T>(work: () => T): { answer: T; ms: number } {
  const start = performance.now();
  const answer = work();
  return { answer, ms: performance.now() - start };
}

/** What the optimum costs and how near to it the learned rule and the classics come, all costed exactly. */
function* figures(leadTime: number, shortageCost: number, published: number): Generator<Figure> {
  const problem = problemOf(leadTime, shortageCost);
  const name = `lost sales, L=${leadTime}, p=${shortageCost}`;
  const { answer: policy, ms } = timed(() => optimalPolicy(problem)!);
  const optimum = policy.cost;
  yield {
    name: `${name}: optimal cost`,
    value: optimum,
    unit: "a period",
    peer: published,
    ratio: optimum / published,
    better: "peer",
  };
  yield { name: `${name}: Bellman residual`, value: policy.residual, unit: "a period" };
  yield { name: `${name}: time to solve`, value: ms, unit: "ms" };
  const trained = timed(() => trainedRule(problem));
  const over = (rule: OrderRule): number => ruleCost(problem, rule, LIMITS)!.cost / optimum;
  yield { name: `${name}: learned over the optimum`, value: over(trained.answer), unit: "ratio" };
  yield { name: `${name}: time to learn`, value: trained.ms, unit: "ms" };
  const classics = classicRules(problem, false, (rule) => ruleCost(problem, rule, LIMITS)?.cost ?? Infinity);
  if (leadTime <= SHORT)
    yield { name: `${name}: ${classics.plain.name}, best`, value: over(classics.plain.rule), unit: "ratio" };
  yield { name: `${name}: ${classics.best.name}, best`, value: over(classics.best.rule), unit: "ratio" };
}

/** The replenishment decision process: exact costs against the published ones, the learned policy, and how long. */
export function run(): Promise<Figure[]> {
  const found: Figure[] = [];
  for (const [shortageCost, byLeadTime] of PUBLISHED)
    byLeadTime.forEach((published, i) => found.push(...figures(i + 1, shortageCost, published)));
  for (const leadTime of [6, 10]) {
    const { answer, ms } = timed(() => learnedPolicy(problemOf(leadTime, 9)));
    const name = `lost sales, L=${leadTime}, p=9: learned over ${answer.plain}`;
    found.push(
      { name, value: answer.ratio, unit: "ratio" },
      { name: `${name}, upper 95% limit`, value: answer.upper, unit: "ratio" },
      { name: `lost sales, L=${leadTime}, p=9: time to learn and prove`, value: ms, unit: "ms" },
    );
  }
  return Promise.resolve(found);
}
