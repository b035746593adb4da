import assert from "node:assert/strict";
import fc from "fast-check";
import { evaluateCell } from "../../shared/define/evaluate.ts";
import { cellFunctions } from "../../shared/functions/cell.ts";
import { noFaults } from "../harness/faults.ts";

function answer(name: string, ...args: unknown[]): unknown {
  const outcome = evaluateCell(
    cellFunctions.find((each) => each.name === name)!,
    args,
    noFaults,
  );
  assert.ok("value" in outcome, JSON.stringify(outcome));
  return outcome.value;
}

/** Decimals of two places, as whole hundredths that add up exactly. */
const hundredths = fc.integer({ min: 0, max: 10_000_000 });
const decimal = (x: number): number => x / 100 + 0;

describe("answers of decimals", () => {
  it("are stock positions to the last digit", () => {
    fc.assert(
      fc.property(
        hundredths,
        fc.array(hundredths, { minLength: 1, maxLength: 8 }),
        hundredths,
        (onHand, orders, owed) => {
          const exact = orders.reduce((sum, x) => sum + x, onHand - owed);
          const rows = orders.map((x) => [1, decimal(x)]);
          assert.equal(answer("NET_POSITION", decimal(onHand), rows, decimal(owed)), decimal(exact));
        },
      ),
    );
  });

  it("are projected stocks to the last digit, 0 where all is sold", () => {
    assert.deepEqual(answer("PROJECTED_STOCK", 0.3, [[0.1, 0.1, 0.1]]), [[0.2, 0.1, 0]]);
    fc.assert(
      fc.property(hundredths, fc.array(hundredths, { minLength: 1, maxLength: 20 }), (onHand, demand) => {
        let exact = onHand;
        const path = demand.map((x) => decimal((exact -= x)));
        assert.deepEqual(answer("PROJECTED_STOCK", decimal(onHand), [demand.map(decimal)]), [path]);
      }),
    );
  });
});
