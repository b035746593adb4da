import type { Networks } from "../../demand/forecast/forecaster.ts";
import { learnTask } from "../../demand/table/table.ts";
import { learn } from "../../demand/forecast/learn.ts";
import { assemblePlan, type PlanRest } from "./assemble.ts";
import { planLessons, taught } from "../facts/lessons.ts";
import { knownItem, tasksOf, withGaps, type PlanShared, type PlanTask } from "../facts/tasks.ts";
import { planItem, type PlannedItem } from "./plan-item.ts";
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
  readonly shared: PlanShared;
  readonly rest: PlanRest;
} {
  const { today, period, last_period, settings, suppliers } = request;
  const { tasks, promotions } = tasksOf(request);
  const learned = learn(tasks.map(({ history }) => withGaps(history)));
  return {
    items: tasks,
    shared: { today, period, last_period, settings, learned, promotions },
    rest: { suppliers, exceptions },
  };
}

/** Plans one item; the same task and shared part give the same line. */
export const planTask = (task: PlanTask, shared: PlanShared, networks: Networks): PlannedItem =>
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
  /** What was already found wrong while reading the request. */
  readonly exceptions?: readonly RowException[];
  progress?(done: number, total: number): void;
}

/** The whole plan, one item after the other in this thread. A fault in one is that item's exception, never the end. */
export function makePlan(
  request: PlanRequest,
  { exceptions = [], progress, onFault, networks = {} }: PlanOptions,
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
  return assemblePlan(planned, shared, rest);
}
