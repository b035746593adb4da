import { answerPart, type PartAnswer } from "../joint/answer.ts";
import { buildProblem, type BuiltProblem } from "../joint/build/build-problem.ts";
import type { OrderTerms } from "../joint/build/order-terms.ts";
import { partsOf, type Part } from "../joint/parts.ts";
import type { Picks } from "../joint/problem.ts";
import type { MixedSolver } from "../joint/mixed.ts";
import type { PlanContext } from "../facts/item-facts.ts";
import type { PlanRest } from "./assemble.ts";
import type { PlannedItem } from "./plan-item.ts";

/** Orders to plan together. */
export interface JointTask {
  readonly part: Part;
  /** What the classic policy orders. */
  readonly classic: Picks;
}

/** What only the end of a joint plan needs. */
export interface JointRest {
  readonly planned: readonly PlannedItem[];
  readonly context: PlanContext;
  readonly rest: PlanRest;
  /** Absent where the policy plans item by item. */
  readonly built?: BuiltProblem;
  readonly terms?: OrderTerms;
  readonly tasks: readonly JointTask[];
}

export type JointOutcome = PartAnswer | { readonly lost: string };

/** The classic quantity of each line, or the next one up that may be ordered, at the items' own suppliers. */
function classicOf({ placed, problem }: BuiltProblem, orders: readonly number[]): Picks {
  return orders.map((s) =>
    placed[s]!.map(({ money, source }, i) => {
      const { options } = problem.orders[s]!.lines[i]!;
      const wanted = source === undefined ? money.classic : 0;
      const k = options.findIndex(({ quantity }) => quantity >= wanted);
      return k < 0 ? options.length - 1 : k;
    }),
  );
}

/** A plan's items cut into the orders that are planned together; none where the policy plans item by item. */
export function prepareJoint(
  planned: readonly PlannedItem[],
  context: PlanContext,
  rest: PlanRest,
): { readonly items: readonly JointTask[]; readonly shared: object; readonly rest: JointRest } {
  const { settings, today } = context;
  if (settings.policy !== "optimal") return { items: [], shared: {}, rest: { planned, context, rest, tasks: [] } };
  const terms: OrderTerms = { ...rest, settings, today };
  const built = buildProblem(
    planned.flatMap(({ money }) => money ?? []),
    terms,
  );
  const tasks = partsOf(built.problem).map((part): JointTask => ({ part, classic: classicOf(built, part.orders) }));
  return { items: tasks, shared: {}, rest: { planned, context, rest, built, terms, tasks } };
}

export const solveTask = (
  { part, classic }: JointTask,
  _: object,
  { solver }: { readonly solver: MixedSolver },
): JointOutcome => answerPart(part, solver, classic);

export const lostTask = (_: JointTask, reference: string): JointOutcome => ({ lost: reference });
