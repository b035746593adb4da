import assert from "node:assert/strict";
import { startServer, type RunningServer } from "../harness/server.ts";
import { agree, readSnapshot, takeSnapshot } from "./snapshot.ts";

/** Every so many calls: `npm run snapshot` compares them all, and the plans, to the bit. */
const STEP = 9;
/** Elementary functions may differ in the last bits from one release of Node to the next. */
const TOLERANCE = 1e-6;

describe("answers kept", () => {
  let server: RunningServer;
  before(async () => {
    server = await startServer();
  });
  after(() => server.close());

  it("are those that the server gives", async function () {
    this.timeout(240_000);
    const kept = readSnapshot();
    const answers = await takeSnapshot(server, { step: STEP, plans: false });
    assert.ok(answers.size > 100);
    const moved = [...answers].filter(([key, answer]) => !agree(answer, kept.get(key), TOLERANCE));
    assert.deepEqual(
      moved.map(([key]) => key),
      [],
      "answers moved: `npm run snapshot` lists them all, `npm run snapshot -- --write` keeps them",
    );
  });
});
