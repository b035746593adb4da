import type { FunctionDefinition } from "../../../shared/define/define.ts";
import { computeExample } from "./compute.ts";
import { modelPaths } from "./models.ts";
import { ALWAYS, body, LOCATION } from "./operation.ts";
import { json, problemsOf } from "./responses.ts";
import { object, ref, text, type Schema } from "./schema.ts";

const health: Schema = {
  get: {
    operationId: "health",
    tags: ["Server"],
    summary: "Says that the server is up, and which version it is",
    security: [],
    responses: {
      200: json(
        "The server is up.",
        object({
          status: { const: "ok" },
          version: text("The server's version."),
          tensorflow: { enum: ["native", "wasm"], description: "What trains networks here." },
        }),
      ),
    },
  },
};

const ready: Schema = {
  get: {
    operationId: "ready",
    tags: ["Server"],
    summary: "Says whether work can be stored now",
    security: [],
    responses: { 200: json("The database answers.", object({ status: { const: "ready" } })), ...problemsOf(503) },
  },
};

const computePath = (functions: readonly FunctionDefinition[]): Schema => ({
  post: {
    operationId: "compute",
    tags: ["Functions"],
    summary: "Evaluates worksheet functions",
    description:
      "The same code as in the cell. A bad call never changes the status nor its neighbours: its result is an error. A range is an array of rows; null stands for an argument left out, or for a blank cell, which counts as 0.",
    requestBody: body(ref("ComputeRequest"), { example: computeExample(functions) }),
    responses: { 200: json("One result a call.", ref("ComputeResponse")), ...problemsOf(400, 413, 415, ...ALWAYS) },
  },
});

/** Work that is answered when done, or at once with a job. */
const long = (
  operationId: string,
  words: { readonly summary: string; readonly description: string },
  request: string,
  answer: string,
): Schema => ({
  post: {
    operationId,
    tags: ["Purchasing"],
    ...words,
    parameters: [
      {
        name: "Prefer",
        in: "header",
        description: "respond-async answers at once with a job (RFC 7240).",
        schema: { type: "string", examples: ["respond-async"] },
      },
    ],
    requestBody: body(ref(request)),
    responses: {
      200: json("The answer.", ref(answer)),
      202: {
        ...json("The job that makes it.", ref("Job")),
        headers: { Location: LOCATION, "Preference-Applied": { schema: { const: "respond-async" } } },
      },
      ...problemsOf(400, 413, 415, ...ALWAYS),
    },
  },
});

const reorder = long(
  "reorder",
  {
    summary: "Makes a reorder plan",
    description:
      "Forecasts each item, sets its reorder point and order-up-to level, applies the supplier's rules and says why. A bad row becomes an exception and costs only itself.",
  },
  "PlanRequest",
  "Plan",
);

const replay = long(
  "replay",
  {
    summary: "Says what the last periods would have cost",
    description:
      "Plays the last periods of the histories under today's practice and under Lotwise's policy, both from the same stock and knowing only what was known at the time. An item's own `reorder_point` and `order_up_to` are today's practice; without them it is the usual rule (economic order quantity, normal safety stock, exponential smoothing).",
  },
  "ReplayRequest",
  "Replay",
);

const jobId: Schema = {
  name: "id",
  in: "path",
  required: true,
  description: "The job's id, from the Location that started it.",
  schema: { type: "string" },
};

const job: Schema = {
  parameters: [jobId],
  get: {
    operationId: "getJob",
    tags: ["Jobs"],
    summary: "Says how far a job is, and its result",
    responses: { 200: json("The job as it stands.", ref("Job")), ...problemsOf(404, ...ALWAYS) },
  },
  delete: {
    operationId: "cancelJob",
    tags: ["Jobs"],
    summary: "Cancels a job",
    description: "Cancelling again, or a job that has ended, changes nothing.",
    responses: { 200: json("The job as it stands.", ref("Job")), ...problemsOf(404, ...ALWAYS) },
  },
};

const events: Schema = {
  parameters: [jobId],
  get: {
    operationId: "watchJob",
    tags: ["Jobs"],
    summary: "Streams a job's progress until it ends",
    description: "Server-sent events: each one's name is the job's status, its data the job as JSON.",
    responses: {
      200: {
        description: "The stream; it ends with the job.",
        content: {
          "text/event-stream": {
            schema: { type: "string" },
            example:
              'event: running\ndata: {"id":"…","status":"running","progress":0.4,"message":"120 of 300 items"}\n\n',
          },
        },
      },
      ...problemsOf(404, ...ALWAYS),
    },
  },
};

export function paths(functions: readonly FunctionDefinition[]): Record<string, Schema> {
  return {
    "/health": health,
    "/ready": ready,
    "/v1/compute": computePath(functions),
    "/v1/reorder": reorder,
    "/v1/replay": replay,
    ...modelPaths,
    "/v1/jobs/{id}": job,
    "/v1/jobs/{id}/events": events,
  };
}
