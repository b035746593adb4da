import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { functionsMetadata } from "../../shared/define/metadata.ts";
import { functions } from "../../shared/functions/index.ts";

interface Published {
  readonly id: string;
  readonly name: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly optional?: boolean;
    readonly dimensionality: string;
  }[];
}

/** What shipped add-ins may still call: Excel keeps an old functions.json for a day, workbooks keep formulas for years. */
const published = JSON.parse(
  readFileSync(new URL("../golden/published-functions.json", import.meta.url), "utf8"),
) as Published[];

describe("a newer server", () => {
  const now = functionsMetadata(functions, { base: "https://localhost" }).functions;
  for (const { id, name, parameters } of published)
    it(`still answers ${name} as it was published`, () => {
      const found = now.find((f) => f.id === id);
      assert.ok(found, `${name} is gone`);
      assert.equal(found.name, name);
      parameters.forEach((parameter, i) => {
        assert.equal(found.parameters[i]?.name, parameter.name, "arguments keep their order");
        assert.equal(found.parameters[i]?.dimensionality, parameter.dimensionality);
        if (parameter.optional) assert.equal(found.parameters[i]?.optional, true, "optional arguments stay optional");
      });
      for (const added of found.parameters.slice(parameters.length))
        assert.equal(added.optional, true, "what is added is optional");
    });
});
