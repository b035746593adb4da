import assert from "node:assert/strict";
import type { CellFunction, FunctionDefinition } from "../../shared/define/define.ts";
import { evaluateCell } from "../../shared/define/evaluate.ts";
import { functions } from "../../shared/functions/index.ts";

/** What a blank cell is to an argument of one value on Excel's desktop; on the web it is null. */
const DESKTOP: Readonly<Record<string, unknown>> = { number: 0, string: "", boolean: false, any: 0 };

/**
 * Where 0 is a choice of its own, which nothing may take for a blank: no review period, a demand that never varies, a
 * course of its own, nothing in stock, what costs nothing.
 */
const ZERO_IS_MEANT: readonly string[] = [
  "ALLOCATE shortage_cost",
  "MIN_MAX order_cost",
  "MIN_MAX review_period",
  "POLICY_LEARNED demand_sd",
  "POLICY_MDP demand_sd",
  "REORDER review_period",
  "SIMULATE opening_stock",
  "SIMULATE seed",
  "SS_HORIZON end_holding_cost",
  "SS_HORIZON end_shortage_cost",
  "SS_POLICY demand_sd",
];

/** Rules of a supplier: 0 is none, as their help says. */
const ZERO_IS_NONE: readonly string[] = ["moq", "multiple", "maximum"];

/** What a body gets of one optional argument when Excel passes `given`. */
function read({ parameters, ...rest }: FunctionDefinition, name: string, given: unknown): unknown {
  let got: unknown;
  const compute = (args: Readonly<Record<string, unknown>>): number => {
    got = args[name];
    return 0;
  };
  const alone = { ...rest, parameters: { [name]: parameters[name]! }, compute } as unknown as CellFunction;
  assert.ok("value" in evaluateCell(alone, [given], String), `${rest.name} ${name} refuses ${JSON.stringify(given)}`);
  return got;
}

describe("a blank cell given for an optional argument", () => {
  const cases = functions.flatMap((definition) =>
    Object.entries(definition.parameters)
      .filter(([name, { optional, shape }]) => optional && shape === "scalar" && !ZERO_IS_NONE.includes(name))
      .map(([name, { type }]) => ({ definition, name, type })),
  );

  it("is the same on the desktop and on the web, for every function", () => {
    const different = cases.filter(
      ({ definition, name, type }) => read(definition, name, DESKTOP[type]) !== read(definition, name, null),
    );
    assert.ok(cases.length > 100);
    assert.deepEqual(different.map(({ definition, name }) => `${definition.name} ${name}`).sort(), ZERO_IS_MEANT);
  });
});
