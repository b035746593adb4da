import assert from "node:assert/strict";
import { fillDisk } from "../harness/disk.ts";
import { noTmpfs } from "../harness/tmpfs.ts";

describe("a disk that is nearly full at random moments", function () {
  this.timeout(300_000);
  it("costs no acknowledged job, says so to whoever submits one, and heals by itself", async function () {
    const result = await fillDisk(5, 1);
    if (!result) {
      this.test!.title += ` (skipped: ${noTmpfs})`;
      this.skip();
    }
    const { acknowledged, refused, unclear, done, others } = result;
    assert.deepEqual({ unclear, others }, { unclear: [], others: [] });
    assert.equal(done, acknowledged);
    assert.ok(refused > 0 && acknowledged > 5, `${refused} refused, ${acknowledged} acknowledged`);
  });
});
