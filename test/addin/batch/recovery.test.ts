import assert from "node:assert/strict";
import { createRecovery } from "../../../addin/batch/recovery.ts";
import { fakeClock } from "../../harness/fake-clock.ts";

function setUp() {
  const clock = fakeClock();
  const seen = { well: false, looks: [] as number[], calculations: 0 };
  const start = clock.now();
  const recovery = createRecovery({
    clock,
    healthy: async () => {
      seen.looks.push((clock.now() - start) / 1000);
      return seen.well;
    },
    calculateAgain: async () => {
      seen.calculations++;
      throw new Error("the workbook takes no calculation now");
    },
  });
  return { clock, recovery, seen };
}

describe("recovery", () => {
  it("looks for the server ever less often, and calculates once when it is back", async () => {
    const { clock, recovery, seen } = setUp();
    for (let i = 0; i < 50; i++) recovery.unanswered();
    await clock.advance(100_000);
    assert.deepEqual(seen.looks, [5, 15, 35, 75]);
    seen.well = true;
    await clock.advance(1_000_000);
    assert.equal(seen.calculations, 1);
    assert.equal(clock.timers, 0);
  });

  it("is quick again after an answer, and slow while none comes", async () => {
    const { clock, recovery, seen } = setUp();
    seen.well = true;
    recovery.unanswered();
    await clock.advance(5_000);
    recovery.unanswered();
    await clock.advance(9_000);
    assert.deepEqual(seen.looks, [5]);
    await clock.advance(1_000);
    recovery.answered();
    recovery.unanswered();
    await clock.advance(5_000);
    assert.deepEqual(seen.looks, [5, 15, 20]);
  });
});
