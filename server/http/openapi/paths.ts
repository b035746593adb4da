import type { FunctionDefinition } from "../../../shared/define/define.ts";
import { partsOf, type Operation } from "../../../shared/operations/operation.ts";
import { computeExample } from "./compute.ts";
import { fromZod } from "./from-zod.ts";
import { json, problemsOf } from "./responses.ts";
import { ref, type Schema } from "./schema.ts";

/** What every address under /v1 may answer. */
const ALWAYS = [401, 403, 421, 429, 500, 503];

const PREFER: Schema = {
  name: "Prefer",
  in: "header",
  description: "respond-async answers at once with a job (RFC 7240).",
  schema: { type: "string", examples: ["respond-async"] },
};

const LOCATION: Schema = { description: "Where the job is: /v1/jobs/{id}.", schema: { type: "string" } };
const APPLIED: Schema = { schema: { const: "respond-async" } };

const started = (description: string, headers: Schema): Schema => ({
  ...json(description, ref("Job")),
  headers: { Location: LOCATION, ...headers },
});

const EVENTS: Schema = {
  schema: { type: "string" },
  example: 'event: running\ndata: {"id":"…","status":"running","progress":0.4,"message":"120 of 300 items"}\n\n',
};

/** What comes back where all is well, by status. */
function successOf({ kind, answer: { schema, description }, job }: Operation): Record<string, Schema> {
  if (kind === "events") return { 200: { description, content: { "text/event-stream": EVENTS } } };
  if (kind === "empty") return { 204: { description } };
  if (job?.when === "always") return { 202: started("The job that does it.", {}) };
  return {
    200: json(description, fromZod(schema).schema),
    ...(job && { 202: started("The job that makes it.", { "Preference-Applied": APPLIED }) }),
  };
}

function operationOf(operation: Operation, functions: readonly FunctionDefinition[]): Schema {
  const { id, tag, summary, description, path, request, job, problems = [] } = operation;
  const open = !path.startsWith("/v1/");
  const statuses = [
    ...problems,
    ...(request ? [400, 408, 413, 415] : []),
    ...(partsOf(path).length > 0 ? [404] : []),
    ...(open ? [] : ALWAYS),
  ];
  const example = path === "/v1/compute" && { example: computeExample(functions) };
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    ...(open && { security: [] }),
    ...(job?.when === "asked" && { parameters: [PREFER] }),
    ...(request && {
      requestBody: {
        required: true,
        content: { "application/json": { schema: fromZod(request.schema).schema, ...example } },
      },
    }),
    responses: { ...successOf(operation), ...problemsOf(...statuses) },
  };
}

/** Every address with its methods, in the order of the operations. */
export function paths(
  operations: readonly Operation[],
  functions: readonly FunctionDefinition[],
): Record<string, Schema> {
  const found: Record<string, Schema> = {};
  for (const operation of operations) {
    const { path, method, parameters = {} } = operation;
    const parts = partsOf(path).map((name) => ({
      name,
      in: "path",
      required: true,
      description: parameters[name],
      schema: { type: "string" },
    }));
    found[path] = {
      ...(parts.length > 0 && { parameters: parts }),
      ...found[path],
      [method]: operationOf(operation, functions),
    };
  }
  return found;
}

/** The schemas that have names, of all that is read and answered; a job's result is what its request would have got. */
export function namedSchemas(operations: readonly Operation[]): Record<string, Schema> {
  const named: Record<string, Schema> = {};
  for (const { request, answer } of operations)
    for (const schema of [request?.schema, answer.schema]) if (schema) Object.assign(named, fromZod(schema).named);
  const results = operations.flatMap(({ job, answer }) => (job ? [fromZod(answer.schema).schema] : []));
  const job = named["Job"] as { properties: Record<string, Schema> } | undefined;
  if (job) job.properties["result"] = { ...job.properties["result"], anyOf: results };
  return named;
}
