/** A JSON schema (draft 2020-12), which OpenAPI 3.1 takes as it is. */
export type Schema = Readonly<Record<string, unknown>>;

/** One schema a field of `T`: a field more or less does not compile. */
export type Fields<T> = Readonly<Record<keyof T, Schema>>;

export const text = (description: string): Schema => ({ type: "string", description });
export const amount = (description: string): Schema => ({ type: "number", description });
export const count = (description: string): Schema => ({ type: "integer", minimum: 0, description });
export const date = (description: string): Schema => ({ type: "string", format: "date", description });
export const list = (items: Schema, description?: string): Schema => ({
  type: "array",
  items,
  ...(description !== undefined && { description }),
});
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** The same schema, or null. */
export const orNull = (schema: Schema): Schema => ({ ...schema, type: [schema["type"], "null"] });

/** An object all of whose properties are present unless named in `maybe`. */
export function object(properties: Readonly<Record<string, Schema>>, maybe: readonly string[] = []): Schema {
  return { type: "object", properties, required: Object.keys(properties).filter((name) => !maybe.includes(name)) };
}
