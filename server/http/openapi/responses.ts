import { TITLES } from "../../problem.ts";
import { object, ref, text, type Schema } from "./schema.ts";

export const problemSchema: Schema = {
  description: "A fault of the whole request (RFC 9457).",
  ...object({
    type: text("A link to what kind of problem it is, or about:blank."),
    title: text("What kind of problem it is."),
    status: { type: "integer", description: "The HTTP status." },
    detail: text("What is wrong and what to do."),
    instance: text("The request's id, to quote."),
  }),
};

export function json(description: string, schema: Schema, more: Schema = {}): Schema {
  return { description, content: { "application/json": { schema, ...more } } };
}

const RETRY: Schema = { "Retry-After": { description: "Seconds to wait.", schema: { type: "integer" } } };

/** The problem responses of an operation, by status. */
export function problemsOf(...statuses: readonly number[]): Record<string, Schema> {
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: TITLES[status],
        ...((status === 429 || status === 503) && { headers: RETRY }),
        content: { "application/problem+json": { schema: ref("Problem") } },
      },
    ]),
  );
}
