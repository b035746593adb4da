import assert from "node:assert/strict";
import { Ajv2020 } from "ajv/dist/2020.js";
import { XMLValidator } from "fast-xml-parser";
import { functionPage } from "../../server/http/docs/function-page.ts";
import { indexPage } from "../../server/http/docs/index-page.ts";
import { openApi } from "../../server/http/openapi.ts";
import { functions } from "../../shared/functions/index.ts";

const site = { base: "", functions };
const asXml = (page: string): string => page.replace("<!doctype html>", "").replace(/ (hidden|defer)(?=[\s>])/g, "");

describe("reference of every function", () => {
  it("lists them all", () => {
    const text = indexPage(site, "");
    for (const { name } of functions) assert.ok(text.includes(`href="/docs/${name}"`), name);
    assert.equal(XMLValidator.validate(asXml(text)), true);
  });

  for (const definition of functions)
    it(`has a sound page for ${definition.name}`, () => {
      const text = functionPage(site, definition);
      assert.equal(XMLValidator.validate(asXml(text)), true);
      for (const name of Object.keys(definition.parameters)) assert.ok(text.includes(`id="argument-${name}"`), name);
      assert.equal(text.split('<article class="example">').length, definition.examples.length + 1);
      assert.doesNotMatch(text, /undefined|\[object|NaN/);
    });

  it("sends its examples as the OpenAPI document says", () => {
    const { components } = JSON.parse(
      JSON.stringify(openApi(functions, { version: "0", publicUrl: "http://localhost" })),
    ) as Record<string, object>;
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: "doc", components });
    for (const { name, examples } of functions) {
      const valid = ajv.compile({ $ref: `doc#/components/schemas/Call_${name}` });
      for (const { args, says } of examples)
        assert.ok(valid({ function: name, args }), `${name}, ${says}: ${ajv.errorsText(valid.errors)}`);
    }
  });
});
