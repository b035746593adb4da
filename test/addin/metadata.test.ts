import assert from "node:assert/strict";
import { defineServer } from "../../shared/define/define.ts";
import { functionsMetadata } from "../../shared/define/metadata.ts";
import { choice, history, number, optional, withDefault } from "../../shared/define/parameters.ts";
import { functions } from "../../shared/functions/index.ts";
import { faultsOfName } from "./excel-names.ts";

const BASE = "https://lotwise.example.com";

describe("functions.json", () => {
  const metadata = functionsMetadata(functions, { base: BASE });

  it("says of a definition what Excel needs", () => {
    const definition = defineServer({
      name: "TRY_OUT",
      category: "Stock",
      summary: "Tries out.",
      returns: "A row.",
      source: "none",
      spills: true,
      parameters: {
        past: history({ doc: "Demand, oldest first." }),
        cost: number({ doc: "Cost of an order.", unit: "money per order", min: 0 }),
        kind: withDefault(choice(["one", "two"], { doc: "Which." }), "two"),
        more: optional(number({ doc: "More units.", unit: "units" })),
      },
      examples: [{ says: "one", args: [], answer: 1, source: "none" }],
      compute: () => 1,
    });
    assert.deepEqual(functionsMetadata([definition], { base: BASE }).functions, [
      {
        id: "TRYOUT",
        name: "TRY_OUT",
        description: "Tries out.",
        helpUrl: "https://lotwise.example.com/docs/TRY_OUT",
        parameters: [
          { name: "past", description: "Demand, oldest first.", type: "any", dimensionality: "matrix" },
          {
            name: "cost",
            description: "Cost of an order. Unit: money per order.",
            type: "number",
            dimensionality: "scalar",
          },
          {
            name: "kind",
            description: "Which. Default two.",
            type: "string",
            dimensionality: "scalar",
            optional: true,
            customEnumId: "KIND",
          },
          { name: "more", description: "More units.", type: "number", dimensionality: "scalar", optional: true },
        ],
        result: { type: "any", dimensionality: "matrix" },
        options: { cancelable: true },
      },
    ]);
  });

  it("offers the words of every choice, each list once, by names that a program could write", () => {
    const { enums = [] } = metadata;
    assert.equal(new Set(enums.map(({ id }) => id)).size, enums.length);
    for (const { id, values } of enums) {
      assert.match(id, /^[A-Z][A-Z0-9_.]{2,63}$/);
      assert.ok(values.length > 0 && values.every(({ name }) => /^[A-Za-z]\w*$/.test(name)), id);
    }
    for (const definition of functions) {
      const { parameters } = metadata.functions.find(({ name }) => name === definition.name)!;
      for (const { name, customEnumId } of parameters) {
        const words = definition.parameters[name]!.schema["enum"];
        const offered = enums.find(({ id }) => id === customEnumId)?.values.map(({ stringValue }) => stringValue);
        assert.deepEqual(offered, words, `${definition.name} ${name}`);
      }
    }
    assert.ok(enums.length > 5);
  });

  it("lets errors and data types into ranges", () => {
    assert.equal(metadata.allowErrorForDataTypeAny, true);
    assert.equal(metadata.allowCustomDataForDataTypeAny, true);
  });

  it("has ids that are letters and digits, each once", () => {
    const ids = metadata.functions.map(({ id }) => id);
    for (const id of ids) assert.match(id, /^[A-Z][A-Z0-9]+$/);
    assert.equal(new Set(ids).size, ids.length);
  });

  for (const { name, description, helpUrl, parameters } of metadata.functions)
    it(`describes ${name} within Excel's rules`, () => {
      assert.deepEqual(faultsOfName(name), []);
      assert.ok(description.length > 0 && description.length <= 255, description);
      assert.equal(new URL(helpUrl).origin, BASE);
      for (const parameter of parameters) {
        assert.match(parameter.name, /^[a-z][a-z0-9_]*$/);
        assert.ok(parameter.description.length > 0 && parameter.description.length <= 255, parameter.description);
      }
      const firstOptional = parameters.findIndex((parameter) => parameter.optional);
      const optionals = firstOptional < 0 ? [] : parameters.slice(firstOptional);
      assert.ok(
        optionals.every((parameter) => parameter.optional),
        "an optional parameter before a required one",
      );
    });
});

describe("names of worksheet functions", () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ["EOQ", undefined],
    ["FORECAST_ETS", undefined],
    ["ABC", undefined],
    ["EOQ1", "EOQ1 is a cell reference"],
    ["ROP2", "ROP2 is a cell reference"],
    ["ZZZ1", undefined],
    ["EO", "EO has fewer than three characters"],
    ["R1C1", "R1C1 is a row-and-column reference"],
    ["FORECAST", "FORECAST is built into Excel"],
    ["Eoq", "Eoq is not upper-case letters, digits and underscores, a letter first"],
    ["_EOQ", "_EOQ is not upper-case letters, digits and underscores, a letter first"],
  ];
  for (const [name, fault] of cases)
    it(`${name}: ${fault ?? "is legal"}`, () => assert.deepEqual(faultsOfName(name), fault ? [fault] : []));
});
