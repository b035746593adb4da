import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { kills, type Victim } from "../harness/kills/kills.ts";
import { noPostgres } from "../harness/postgres.ts";

/** As many as a few seconds allow; `npm run test:long -- kills` has more, further apart. */
const COUNTS: Readonly<Record<Victim, number>> = { process: 6, thread: 16, postgres: 10 };

describe("jobs that plan, train and store, while their server is killed at random moments", function () {
  this.timeout(600_000);
  for (const victim of Object.keys(COUNTS) as Victim[])
    it(`are neither lost nor wrong: ${victim}`, async function () {
      const folder = mkdtempSync(path.join(tmpdir(), "lotwise-kills-"));
      try {
        const result = await kills({ victim, count: COUNTS[victim], seed: 1, folder, apartMs: 400 });
        if (result === undefined) {
          this.test!.title += ` (skipped: ${noPostgres})`;
          this.skip();
        }
        const { acknowledged, done, lost, failed, wrong } = result;
        assert.ok(acknowledged >= COUNTS[victim], `${acknowledged} acknowledged`);
        assert.deepEqual({ lost, failed, wrong }, { lost: 0, failed: 0, wrong: 0 });
        assert.equal(done, acknowledged);
      } finally {
        rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
      }
    });
});
