import { reorder as operation } from "../../shared/operations/reorder.ts";
import { assembleJoint } from "../../shared/purchasing/plan/joint-plan.ts";
import { lostTask, prepareJoint, solveTask } from "../../shared/purchasing/plan/joint-tasks.ts";
import { learnTask } from "../../shared/demand/models/table/table.ts";
import { planLessons, taught } from "../../shared/purchasing/facts/lessons.ts";
import { notPlanned, planTask, preparePlan } from "../../shared/purchasing/plan/make-plan.ts";
import { readPlanRequest } from "../../shared/purchasing/terms/request.ts";
import { networks } from "./networks.ts";
import { itemWork, learning, thenWork } from "./work.ts";

export const reorder = itemWork({
  operation,
  prepare: (body) => preparePlan(readPlanRequest(body)),
  learning: learning({ lessons: planLessons, learn: learnTask, taught }),
  tools: networks,
  perItem: planTask,
  lost: notPlanned,
  whole: prepareJoint,
  then: thenWork({
    tools: async (engines) => ({ solver: await engines.mixed() }),
    perItem: solveTask,
    lost: lostTask,
    whole: assembleJoint,
  }),
});
