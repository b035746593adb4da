import assert from "node:assert/strict";
import { evaluateCell } from "../../shared/define/evaluate.ts";
import { cellFunctions } from "../../shared/functions/cell.ts";
import { findFunction } from "../../shared/functions/index.ts";
import { noFaults } from "../harness/faults.ts";

const NEVER_A_CELL = { toString: 1, valueOf: 2 };
const EXTREMES = [Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE, 1e300, 1e-300];

/** The arguments with each in turn, and the first cell of each range, replaced. */
function* replaced(args: readonly unknown[], by: unknown): Generator<unknown[]> {
  for (const [i, arg] of args.entries()) {
    yield args.map((each, k) => (k === i ? by : each));
    if (Array.isArray(arg) && Array.isArray(arg[0]))
      yield args.map((each, k) => (k === i ? [[by, ...(arg[0] as unknown[]).slice(1)], ...arg.slice(1)] : each));
  }
}

describe("a worksheet function that is given what nobody should", () => {
  for (const { name, examples } of cellFunctions)
    it(`is never at fault itself: ${name}`, () => {
      const definition = findFunction(name)!;
      if (definition.runs !== "cell") throw new Error(`${name} is no function of the cell`);
      for (const by of [NEVER_A_CELL, ...EXTREMES])
        for (const { args } of examples)
          for (const given of replaced(args, by)) evaluateCell(definition, given, noFaults);
    });

  it("says where an object stands for a cell", () => {
    const definition = findFunction("RECONCILE");
    assert.ok(definition);
    const labels = definition.parameters["hierarchy"]!;
    assert.throws(
      () => labels.read([["North"], [NEVER_A_CELL]]),
      /row 2 must be text, a number, TRUE, FALSE or blank; got an object/,
    );
  });
});
