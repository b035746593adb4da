import assert from "node:assert/strict";
import { loadedHighs } from "../../../server/engines/highs.ts";
import { makePlan } from "../../../shared/purchasing/plan/make-plan.ts";
import type { Plan } from "../../../shared/purchasing/plan/plan-schema.ts";
import type { PlanRequest } from "../../../shared/purchasing/terms/plan.ts";
import { readPlanRequest } from "../../../shared/purchasing/terms/request.ts";

const solver = await loadedHighs();

const noFaults = (error: unknown): string => assert.fail(String(error));

/** A request read and planned as the server does it. */
export function planned(body: unknown): { readonly plan: Plan; readonly request: PlanRequest } {
  const { request, exceptions } = readPlanRequest(body);
  return { plan: makePlan(request, { exceptions, onFault: noFaults, solver }), request };
}
