import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { evaluate } from "../../shared/define/evaluate.ts";
import { findFunction } from "../../shared/functions/index.ts";
import { engines } from "../../server/engines/index.ts";
import { noFaults } from "../harness/faults.ts";

/** A worksheet call and its whole answer; null is a cell the reference says nothing about. */
interface Call {
  readonly function: string;
  readonly args: readonly unknown[];
  readonly answer: unknown;
  /** Relative; whole numbers must be exact. */
  readonly tolerance: number;
}

interface Case {
  readonly name: string;
  readonly function: string;
  readonly args: readonly unknown[];
  readonly expected: readonly unknown[];
  readonly lotwise: readonly Call[];
}

const { cases } = JSON.parse(readFileSync(new URL("../golden/inventory.json", import.meta.url), "utf8")) as {
  cases: Case[];
};

async function answerOf(call: Call): Promise<unknown> {
  const definition = findFunction(call.function);
  assert.ok(definition, `${call.function} is missing`);
  const outcome = await evaluate(definition, call.args, engines, noFaults);
  assert.ok("value" in outcome, JSON.stringify(outcome));
  return outcome.value;
}

function assertAgrees(actual: unknown, expected: unknown, tolerance: number, says: string): void {
  if (expected === null) return;
  if (Array.isArray(expected)) {
    assert.ok(Array.isArray(actual) && actual.length === expected.length, `${says}: got ${JSON.stringify(actual)}`);
    expected.forEach((cell, i) => assertAgrees(actual[i], cell, tolerance, `${says}[${i}]`));
  } else if (typeof expected === "number" && typeof actual === "number")
    assert.ok(
      Math.abs(actual - expected) <= tolerance * Math.abs(expected) + 1e-12,
      `${says}: ${actual}, not ${expected}`,
    );
  else assert.equal(actual, expected, says);
}

describe("golden inventory values", () => {
  for (const { name, lotwise } of cases)
    it(`${name}: ${[...new Set(lotwise.map((call) => call.function))].join(", ")}`, async () => {
      for (const call of lotwise)
        assertAgrees(
          await answerOf(call),
          call.answer,
          call.tolerance,
          `${call.function}(${JSON.stringify(call.args)})`,
        );
    });

  it("reaches every function of the reference it names", () =>
    assert.ok(cases.length > 100 && cases.every(({ lotwise }) => lotwise.length > 0)));
});

describe("joint replenishment", () => {
  for (const { name, args, expected, lotwise } of cases.filter((c) => c.function.startsWith("joint_replenishment")))
    it(`is never dearer than Silver's heuristic: ${name}`, async () => {
      const [major, minor, holding, demand] = args as [number, number[], number[], number[]];
      const rows = (await answerOf(lotwise[0]!)) as [number, number, number][];
      const cycle = rows[0]![1];
      let cost = major / cycle;
      rows.forEach(([quantity, , multiple], i) => {
        assert.ok(Number.isInteger(multiple) && Math.abs(quantity / (multiple * cycle * demand[i]!) - 1) < 1e-12);
        cost += minor[i]! / (multiple * cycle) + (holding[i]! * quantity) / 2;
      });
      assert.ok(cost <= (expected.at(-1) as number) * (1 + 1e-9), `${cost}`);
    });
});
