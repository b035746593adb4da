import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { pino } from "pino";
import { defaultLimits, type JobHandler } from "../../server/jobs/job.ts";
import { startRun } from "../../server/jobs/run.ts";
import type { Answer, Database, Queries, Row } from "../../server/storage/database.ts";
import { quick } from "./quick.ts";

/** Runs one job on a database that only keeps how it ended. */
async function endOf(handler: JobHandler, idleMs: number): Promise<readonly unknown[]> {
  let end: readonly unknown[] = [];
  const queries: Queries = {
    query: <R = Row>(sql: string, params: readonly unknown[] = []) => {
      if (/SET status = \$3/.test(sql)) end = params.slice(2);
      const rows = /SELECT input/.test(sql) ? [{ input: "{}" }] : [];
      return Promise.resolve({ rows, rowCount: 1 } as unknown as Answer<R>);
    },
    exec: () => Promise.resolve(),
  };
  const database: Database = {
    ...queries,
    exclusive: true,
    transaction: (work) => work(queries),
    close: () => Promise.resolve(),
  };
  const run = startRun({
    database,
    job: { id: "a", kind: "any" },
    worker: "w",
    handler,
    limits: { ...defaultLimits, ...quick, idleMs },
    log: pino({ level: "silent" }),
    changed: () => undefined,
  });
  await run.ended;
  return end;
}

describe("a job that stands still", () => {
  it("is ended, and told to end, though its process beats", async () => {
    let told: AbortSignal | undefined;
    const [status, error] = await endOf((_input, { signal, progress }) => {
      told = signal;
      // The same again is no progress.
      const beat = setInterval(() => progress(0.5, "half-way"), 20);
      return new Promise((_resolve, reject) =>
        signal.addEventListener("abort", () => {
          clearInterval(beat);
          reject(signal.reason as Error);
        }),
      );
    }, 300);
    assert.equal(status, "failed");
    assert.match(String(error), /made no progress for 1 minute, so it was ended\. Ask for less at once\./);
    assert.equal(told?.aborted, true);
  });

  it("is not one that goes on slowly", async () => {
    const [status] = await endOf(async (_input, { progress }) => {
      for (let i = 0; i < 6; i++) {
        progress(i / 6);
        await sleep(500);
      }
      return "done";
    }, 2000);
    assert.equal(status, "done");
  });
});
