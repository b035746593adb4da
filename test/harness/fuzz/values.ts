import type { Random } from "../../../shared/numeric/random.ts";

/** A JSON schema as our documents have it. */
export interface Schema {
  readonly [key: string]: unknown;
}

const NAMES = ["__proto__", "constructor", "toString", "valueOf", "hasOwnProperty", "then", "length", ""];
const TEXTS = [
  ...NAMES,
  "A\0B",
  "\ud800",
  "\u{1F600}".repeat(50),
  "=1+1",
  "<b>x</b>",
  "'; DROP TABLE x; --",
  "x".repeat(5000),
  "2026-02-30",
  "0000-00-00",
  "٣",
  "NA",
  "1e3",
];
const NUMBERS = [
  0,
  -0,
  -1,
  1,
  0.5,
  1e-300,
  5e-324,
  1e15,
  1e21,
  1e300,
  -1e300,
  2 ** 31,
  2 ** 53,
  1.7976931348623157e308,
];

/** What nobody should send. */
export function hostile(random: Random, depth = 0): unknown {
  const kinds: readonly (() => unknown)[] = [
    () => random.pick(NUMBERS),
    () => random.pick(TEXTS),
    () => null,
    () => random.chance(0.5),
    () => [],
    () => ({}),
    () => [[]],
    () => Array.from({ length: random.integer(1, 6) }, () => (depth > 3 ? 1 : hostile(random, depth + 1))),
    () => named(random.pick(NAMES), depth > 3 ? 1 : hostile(random, depth + 1)),
    () => [["x"], [1, 2], [null]],
  ];
  return random.pick(kinds)();
}

/** Also a field called __proto__ is one. */
function named(name: string, value: unknown): object {
  return JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(value) ?? "null"}}`) as object;
}

/** The value with something in it replaced, left out or added. */
export function mutated(value: unknown, random: Random): unknown {
  if (typeof value !== "object" || value === null || random.chance(0.15)) return hostile(random);
  if (Array.isArray(value)) {
    if (value.length === 0 || random.chance(0.15)) return [...(value as unknown[]), hostile(random)];
    const at = random.integer(0, value.length - 1);
    if (random.chance(0.15)) return value.filter((_, i) => i !== at);
    return value.map((each: unknown, i) => (i === at ? mutated(each, random) : each));
  }
  const entries = Object.entries(value);
  if (entries.length === 0 || random.chance(0.15)) return { ...value, ...named(random.pick(NAMES), hostile(random)) };
  const at = random.integer(0, entries.length - 1);
  if (random.chance(0.15)) return Object.fromEntries(entries.filter((_, i) => i !== at));
  return Object.fromEntries(entries.map(([key, each], i) => [key, i === at ? mutated(each, random) : each]));
}

/** A value such as the schema asks for; `defs` resolves its references. */
export function fromSchema(schema: Schema, random: Random, defs: (ref: string) => Schema, depth = 0): unknown {
  const of = (inner: unknown): unknown => fromSchema(inner as Schema, random, defs, depth + 1);
  if (typeof schema["$ref"] === "string") return of(defs(schema["$ref"]));
  for (const key of ["anyOf", "oneOf", "enum"] as const) {
    const choices = schema[key];
    if (Array.isArray(choices) && choices.length)
      return key === "enum" ? random.pick(choices) : of(random.pick(choices));
  }
  if ("const" in schema) return schema["const"];
  const type: unknown = Array.isArray(schema["type"]) ? random.pick(schema["type"] as unknown[]) : schema["type"];
  if (type === "object") return object(schema, random, of, depth);
  if (type === "array") {
    // A tuple: each place has a schema of its own, and nothing may follow.
    if (Array.isArray(schema["prefixItems"])) return schema["prefixItems"].map(of);
    const least = Number(schema["minItems"] ?? 0);
    const length = depth > 6 ? least : random.integer(least, least + 3);
    return Array.from({ length }, () => of(schema["items"] ?? {}));
  }
  if (type === "string")
    return schema["format"] === "date"
      ? `2026-${random.pick(["01", "06", "11"])}-0${random.integer(1, 9)}`
      : `S${random.integer(0, 5)}`;
  if (type === "boolean") return random.chance(0.5);
  if (type === "null") return null;
  const least = Number(schema["minimum"] ?? schema["exclusiveMinimum"] ?? 0);
  const number = least + random.integer(0, 20);
  return type === "integer" ? Math.ceil(number) : number + (random.chance(0.5) ? 0.25 : 0);
}

function object(schema: Schema, random: Random, of: (inner: unknown) => unknown, depth: number): object {
  const properties = (schema["properties"] ?? {}) as Readonly<Record<string, unknown>>;
  const required = (schema["required"] ?? []) as readonly string[];
  const made = Object.entries(properties)
    .filter(([name]) => required.includes(name) || random.chance(depth > 4 ? 0.1 : 0.4))
    .map(([name, inner]): [string, unknown] => [name, of(inner)]);
  const more = schema["additionalProperties"];
  if (typeof more === "object" && more !== null) for (let i = 0; i < 3; i++) made.push([`S${i}`, of(more)]);
  return Object.fromEntries(made);
}
