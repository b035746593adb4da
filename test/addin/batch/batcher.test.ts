import assert from "node:assert/strict";
import fc from "fast-check";
import { createBatcher, type Waiting } from "../../../addin/batch/batcher.ts";
import { LIMITS } from "../../../addin/batch/limits.ts";
import { answering } from "../../harness/excel/compute-server.ts";
import { fakeClock } from "../../harness/fake-clock.ts";
import { messageOf, ORIGIN, setUp, watch } from "./set-up.ts";

describe("batcher", () => {
  it("sends a recalculation as one request, and each cell its own answer", async () => {
    const { clock, server, batcher } = setUp();
    const seen = watch(Array.from({ length: 2_000 }, (_, i) => batcher.call("F", [i])));
    await clock.advance(100);
    assert.equal(server.requests.length, 1);
    assert.deepEqual(
      seen,
      Array.from({ length: 2_000 }, (_, i) => ({ value: i })),
    );
    assert.equal(clock.timers, 0);
  });

  it("joins what comes in one go, without a timer, and gathers the rest while all connections are taken", async () => {
    const { clock, server, batcher } = setUp({ inFlight: 2 });
    for (let i = 0; i < 20; i++) {
      batcher.call("F", [i]);
      batcher.call("F", [i + 100]);
      await clock.advance(5);
    }
    await clock.advance(100);
    assert.deepEqual(
      server.requests.slice(0, 2).map((calls) => calls.length),
      [2, 2],
    );
    assert.ok(server.requests.length <= 12, `${server.requests.length} requests`);
    assert.equal(server.requests.flat().length, 40);
  });

  it("asks identical calls once, also while the first is under way and after it was answered", async () => {
    const { clock, server, batcher } = setUp();
    const cells = [batcher.call("F", [1]), batcher.call("F", [1]), batcher.call("F", [[1]])];
    await clock.advance(15);
    cells.push(batcher.call("F", [1]));
    const seen = watch(cells);
    await clock.advance(100);
    seen.push(...watch([batcher.call("F", [1])]));
    await clock.advance(100);
    assert.deepEqual(
      server.requests.map((calls) => calls.map(({ args }) => args[0])),
      [[1, [1]]],
    );
    assert.deepEqual(batcher.known("F", [1]), 1);
    assert.equal(batcher.known("F", [2]), undefined);
  });

  it("asks a call without arguments anew each time: it is about how things stand", async () => {
    const { clock, server, batcher } = setUp();
    let models = 0;
    server.behave(answering(() => ({ value: ++models })));
    for (const expected of [1, 2]) {
      const seen = watch([batcher.call("MODELS", []), batcher.call("MODELS", [])]);
      await clock.advance(100);
      assert.deepEqual(seen, [{ value: expected }, { value: expected }]);
    }
    assert.equal(batcher.known("MODELS", []), undefined);
  });

  it("doesn't remember errors", async () => {
    const { clock, server, batcher } = setUp();
    server.next(answering(() => ({ error: { code: "#N/A", message: "no model yet" } })));
    const first = watch([batcher.call("F", [1])]);
    await clock.advance(100);
    assert.equal(messageOf(first[0]), "#N/A no model yet");
    const second = watch([batcher.call("F", [1])]);
    await clock.advance(100);
    assert.deepEqual(second, [{ value: 1 }]);
  });

  it("splits by bytes and by calls, with a bounded number under way", async () => {
    const { clock, server, batcher } = setUp({ bytes: 1_000, calls: 10, inFlight: 2 });
    const long = "x".repeat(300);
    const seen = watch(Array.from({ length: 40 }, (_, i) => batcher.call("F", i < 20 ? [i] : [i, long])));
    await clock.advance(15);
    assert.equal(server.requests.length, 2);
    await clock.advance(1_000);
    assert.ok(server.largest <= 1_000);
    assert.ok(server.requests.every((calls) => calls.length <= 10));
    assert.deepEqual(
      seen,
      Array.from({ length: 40 }, (_, i) => ({ value: i })),
    );
  });

  it("tells a call that no request could carry what to do", async () => {
    const { clock, server, batcher } = setUp({ bytes: 1_000 });
    const seen = watch([batcher.call("FORECAST_ETS", ["x".repeat(1_000)]), batcher.call("F", [2])]);
    await clock.advance(100);
    assert.equal(
      messageOf(seen[0]),
      "#VALUE! FORECAST_ETS: the arguments are over 0.001 MB, the most one call may carry; give it a shorter range, such as B2:B200 in place of a whole column",
    );
    assert.deepEqual(seen[1], { value: 2 });
    assert.equal(server.requests.length, 1);
  });

  it("halves a request that the server finds too large", async () => {
    const { clock, server, batcher } = setUp();
    const answer = answering(({ args }) => ({ value: args[0] as number }));
    server.behave((calls, body) => (calls.length > 3 ? { status: 413, body: "{}" } : answer(calls, body)));
    const seen = watch(Array.from({ length: 10 }, (_, i) => batcher.call("F", [i])));
    await clock.advance(1_000);
    assert.deepEqual(
      seen,
      Array.from({ length: 10 }, (_, i) => ({ value: i })),
    );
  });

  it("blames the arguments when the server finds even one call too large", async () => {
    const { clock, server, batcher } = setUp();
    server.behave((calls, body) =>
      calls.some(({ args }) => args[0] === 2)
        ? { status: 413, body: "" }
        : answering(() => ({ value: 0 }))(calls, body),
    );
    const seen = watch([1, 2, 3].map((i) => batcher.call("F", [i])));
    await clock.advance(1_000);
    assert.deepEqual(seen[0], { value: 0 });
    assert.match(messageOf(seen[1]) ?? "", /^#VALUE! F: the arguments are larger than Lotwise's server accepts/);
    assert.deepEqual(seen[2], { value: 0 });
  });

  it("says how to start the server when none answers, after a few tries", async () => {
    const { clock, server, batcher } = setUp();
    server.behave(() => "no connection");
    const seen = watch([batcher.call("F", [1]), batcher.call("F", [2])]);
    await clock.advance(5_000);
    const down =
      "#N/A Lotwise's server does not answer at https://localhost:3443: start it with npm start; the cells then follow by themselves";
    assert.deepEqual(seen.map(messageOf), [down, down]);
    assert.equal(server.requests.length, LIMITS.attempts);
  });

  it("recovers when the server comes back between tries", async () => {
    const { clock, server, batcher } = setUp();
    server.next(
      () => "no connection",
      () => ({ status: 502, body: "<html>" }),
    );
    const seen = watch([batcher.call("F", [1])]);
    await clock.advance(5_000);
    assert.deepEqual(seen, [{ value: 1 }]);
  });

  for (const status of [429, 503]) {
    it(`tries again after ${status} when Retry-After says, and no sooner`, async () => {
      const { clock, server, batcher } = setUp();
      server.next(() => ({ status, headers: { "retry-after": "7" }, body: "{}" }));
      const seen = watch([batcher.call("F", [1])]);
      await clock.advance(7_000);
      assert.equal(server.requests.length, 1);
      await clock.advance(1_000);
      assert.deepEqual(seen, [{ value: 1 }]);
    });

    it(`gives up on ${status} in time, without a storm`, async () => {
      const { clock, server, batcher } = setUp();
      server.behave(() => ({ status, headers: { "retry-after": "0" }, body: "{}" }));
      const seen = watch([batcher.call("F", [1])]);
      await clock.advance(LIMITS.timeoutMs + 1_000);
      assert.match(messageOf(seen[0]) ?? "", /^#N\/A Lotwise's server .* is too busy|^#N\/A no answer/);
      assert.ok(server.requests.length < 20, `${server.requests.length} requests`);
    });
  }

  it("gives up on a silent server after 55 seconds and aborts the request", async () => {
    const { clock, server, batcher } = setUp();
    server.behave(() => "never");
    const seen = watch([batcher.call("F", [1])]);
    await clock.advance(54_000);
    assert.deepEqual(seen, [undefined]);
    await clock.advance(1_500);
    assert.match(messageOf(seen[0]) ?? "", /^#N\/A no answer from https:\/\/localhost:3443 within 55 seconds/);
    assert.equal(server.aborted, 1);
  });

  it("doesn't wait on a transport that ignores being aborted", async () => {
    const clock = fakeClock();
    const batcher = createBatcher({ origin: ORIGIN, fetch: () => new Promise(() => undefined), clock });
    const seen = watch([batcher.call("F", [1])]);
    await clock.advance(56_000);
    assert.match(messageOf(seen[0]) ?? "", /no answer/);
  });

  it("counts the wait for a free connection into the 55 seconds", async () => {
    const { clock, server, batcher } = setUp({ calls: 1, inFlight: 1 });
    server.behave(() => "never");
    const seen = watch([1, 2, 3].map((i) => batcher.call("F", [i])));
    await clock.advance(56_000);
    for (const outcome of seen) assert.match(messageOf(outcome) ?? "", /no answer/);
  });

  const faults: readonly (readonly [string, number, string, RegExp])[] = [
    ["an HTML page", 200, "<!doctype html><p>Sign in to the proxy</p>", /is not Lotwise's server/],
    ["half a JSON text", 200, '{"results":[{"value":', /damaged \(it is not JSON\)/],
    ["too few results", 200, '{"results":[{"value":1}]}', /damaged \(1 results for 2 calls\)/],
    ["a refusal with a reason", 400, '{"detail":"calls: must be a list"}', /\(HTTP 400\): calls: must be a list$/],
    ["a refusal without one", 500, "<h1>Oops</h1>", /refused the request \(HTTP 500\)$/],
  ];
  for (const [what, status, body, says] of faults)
    it(`gives every cell a message on ${what}, and asks once`, async () => {
      const { clock, server, batcher } = setUp();
      server.behave(() => ({ status, body }));
      const seen = watch([batcher.call("F", [1]), batcher.call("F", [2])]);
      await clock.advance(1_000);
      for (const outcome of seen) assert.match(messageOf(outcome) ?? "", says);
      assert.equal(server.requests.length, 1);
    });

  it("leaves nothing waiting, whatever the server and the cells do", async () => {
    const behaviours = fc.array(
      fc.constantFrom<"ok" | "none" | "never" | "html" | "short" | 413 | 429 | 503 | 500>(
        "ok",
        "none",
        "never",
        "html",
        "short",
        413,
        429,
        503,
        500,
      ),
      { maxLength: 12 },
    );
    const steps = fc.array(
      fc.record({ key: fc.integer({ min: 0, max: 5 }), wait: fc.integer({ min: 0, max: 300 }), cancel: fc.boolean() }),
      { minLength: 1, maxLength: 15 },
    );
    await fc.assert(
      fc.asyncProperty(behaviours, steps, async (script, calls) => {
        const { clock, server, batcher } = setUp({ calls: 2, inFlight: 2 }, 100);
        const right = answering(({ args }) => ({ value: args[0] as number }));
        for (const kind of script)
          server.next((asked, body) => {
            if (kind === "ok") return right(asked, body);
            if (kind === "none") return "no connection";
            if (kind === "never") return "never";
            if (kind === "html") return { body: "<html>" };
            if (kind === "short") return { body: '{"results":[]}' };
            return { status: kind, body: "{}" };
          });
        const cells: Waiting[] = [];
        for (const { key, wait, cancel } of calls) {
          const cell = batcher.call("F", [key]);
          cells.push(cell);
          await clock.advance(wait);
          if (cancel) cells[Math.floor(cells.length / 2)]!.cancel();
        }
        const seen = watch(cells);
        await clock.advance(120_000);
        seen.forEach((outcome, i) => {
          assert.ok(outcome, `cell ${i} still waits`);
          if ("value" in outcome) assert.equal(outcome.value, calls[i]!.key);
          else assert.ok(outcome.error.message.length > 0);
        });
        assert.equal(clock.timers, 0);
      }),
      { numRuns: 60 },
    );
  });
});
