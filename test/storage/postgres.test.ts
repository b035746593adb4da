import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { pino } from "pino";
import { createJobs, type Jobs } from "../../server/jobs/jobs.ts";
import { StorageError } from "../../server/storage/errors.ts";
import { openPostgres } from "../../server/storage/postgres.ts";
import { noPostgres, startPostgres, type TestPostgres } from "../harness/postgres.ts";
import { handlers } from "../jobs/handlers.ts";
import { quick } from "../jobs/quick.ts";

const log = pino({ level: "silent" });

describe("PostgreSQL that goes away", function () {
  let server: TestPostgres;
  let dataDir = "";
  before(async function () {
    const started = await startPostgres();
    if (!started) {
      this.test?.parent?.tests.forEach((test) => (test.title += ` (${noPostgres})`));
      this.skip();
    }
    server = started;
    dataDir = mkdtempSync(path.join(tmpdir(), "lotwise-postgres-"));
  });
  after(async () => {
    await (server as TestPostgres | undefined)?.stop();
    if (dataDir) rmSync(dataDir, { recursive: true, force: true });
  });
  const create = (): Jobs =>
    createJobs({ dataDir, databaseUrl: server.url, handlers, log, limits: { ...quick, queued: 1000 } });

  /** Ends every connection of Lotwise's, as a restart or an operator does. */
  const terminate = async (): Promise<void> => {
    const operator = new pg.Client(server.url);
    await operator.connect();
    await operator.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'lotwise'");
    await operator.end();
  };

  it("is made ready by two first starts at once", async () => {
    const both = [create(), create()];
    const ids = await Promise.all(both.map((jobs) => jobs.submit("echo", randomUUID())));
    assert.equal(ids.length, 2);
    await Promise.all(both.map((jobs) => jobs.stop()));
  });

  it("costs the transaction whose connection is ended, and nothing else", async () => {
    const database = await openPostgres(server.url, log);
    await database.exec("CREATE TABLE kept (x int)");
    const cut = database.transaction(async (tx) => {
      await tx.query("INSERT INTO kept VALUES (1)");
      await terminate();
      // The loss is noticed while no statement waits: its event has nobody else to hear it.
      await new Promise((resolve) => setTimeout(resolve, 200));
      await tx.query("INSERT INTO kept VALUES (2)");
    });
    await assert.rejects(cut, StorageError);
    assert.deepEqual((await database.query("SELECT * FROM kept")).rows, []);
    await database.close();
  });

  it("loses no acknowledged job while connections are ended under load", async () => {
    const jobs = create();
    await jobs.start();
    const acknowledged: { id: string; input: number }[] = [];
    let refused = 0;
    const cutting = (async () => {
      for (let cut = 0; cut < 8; cut++) {
        await new Promise((resolve) => setTimeout(resolve, 60));
        await terminate();
      }
    })();
    for (let input = 0; input < 60; input++) {
      try {
        acknowledged.push({ id: (await jobs.submit("echo", input)).id, input });
      } catch (error) {
        assert.ok(error instanceof StorageError, String(error));
        refused += 1;
      }
    }
    await cutting;
    assert.ok(acknowledged.length > 0, `${refused} of 60 refused`);
    for (const { id, input } of acknowledged)
      for (;;) {
        // Whoever asks on a connection that was just ended is told to ask again.
        const view = await jobs.get(id).catch((error: unknown) => {
          assert.ok(error instanceof StorageError, String(error));
          return undefined;
        });
        assert.notEqual(view?.status, "failed");
        if (view?.status === "done") {
          assert.equal(view.result, input);
          break;
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    await jobs.stop();
  });
});
