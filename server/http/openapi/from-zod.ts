import { z } from "zod";
import type { Schema } from "./schema.ts";

interface Step {
  readonly zodSchema: unknown;
  readonly jsonSchema: { required?: string[]; maximum?: number; minimum?: number };
}

interface Made extends Record<string, unknown> {
  $schema?: string;
  $defs?: Record<string, Record<string, unknown>>;
}

/** A property is required only where its absence is refused: some are read through a step that fills them in. */
function inOurTerms({ zodSchema, jsonSchema }: Step): void {
  // That a count is exact in a double goes without saying.
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (!(zodSchema instanceof z.ZodObject) || !jsonSchema.required) return;
  const shape = zodSchema.shape as Readonly<Record<string, z.ZodType>>;
  jsonSchema.required = jsonSchema.required.filter((name) => !shape[name]!.safeParse(undefined).success);
}

/** The very schema that reads a request or types an answer, as JSON schema, and those that have names of their own. */
export function fromZod(schema: z.ZodType): { readonly schema: Schema; readonly named: Record<string, Schema> } {
  const made = z.toJSONSchema(schema, { io: "input", override: inOurTerms });
  const written = JSON.parse(JSON.stringify(made).replaceAll('"#/$defs/', '"#/components/schemas/')) as Made;
  const named = written.$defs ?? {};
  for (const each of Object.values(named)) delete each["id"];
  delete written.$schema;
  delete written.$defs;
  return { schema: written, named };
}
