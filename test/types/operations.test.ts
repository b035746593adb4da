import assert from "node:assert/strict";
import { defineOperation, type AnswerOf, type Operation, type RequestOf } from "../../shared/operations/operation.ts";
import { health } from "../../shared/operations/health.ts";
import { reorder } from "../../shared/operations/reorder.ts";
import { assemblePlan } from "../../shared/purchasing/plan/assemble.ts";
import { notPlanned, planTask, preparePlan } from "../../shared/purchasing/plan/make-plan.ts";
import type { Plan } from "../../shared/purchasing/plan/plan-schema.ts";
import type { PlanRequest } from "../../shared/purchasing/terms/plan.ts";
import { readPlanRequest } from "../../shared/purchasing/terms/request.ts";
import { itemWork, type Work } from "../../server/operations/work.ts";

/** What an operation says beside what is tried. */
const { kind, method, tag, summary, answer, tool, roles } = reorder;
const documented = { id: "tried", kind, method, tag, summary, answer, tool, roles } as const;

/** The work of a plan, done item by item. */
const parts = {
  operation: reorder,
  prepare: (body: unknown) => preparePlan(readPlanRequest(body)),
  tools: () => Promise.resolve({}),
  perItem: planTask,
  lost: notPlanned,
  whole: assemblePlan,
};

// The compiler is the test: each line under a mark must not compile, and the mark fails where it does.
describe("the language of operations", () => {
  it("takes the methods, kinds, roles and limits that there are", () => {
    const operations: Operation[] = [
      defineOperation({ ...documented, path: "/v1/tried" }),
      // @ts-expect-error a path begins at the root
      defineOperation({ ...documented, path: "v1/tried" }),
      // @ts-expect-error no such method
      defineOperation({ ...documented, path: "/v1/tried", method: "patch" }),
      // @ts-expect-error no such kind of answer
      defineOperation({ ...documented, path: "/v1/tried", kind: "xml" }),
      // @ts-expect-error no such role
      defineOperation({ ...documented, path: "/v1/tried", roles: ["admin"] }),
      // @ts-expect-error a limit names its unit
      defineOperation({ ...documented, path: "/v1/tried", request: { schema: reorder.request.schema, limit: 64 } }),
      // @ts-expect-error what a job does is said to those who watch it
      defineOperation({ ...documented, path: "/v1/tried", job: { kind: "tried", when: "asked" } }),
    ];
    assert.equal(operations.length, 7);
  });

  it("must say whether an agent may have it, and who else", () => {
    const said = { id: "tried", kind, method, tag, summary, answer, path: "/v1/tried" } as const;
    // @ts-expect-error whether an agent may call it is never left to chance
    defineOperation({ ...said, roles });
    // @ts-expect-error nor is who may
    defineOperation({ ...said, tool });
  });

  it("gives the types of what is asked and answered, which nobody may change", () => {
    const day: RequestOf<typeof reorder>["today"] = "2026-11-23" satisfies PlanRequest["today"];
    const nothing: RequestOf<typeof health> = undefined;
    assert.deepEqual([day, nothing], ["2026-11-23", undefined]);
    type Answer = AnswerOf<typeof reorder>;
    const uses: readonly ((plan: Plan, request: PlanRequest) => unknown)[] = [
      (plan): Answer => plan,
      // @ts-expect-error an answer is read, never changed
      (plan: Answer) => (plan.lines = []),
      // @ts-expect-error there is no such field in a request
      (_, request: RequestOf<typeof reorder>) => request.todey,
    ];
    assert.equal(uses.length, 3);
  });

  it("holds the parts of an item's work to one another", () => {
    const works: Work[] = [
      itemWork(parts),
      // @ts-expect-error what is put together is what the items made
      itemWork({ ...parts, whole: (made: readonly number[]) => made.length }),
      // @ts-expect-error an item is what the request was cut into
      itemWork({ ...parts, lost: (item: number) => item }),
      // @ts-expect-error work by item is put together in the end
      { operation: reorder, prepare: parts.prepare, perItem: planTask },
    ];
    assert.equal(works.length, 4);
  });
});
