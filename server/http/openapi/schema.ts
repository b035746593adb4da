/** A JSON schema (draft 2020-12), which OpenAPI 3.1 takes as it is. */
export type Schema = Readonly<Record<string, unknown>>;

export const text = (description: string): Schema => ({ type: "string", description });
export const list = (items: Schema, description?: string): Schema => ({
  type: "array",
  items,
  ...(description !== undefined && { description }),
});
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** An object all of whose properties are present unless named in `maybe`. */
export function object(properties: Readonly<Record<string, Schema>>, maybe: readonly string[] = []): Schema {
  return { type: "object", properties, required: Object.keys(properties).filter((name) => !maybe.includes(name)) };
}
