import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { evaluate } from "../../shared/define/evaluate.ts";
import { findFunction } from "../../shared/functions/index.ts";
import { assertClose } from "../harness/close.ts";
import { engines } from "../../server/engines/index.ts";
import { noFaults } from "../harness/faults.ts";

interface Case {
  readonly name: string;
  readonly expected: readonly number[];
  readonly tolerance: number;
  readonly lotwise: { readonly function: string; readonly args: readonly unknown[]; readonly output: string };
}

const { cases } = JSON.parse(readFileSync(new URL("../golden/inventory.json", import.meta.url), "utf8")) as {
  cases: Case[];
};

describe("golden inventory values", () => {
  for (const { name, expected, tolerance, lotwise } of cases) {
    const definition = findFunction(lotwise.function);
    if (!definition) {
      it.skip(`${name}: ${lotwise.function} is not there yet`);
      continue;
    }
    it(`${name}: ${lotwise.function}`, async () => {
      assert.equal(lotwise.output, "value = expected[0]");
      const outcome = await evaluate(definition, lotwise.args, engines, noFaults);
      assert.ok("value" in outcome, JSON.stringify(outcome));
      assertClose(outcome.value, expected[0], tolerance, name);
    });
  }
});
