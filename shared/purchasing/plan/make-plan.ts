import type { Networks } from "../../demand/forecast/forecaster.ts";
import { learnTask } from "../../demand/models/table/table.ts";
import { learn } from "../../demand/forecast/learn.ts";
import { noSolver, type MixedSolver } from "../joint/mixed.ts";
import type { PlanRest } from "./assemble.ts";
import { orderCosts } from "./item-money.ts";
import { assembleJoint } from "./joint-plan.ts";
import { lostTask, prepareJoint, solveTask } from "./joint-tasks.ts";
import { planLessons, taught } from "../facts/lessons.ts";
import { knownItem, tasksOf, withGaps, type PlanShared, type PlanTask } from "../facts/tasks.ts";
import { planItem, type ItemContext, type PlannedItem } from "./plan-item.ts";
import type { Plan } from "./plan-schema.ts";
import type { PlanRequest } from "../terms/plan.ts";
import { refuseOldSales } from "../terms/plan-time.ts";
import type { ReadRequest } from "../terms/request.ts";
import type { RowException } from "../terms/row-exception.ts";

/** Logs a fault of ours and answers the reference to quote. */
export type OnFault = (error: unknown) => string;

/** A request cut by item: each item's own part, what all share, and what only the end needs. */
export function preparePlan({ request, exceptions }: Pick<ReadRequest, "request" | "exceptions">): {
  readonly items: PlanTask[];
  readonly shared: PlanShared & ItemContext;
  readonly rest: PlanRest;
} {
  const { today, period, last_period, settings } = request;
  const { suppliers, budgets, storage, consolidations, now, time_zone } = request;
  const { tasks, promotions } = tasksOf(request);
  const learned = learn(tasks.map(({ history }) => withGaps(history)));
  return {
    items: tasks,
    shared: {
      today,
      period,
      last_period,
      settings,
      learned,
      promotions,
      ...(settings.policy === "optimal" && {
        orderCosts: orderCosts(suppliers ?? [], request.items, settings.order_cost),
      }),
    },
    rest: { suppliers, budgets, storage, consolidations, now, time_zone, exceptions },
  };
}

/** Plans one item; the same task and shared part give the same line. */
export const planTask = (task: PlanTask, shared: PlanShared & ItemContext, networks: Networks): PlannedItem =>
  planItem(knownItem(task, shared), shared, networks);

/** What stands for an item in which something of ours went wrong. */
export function notPlanned({ item }: PlanTask, reference: string): PlannedItem {
  const message = `Not planned: something went wrong on our side (reference ${reference}).`;
  return { exceptions: [{ sku: item.sku, code: "data", money: 0, message }] };
}

export interface PlanOptions {
  /** Weights; without them the count model and the statistical models stand alone. */
  readonly networks?: Networks | undefined;
  readonly onFault: OnFault;
  /** What whole orders need; without it their bounds stay wider. */
  readonly solver?: MixedSolver | undefined;
  /** What was already found wrong while reading the request. */
  readonly exceptions?: readonly RowException[];
  progress?(done: number, total: number): void;
}

/** The whole plan, one item after the other in this thread. A fault in one is that item's exception, never the end. */
export function makePlan(
  request: PlanRequest,
  { exceptions = [], progress, onFault, networks = {}, solver = noSolver }: PlanOptions,
): Plan {
  refuseOldSales(request);
  const { items, shared: before, rest } = preparePlan({ request, exceptions });
  const shared = taught(before, planLessons(items, before).map(learnTask));
  const planned = items.map((task, i) => {
    const made = ((): PlannedItem => {
      try {
        return planTask(task, shared, networks);
      } catch (error) {
        return notPlanned(task, onFault(error));
      }
    })();
    progress?.(i + 1, items.length);
    return made;
  });
  const joint = prepareJoint(planned, shared, rest);
  const outcomes = joint.items.map((task) => {
    try {
      return solveTask(task, joint.shared, { solver });
    } catch (error) {
      return lostTask(task, onFault(error));
    }
  });
  return assembleJoint(outcomes, joint.shared, joint.rest);
}
