import assert from "node:assert/strict";
import { messageOf, setUp, watch } from "./set-up.ts";

describe("cancelling calls", () => {
  it("drops a call that is cancelled before it is sent", async () => {
    const { clock, server, batcher } = setUp();
    const cells = [1, 2].map((i) => batcher.call("F", [i]));
    const seen = watch(cells);
    cells[0]!.cancel();
    await clock.advance(100);
    assert.deepEqual(
      server.requests.map((calls) => calls.map(({ args }) => args[0])),
      [[2]],
    );
    assert.equal(messageOf(seen[0]), "#N/A cancelled");
  });

  it("sends a shared call although one of its cells is cancelled", async () => {
    const { clock, batcher } = setUp();
    const cells = [1, 1].map((i) => batcher.call("F", [i]));
    const seen = watch(cells);
    cells[0]!.cancel();
    await clock.advance(100);
    assert.deepEqual(seen[1], { value: 1 });
  });

  it("drops a call that is cancelled while it waits for a free connection", async () => {
    const { clock, server, batcher } = setUp({ calls: 1, inFlight: 1 }, 1_000);
    const cells = [1, 2, 3].map((i) => batcher.call("F", [i]));
    await clock.advance(50);
    cells[1]!.cancel();
    await clock.advance(5_000);
    assert.deepEqual(
      server.requests.flat().map(({ args }) => args[0]),
      [1, 3],
    );
  });

  it("sends no second half when all is cancelled during the first", async () => {
    const { clock, server, batcher } = setUp({}, 1_000);
    server.next(() => ({ status: 413, body: "" }));
    const cells = [1, 2, 3, 4].map((i) => batcher.call("F", [i]));
    await clock.advance(1_500);
    for (const cell of cells) cell.cancel();
    await clock.advance(5_000);
    assert.deepEqual(
      server.requests.map((calls) => calls.length),
      [4, 2],
    );
  });

  it("aborts a request only when all its cells are cancelled", async () => {
    const { clock, server, batcher } = setUp({}, 1_000);
    const cells = [batcher.call("F", [1]), batcher.call("F", [1]), batcher.call("F", [2])];
    const seen = watch(cells);
    await clock.advance(50);
    cells[0]!.cancel();
    cells[2]!.cancel();
    assert.equal(server.aborted, 0);
    cells[1]!.cancel();
    await clock.advance(0);
    assert.equal(server.aborted, 1);
    assert.deepEqual(seen.map(messageOf), Array(3).fill("#N/A cancelled"));
    await clock.advance(10_000);
    assert.equal(server.requests.length, 1);
    assert.equal(clock.timers, 0);
  });

  it("keeps a call alive whose cell comes again before it is cancelled", async () => {
    const { clock, server, batcher } = setUp({}, 1_000);
    const before = batcher.call("F", [1]);
    await clock.advance(50);
    const after = batcher.call("F", [1]);
    before.cancel();
    const seen = watch([after]);
    await clock.advance(2_000);
    assert.deepEqual(seen, [{ value: 1 }]);
    assert.deepEqual([server.requests.length, server.aborted], [1, 0]);
  });

  it("asks again when a cell comes back after its request was aborted", async () => {
    const { clock, server, batcher } = setUp({}, 1_000);
    const before = batcher.call("F", [1]);
    await clock.advance(50);
    before.cancel();
    const seen = watch([batcher.call("F", [1])]);
    await clock.advance(2_000);
    assert.deepEqual(seen, [{ value: 1 }]);
    assert.deepEqual([server.requests.length, server.aborted], [2, 1]);
  });
});
