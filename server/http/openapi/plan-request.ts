import { z } from "zod";
import { planRequestSchema } from "../../../shared/purchasing/request.ts";
import { itemWords, openOrderWords, promotionWords, requestWords, settingsWords, supplierWords } from "./plan-words.ts";
import type { Schema } from "./schema.ts";

interface ObjectSchema {
  properties: Record<string, Record<string, unknown>>;
}

/** Adds the meaning of each property to a schema. */
function describe(schema: unknown, words: Readonly<Record<string, string>>): void {
  for (const [name, property] of Object.entries((schema as ObjectSchema).properties)) {
    const description = words[name];
    if (description !== undefined) property["description"] = description;
  }
}

/** A property is required only where its absence is refused: some are read through a step that fills them in. */
function dropFilledIn({ zodSchema, jsonSchema }: { zodSchema: unknown; jsonSchema: { required?: string[] } }): void {
  if (!(zodSchema instanceof z.ZodObject) || !jsonSchema.required) return;
  const shape = zodSchema.shape as Readonly<Record<string, z.ZodType>>;
  jsonSchema.required = jsonSchema.required.filter((name) => !shape[name]!.safeParse(undefined).success);
}

/** The body of `POST /v1/reorder`: the very schema that reads it, with each field's meaning. */
export function planRequest(): Schema {
  const schema: Record<string, unknown> = z.toJSONSchema(planRequestSchema, { io: "input", override: dropFilledIn });
  delete schema["$schema"];
  const { properties } = schema as unknown as ObjectSchema;
  const item = properties["items"]!["items"];
  describe(schema, requestWords);
  describe(item, itemWords);
  describe((item as ObjectSchema).properties["on_order"]!["items"], openOrderWords);
  describe(properties["promotions"]!["items"], promotionWords);
  describe(properties["suppliers"]!["items"], supplierWords);
  describe(properties["settings"], settingsWords);
  return schema;
}
