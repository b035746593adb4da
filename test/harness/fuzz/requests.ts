import { functions } from "../../../shared/functions/index.ts";
import type { Random } from "../../../shared/numeric/random.ts";
import { toyShop, toyShopRequest } from "../../../shared/demo/toy-shop.ts";
import { fromSchema, hostile, mutated, type Schema } from "./values.ts";

export interface FuzzRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Described {
  readonly method: string;
  readonly path: string;
  readonly schema?: Schema;
}

const METHODS = ["get", "post", "put", "delete"];

/** The operations of a server, as its own document describes them. */
export function describedBy(document: Schema): {
  readonly operations: readonly Described[];
  defs(ref: string): Schema;
} {
  const paths = document["paths"] as Readonly<Record<string, Readonly<Record<string, Schema>>>>;
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    METHODS.filter((method) => method in item).map((method): Described => {
      const body = item[method]!["requestBody"] as
        { readonly content: { readonly "application/json": { readonly schema: Schema } } } | undefined;
      return { method, path, ...(body && { schema: body.content["application/json"].schema }) };
    }),
  );
  const defs = (ref: string): Schema =>
    ref
      .slice(2)
      .split("/")
      .reduce((at, key) => at[key] as Schema, document);
  return { operations, defs };
}

const all = [...functions];
const shop = toyShopRequest(toyShop());
/** A small request that is sound, to be spoiled. */
const small = (random: Random): object => {
  const items = shop.items.filter(() => random.chance(0.02)).slice(0, 4);
  const history = Object.fromEntries(items.map(({ sku }) => [sku, (shop.history[sku] ?? []).slice(-30)]));
  return JSON.parse(JSON.stringify({ ...shop, items, history, promotions: shop.promotions?.slice(0, 3) })) as object;
};

function call(random: Random): unknown {
  const definition = random.pick(all);
  const { args } = random.pick(definition.examples);
  const share = random.integer(0, 9);
  if (share < 2) return mutated({ function: definition.name, args }, random);
  if (share < 4) {
    const made = Object.values(definition.parameters).map(({ schema }) => fromSchema(schema, random, () => ({})));
    return { function: definition.name, args: made };
  }
  let spoiled: unknown = args;
  for (let i = random.integer(1, 3); i > 0; i--) spoiled = mutated(spoiled, random);
  return { function: definition.name, args: spoiled };
}

const IDS = [
  "nothing",
  "shop",
  "shop@1",
  "__proto__",
  "%00",
  "..%2f..",
  "%ff",
  "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
  "a".repeat(500),
];

/** JSON that is none, such as with a piece cut out. */
function spoiledText(text: string, random: Random): string {
  const at = random.integer(0, text.length);
  return random.pick([
    text.slice(0, at),
    text.slice(0, at) + random.pick(["\0", "}", "]", '"', "\\", ",", "NaN", "1e999"]) + text.slice(at),
    text.slice(at),
  ]);
}

/** The next request: to each operation, by its schema, its examples and what nobody should send. */
export function drawnRequest({ operations, defs }: ReturnType<typeof describedBy>, random: Random): FuzzRequest {
  const operation = random.chance(0.6)
    ? operations.find(({ path }) => path === "/v1/compute")!
    : random.pick(operations);
  const { method, path, schema } = operation;
  const headers: Record<string, string> = {};
  const to = path.replaceAll(/\{\w+\}/g, () => random.pick(IDS));
  if (!schema) return { method, path: to, headers };
  headers["content-type"] = random.chance(0.02)
    ? random.pick(["text/plain", "application/json; charset=utf-7"])
    : "application/json";
  if (random.chance(0.1)) headers["prefer"] = "respond-async";
  let body: unknown;
  if (path === "/v1/compute") body = { calls: Array.from({ length: random.integer(1, 3) }, () => call(random)) };
  else if (random.chance(0.3)) body = fromSchema(schema, random, defs);
  else body = path === "/v1/models" ? hostile(random) : small(random);
  // A training that is sound takes seconds: it is spoiled always.
  if (path !== "/v1/compute")
    for (let i = random.integer(path === "/v1/models" ? 1 : 0, 3); i > 0; i--) body = mutated(body, random);
  const text = JSON.stringify(body) ?? "";
  return { method, path: to, headers, body: random.chance(0.03) ? spoiledText(text, random) : text };
}
