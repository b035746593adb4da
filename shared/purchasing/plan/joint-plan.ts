import type { PartAnswer } from "../joint/answer.ts";
import { checkPlan } from "../joint/check/check-plan.ts";
import type { BuiltProblem } from "../joint/build/build-problem.ts";
import { valuePlan, type Loaded } from "../joint/evaluate.ts";
import type { Worth } from "../joint/worths.ts";
import type { Binding, JointPlan, Plan, PlanException, PlanLine, SupplierTotal } from "./plan-schema.ts";
import { USUAL_HOLDING_RATE } from "../terms/holding-cost.ts";
import { listed, percent } from "../terms/words.ts";
import { assemblePlan } from "./assemble.ts";
import { chosenLines, jointLine } from "./joint-lines.ts";
import type { JointOutcome, JointRest, JointTask } from "./joint-tasks.ts";

/** A gap up to which a plan is called optimal, in money. */
const OPTIMAL = 0.01;

const isAnswer = (outcome: JointOutcome): outcome is PartAnswer => !("lost" in outcome);
const about = (message: string, supplier?: string): PlanException => ({
  sku: "",
  code: "data",
  money: 0,
  message,
  ...(supplier !== undefined && { supplier }),
});

const bindingOf = ({ rule, step, worth, at_most }: Worth): Binding => ({
  rule,
  step,
  worth,
  ...(at_most !== undefined && { at_most }),
});

const containersOf = (load: Loaded | undefined) =>
  load && load.count > 0 ? [{ name: load.kind.name, count: load.count, fill: Math.min(1, load.fill) }] : [];

/** What the joint plan says of each supplier's order, by supplier. */
function orderFacts(answers: readonly PartAnswer[], { problem }: BuiltProblem): Map<string, Partial<SupplierTotal>> {
  return new Map(
    answers.flatMap((part) =>
      part.orders.map((s, n): [string, Partial<SupplierTotal>] => {
        const { supplier, rate } = problem.orders[s]!;
        const { value, discount, freight, surcharge, load } = part.value.orders[n]!;
        const shared = problem.consolidations.findIndex(({ orders }) => orders.includes(s));
        const loads = shared < 0 ? load : part.value.loads.find((one) => one !== undefined);
        return [
          supplier,
          {
            value: rate * value,
            discount: rate * value * discount,
            freight: rate * freight,
            surcharge: rate * surcharge,
            containers: containersOf(loads),
            binding: part.worths.filter(({ order, line }) => order === n && line === undefined).map(bindingOf),
          },
        ];
      }),
    ),
  );
}

/** The classic plan's money, where it keeps every rule. */
function rivalOf({ problem }: BuiltProblem, tasks: readonly JointTask[]): number | null {
  const picks = problem.orders.map((): readonly number[] => []);
  for (const { part, classic } of tasks) part.orders.forEach((s, n) => (picks[s] = classic[n]!));
  const value = valuePlan(problem, picks);
  return value.broken.length > 0 ? null : value.objective;
}

function jointFacts(answers: readonly PartAnswer[], built: BuiltProblem, tasks: readonly JointTask[]): JointPlan {
  const objective = answers.reduce((sum, part) => sum + part.objective, 0);
  const bound = answers.reduce((sum, part) => sum + part.bound, 0);
  const gap = Math.max(0, objective - bound);
  const rival = rivalOf(built, tasks);
  return {
    objective,
    bound,
    gap,
    rival,
    saving: rival === null ? null : rival - objective,
    status: answers.some(({ relaxed }) => relaxed) ? "relaxed" : gap <= OPTIMAL ? "optimal" : "gap",
    binding: answers
      .flatMap(({ worths }) => worths)
      .filter(({ order }) => order < 0)
      .map(bindingOf),
  };
}

/** What the lines break that nothing allows, or what is wrong with the money; found by code of its own. */
function faultsOf(
  lines: readonly PlanLine[],
  objective: number,
  answers: readonly PartAnswer[],
  { planned, terms, built }: JointRest,
): string[] {
  const money = new Map(planned.flatMap(({ money: one }) => (one ? [[one.item.sku, one] as const] : [])));
  const allowed = new Set(answers.flatMap(({ relaxed }) => relaxed?.rules ?? []));
  const { violations, objective: added } = checkPlan(lines, {
    ...terms!,
    items: [...money.values()].map(({ item }) => item),
    curveOf: ({ sku, sources }, supplier) => {
      const { curve, sourceCurves } = money.get(sku)!;
      const source = sources?.findIndex((one) => one.supplier === supplier) ?? -1;
      return source >= 0 ? (sourceCurves?.[source] ?? curve) : curve;
    },
    stockOf: ({ sku }) => money.get(sku)!.stockAtArrival,
    closed: new Set(built!.waiting.keys()),
  });
  const broken = violations.filter(({ rule }) => !allowed.has(rule)).map(({ says }) => says);
  // What containers cost that break their own rule is nowhere said.
  const priced = !allowed.has("containers") && !allowed.has("consolidations");
  const off = priced && Math.abs(added - objective) > 1e-6 * Math.max(1, Math.abs(objective));
  return off ? [...broken, `its money adds up to ${added}, not to ${objective}`] : broken;
}

/** A line of which nothing is ordered: its item's own facts, with no word of a plan that does not stand. */
const notOrdered = (line: PlanLine): PlanLine => ({
  ...line,
  suggested: 0,
  quantity: 0,
  cost: line.cost === null ? null : 0,
  order_date: null,
  arrival: null,
});

/** Puts a plan together: item by item, or by its orders where they were planned jointly. */
export function assembleJoint(outcomes: readonly JointOutcome[], _: object, rest: JointRest): Plan {
  const { planned, context, rest: found, built, tasks } = rest;
  if (!built) return assemblePlan(planned, context, found);
  const answers = outcomes.filter(isAnswer);
  const lost = outcomes.flatMap((outcome, n) => (isAnswer(outcome) ? [] : [{ n, reference: outcome.lost }]));
  const chosen = chosenLines(answers, built);
  const decided = planned.map(({ line, money, ...other }) => {
    const one = line && chosen.get(line.sku);
    const unplanned = line && notOrdered(line);
    return {
      ...other,
      money,
      unplanned,
      line: one && money ? jointLine(line, money, one, built, context.today) : unplanned,
    };
  });
  const joint = jointFacts(answers, built, tasks);
  const faults =
    lost.length > 0
      ? []
      : faultsOf(
          decided.flatMap(({ line }) => line ?? []),
          joint.objective,
          answers,
          rest,
        );
  const exceptions = [
    ...found.exceptions,
    ...built.exceptions,
    ...answers.flatMap(({ relaxed }) => (relaxed ? [about(relaxed.says)] : [])),
    ...assumed(rest),
    ...warned(answers, built, rest),
    ...lost.map(({ n, reference }) =>
      about(
        `The orders of ${tasks[n]!.part.orders.map((s) => built.problem.orders[s]!.supplier).join(", ")} are not planned: something went wrong on our side (reference ${reference}).`,
      ),
    ),
    ...(faults.length > 0 ? [about(`The plan is refused, and nothing is ordered by it: ${faults.join("; ")}.`)] : []),
  ];
  const facts = orderFacts(answers, built);
  const refused = faults.length > 0;
  const plan = assemblePlan(
    decided.map(({ line: chosen, unplanned, money: _, ...other }) => {
      const line = refused ? unplanned : chosen;
      return { ...other, ...(line && { line }) };
    }),
    context,
    { ...found, exceptions },
  );
  if (refused || lost.length > 0) return plan;
  return { ...plan, suppliers: plan.suppliers.map((one) => ({ ...one, ...facts.get(one.supplier) })), plan: joint };
}

/** What curves of our own rest on that nobody said, and what they do not read. */
function assumed({ planned, context: { settings } }: JointRest): PlanException[] {
  const own = planned.filter(({ money }) => money?.curve && !money.item.curve);
  if (own.length === 0) return [];
  const says = [
    ...(settings.holding_rate === undefined
      ? [`holding a unit costs ${percent(USUAL_HOLDING_RATE)} of its cost a year`]
      : []),
    ...(settings.order_cost === undefined
      ? ["a line costs nothing but its goods, where no supplier's line_cost says more"]
      : []),
  ];
  const announced = own.filter(({ money }) => money!.item.price_changes).map(({ money }) => money!.item.sku);
  return [
    ...(says.length > 0 ? [about(`Assumed for the money of quantities: ${listed(says)}.`)] : []),
    ...announced.map((sku) => ({
      ...about("Its price changes are not read yet: the plan goes by today's price."),
      sku,
    })),
  ];
}

/** Minimums that are only warned of. */
function warned(answers: readonly PartAnswer[], { problem }: BuiltProblem, { terms }: JointRest): PlanException[] {
  const rules = new Map((terms?.suppliers ?? []).map((one) => [one.supplier, one]));
  return answers.flatMap((part) =>
    part.orders.flatMap((s, n) => {
      const { supplier } = problem.orders[s]!;
      const { lines, units, weight } = part.value.orders[n]!;
      const asked = rules.get(supplier);
      if (lines === 0 || asked?.minimum_rule !== "warn") return [];
      const missed = [
        ["quantity", asked.minimum_quantity, units],
        ["weight", asked.minimum_weight, weight],
      ] as const;
      return missed.flatMap(([what, least, have]) =>
        least !== undefined && have < least - 1e-6
          ? [
              {
                ...about(
                  `The order of ${supplier} is below its minimum ${what} of ${least}: it has ${have}.`,
                  supplier,
                ),
                code: "below-minimum" as const,
              },
            ]
          : [],
      );
    }),
  );
}
