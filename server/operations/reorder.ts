import { reorder as operation } from "../../shared/operations/reorder.ts";
import { assemblePlan } from "../../shared/purchasing/plan/assemble.ts";
import { learnTask } from "../../shared/demand/table/table.ts";
import { planLessons, taught } from "../../shared/purchasing/facts/lessons.ts";
import { notPlanned, planTask, preparePlan } from "../../shared/purchasing/plan/make-plan.ts";
import { readPlanRequest } from "../../shared/purchasing/terms/request.ts";
import { networks } from "./networks.ts";
import { itemWork, learning } from "./work.ts";

export const reorder = itemWork({
  operation,
  prepare: (body) => preparePlan(readPlanRequest(body)),
  learning: learning({ lessons: planLessons, learn: learnTask, taught }),
  tools: networks,
  perItem: planTask,
  lost: notPlanned,
  whole: assemblePlan,
});
