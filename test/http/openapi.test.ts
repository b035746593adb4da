import assert from "node:assert/strict";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import { openApi } from "../../server/http/openapi.ts";
import { toyShop, toyShopRequest } from "../../shared/demo/toy-shop.ts";
import { stubs } from "./stub-functions.ts";

interface Document {
  openapi: string;
  info: { version: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, { responses?: Record<string, unknown> }>>;
  components: { schemas: Record<string, Record<string, unknown>> };
}

// What the server sends is JSON: undefined properties go, and nothing may be lost.
const document = JSON.parse(
  JSON.stringify(openApi(stubs, { version: "1.2.3", publicUrl: "https://plan.example" })),
) as Document;

/** Checks values against one of the document's schemas. */
function checker(name: string): (value: unknown) => boolean {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: "doc", components: document.components });
  return ajv.compile({ $ref: `doc#/components/schemas/${name}` });
}

describe("OpenAPI document", () => {
  it("is valid OpenAPI 3.1", async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document) as never);
    assert.ok(valid, JSON.stringify(errors, null, 1));
    assert.equal(document.openapi, "3.1.0");
  });

  it("has every address, with its methods and problems", () => {
    const methods = Object.entries(document.paths).map(
      ([path, item]) => `${Object.keys(item).filter((key) => key !== "parameters")} ${path}`,
    );
    assert.deepEqual(methods, [
      "get /health",
      "get /ready",
      "post /v1/compute",
      "post /v1/reorder",
      "post /v1/replay",
      "get,post /v1/models",
      "get,delete /v1/models/{name}",
      "put /v1/models/{name}/series",
      "get,delete /v1/jobs/{id}",
      "get /v1/jobs/{id}/events",
    ]);
    for (const status of ["400", "413", "415", "429", "503"])
      assert.ok(document.paths["/v1/compute"]!["post"]!.responses![status], status);
    assert.ok(document.paths["/v1/reorder"]!["post"]!.responses!["202"]);
  });

  it("carries the version and the public address", () => {
    assert.equal(document.info.version, "1.2.3");
    assert.equal(document.servers[0]!.url, "https://plan.example");
  });

  it("refers only to what it holds", () => {
    const text = JSON.stringify(document);
    const names = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name!);
    assert.ok(names.length > 10);
    for (const name of names) assert.ok(document.components.schemas[name], name);
  });

  it("takes every example of every function, and knows wrong calls", () => {
    const valid = checker("ComputeRequest");
    const call = (name: string, args: unknown): boolean => valid({ calls: [{ function: name, args }] });
    for (const { name, examples } of stubs) for (const { args } of examples) assert.ok(call(name, args), name);
    assert.ok(!call("HALF_OF", [-1]), "below its bound");
    assert.ok(!call("HALF_OF", []), "too few arguments");
    assert.ok(!call("HALF_OF", [1, 1, 1, 1]), "too many");
    assert.ok(!call("SMOOTH", [[1, 2, 3]]), "a flat list is no range");
    assert.ok(!call("NOTHING", [1]), "no such function");
  });

  it("knows results and errors apart", () => {
    const valid = checker("ComputeResponse");
    assert.ok(valid({ results: [{ value: 707.1 }, { value: [[1, "a"], [true, 2]] }] })); // prettier-ignore
    assert.ok(valid({ results: [{ error: { code: "#VALUE!", message: "demand: must be at least 0" } }] }));
    assert.ok(!valid({ results: [{ error: { code: "#REF!", message: "" } }] }));
    assert.ok(!valid({ results: [{ value: 1, error: { code: "#N/A", message: "" } }] }));
  });

  it("takes the toy shop's request, and one with nothing but what is needed", () => {
    const valid = checker("PlanRequest");
    assert.ok(valid(toyShopRequest(toyShop())));
    const item = { sku: "00123", on_hand: 1, lead_time_days: 14 };
    const least = { today: "2026-11-23", period: "week", items: [item], history: { "00123": [1, null] } };
    assert.ok(valid(least));
    assert.ok(!valid({ ...least, period: "year" }));
    assert.ok(valid({ ...least, settings: { fill_rate: 0.98 } }));
    for (const name of ["service_level", "fill_rate"]) {
      assert.ok(!valid({ ...least, items: [{ ...item, [name]: 1 }] }));
      assert.ok(!valid({ ...least, settings: { [name]: 1 } }));
    }
    assert.ok(!valid({ ...least, items: [{ sku: "00123", on_hand: 1 }] }), "no lead time");
  });

  it("says what every field of a request means", () => {
    const { PlanRequest } = document.components.schemas as Record<string, { properties: Record<string, never> }>;
    const undescribed = (schema: { properties: Record<string, { description?: string }> }): string[] =>
      Object.entries(schema.properties).flatMap(([name, property]) => (property.description ? [] : [name]));
    const { items, settings } = PlanRequest!.properties as unknown as Record<string, { items: never } & never>;
    for (const schema of [PlanRequest, items!["items"], settings]) assert.deepEqual(undescribed(schema as never), []);
  });
});
