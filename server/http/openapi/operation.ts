import type { Schema } from "./schema.ts";

/** A JSON body that must be there. */
export const body = (schema: Schema, more: Schema = {}): Schema => ({
  required: true,
  content: { "application/json": { schema, ...more } },
});

/** What every address under /v1 may answer. */
export const ALWAYS = [401, 403, 421, 429, 500, 503];

/** The header of an answer that a job was started. */
export const LOCATION: Schema = { description: "Where the job is: /v1/jobs/{id}.", schema: { type: "string" } };
