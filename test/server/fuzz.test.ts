import assert from "node:assert/strict";
import { fuzz } from "../harness/fuzz/fuzz.ts";
import { startProcess } from "../harness/process.ts";

describe("requests that nobody should send", function () {
  this.timeout(180_000);
  it("get no answer but what they may, and nothing of our insides", async () => {
    const server = await startProcess();
    try {
      // `npm run test:long -- fuzz` has as many as there is time for.
      const { faults, requests, statuses } = await fuzz(server, 800, 1);
      assert.deepEqual(faults, []);
      assert.equal(requests, 800);
      assert.ok(statuses[200]! > 200 && statuses[400]! > 50, JSON.stringify(statuses));
      assert.equal(server.ended, false);
    } finally {
      await server.stop();
    }
  });
});
