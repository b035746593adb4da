import assert from "node:assert/strict";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Outcome } from "../../shared/define/cells.ts";
import { ComputePool } from "../../server/compute/pool.ts";

const worker = path.join(path.dirname(fileURLToPath(import.meta.url)), "faulty-worker.mjs");
const calls = (...names: string[]): { function: string; args: unknown[] }[] =>
  names.map((name) => ({ function: name, args: [] }));
/** Outcomes come as JSON. */
const read = async (answer: Promise<readonly string[]>): Promise<Outcome[]> =>
  (await answer).map((json) => JSON.parse(json) as Outcome);
const textOf = (outcome: Outcome | undefined): string =>
  outcome && "error" in outcome ? outcome.error.message : "fine";

describe("the pool of worker threads", () => {
  let pool: ComputePool;
  const faults: string[] = [];
  before(() => {
    pool = new ComputePool({ threads: 2, callTimeout: 600, onFault: (text) => faults.push(text), worker });
  });
  after(() => pool.close());
  const compute = (...names: string[]): Promise<Outcome[]> =>
    read(pool.compute(calls(...names), new AbortController().signal));

  for (const [act, says] of [
    ["CRASH", /crashed/],
    ["THROW", /crashed/],
    ["HANG", /timed out after 0\.6 s/],
    ["NEVER", /timed out after 0\.6 s/],
  ] as const)
    it(`loses only the call that does ${act}`, async () => {
      const names = Array.from({ length: 30 }, (_, i) => (i === 7 || i === 20 ? act : "FINE"));
      const outcomes = await compute(...names);
      outcomes.forEach((outcome, i) => {
        if (names[i] === act) assert.match(textOf(outcome), says);
        else assert.deepEqual(outcome, { value: 1 }, `call ${i}: ${textOf(outcome)}`);
      });
    });

  it("goes on after a thread ran out of memory", async () => {
    const small = new ComputePool({ threads: 1, callTimeout: 30_000, onFault: (text) => faults.push(text), worker });
    try {
      const outcomes = await read(small.compute(calls("FINE", "MEMORY", "FINE"), new AbortController().signal));
      assert.deepEqual(
        outcomes.map(textOf).map((t) => t === "fine"),
        [true, false, true],
      );
    } finally {
      await small.close();
    }
  });

  it("gives up what is not done when cancelled, and answers every call", async () => {
    const controller = new AbortController();
    const answer = read(pool.compute(calls("FINE", "NEVER", "FINE", "NEVER", "NEVER"), controller.signal));
    setTimeout(() => controller.abort(new Error("cancelled")), 100);
    const outcomes = await answer;
    assert.equal(outcomes.length, 5);
    assert.ok(outcomes.filter((o) => textOf(o) === "cancelled").length >= 3, JSON.stringify(outcomes));
    assert.deepEqual(await compute("FINE"), [{ value: 1 }]);
  });

  // One thread, so that whoever waits depends on what becomes of it.
  const ENDS: Readonly<Record<string, (pool: ComputePool) => Promise<unknown>>> = {
    "is cancelled": (one) => {
      const gone = new AbortController();
      setTimeout(() => gone.abort(new Error("gone")), 100);
      return one.compute(calls("NEVER"), gone.signal);
    },
    "takes too long": (one) => one.compute(calls("HANG"), new AbortController().signal),
    crashes: (one) => one.compute(calls("CRASH"), new AbortController().signal),
    "fails outside its task": (one) => one.compute(calls("THROW"), new AbortController().signal),
    "runs out of memory": (one) => one.compute(calls("MEMORY"), new AbortController().signal),
  };
  for (const [way, end] of Object.entries(ENDS))
    it(`lets nobody wait for a thread that ${way}`, async () => {
      const one = new ComputePool({ threads: 1, callTimeout: 2000, onFault: () => undefined, worker });
      try {
        const ended = end(one);
        const others = await Promise.all(
          [1, 2, 3].map(() => read(one.compute(calls("FINE"), new AbortController().signal))),
        );
        assert.deepEqual(others, [[{ value: 1 }], [{ value: 1 }], [{ value: 1 }]]);
        await ended;
        assert.equal(one.waiting, 0);
      } finally {
        await one.close();
      }
    });

  it("logs what ended a thread", () => assert.ok(faults.some((text) => text.startsWith("CRASH ended its thread"))));
});
