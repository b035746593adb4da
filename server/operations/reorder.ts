import { reorder as operation } from "../../shared/operations/reorder.ts";
import { assemblePlan } from "../../shared/purchasing/plan/assemble.ts";
import { notPlanned, planTask, preparePlan } from "../../shared/purchasing/plan/make-plan.ts";
import { readPlanRequest } from "../../shared/purchasing/terms/request.ts";
import { itemWork } from "./work.ts";

export const reorder = itemWork({
  operation,
  prepare: (body) => preparePlan(readPlanRequest(body)),
  tools: async (engines) => ({ sequence: await engines.network(), slow: await engines.counts() }),
  perItem: planTask,
  lost: notPlanned,
  whole: assemblePlan,
});
