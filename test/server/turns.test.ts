import assert from "node:assert/strict";
import { Turns } from "../../server/compute/turns.ts";

const never = new AbortController().signal;
const later = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("turns at the threads", () => {
  it("lets so many in at a time, cells before work, else in order", async () => {
    const turns = new Turns(1);
    const order: string[] = [];
    const done = [
      ["first", "work"],
      ["work 1", "work"],
      ["work 2", "work"],
      ["cell", "cells"],
    ].map(([name, lane]) =>
      turns.take(lane as "work" | "cells", never, async () => {
        order.push(name!);
        await later();
      }),
    );
    assert.equal(turns.waiting, 3);
    await Promise.all(done);
    assert.deepEqual(order, ["first", "cell", "work 1", "work 2"]);
  });

  it("gives the turn on when the work fails, and takes who leaves out of the line", async () => {
    const turns = new Turns(1);
    const gone = new AbortController();
    const failing = turns.take("work", never, async () => {
      await later();
      throw new Error("no");
    });
    const leaving = turns.take("work", gone.signal, () => Promise.resolve("never"));
    const staying = turns.take("work", never, () => Promise.resolve("here"));
    gone.abort(new Error("gone"));
    await assert.rejects(leaving, /gone/);
    await assert.rejects(failing, /no/);
    assert.equal(await staying, "here");
    assert.equal(await turns.take("cells", never, () => Promise.resolve("again")), "again");
    await assert.rejects(
      turns.take("cells", gone.signal, () => Promise.resolve("no")),
      /gone/,
    );
  });
});
