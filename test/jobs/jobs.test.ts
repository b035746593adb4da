import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pino } from "pino";
import { createJobs, QueueFullError, type Jobs } from "../../server/jobs/jobs.ts";
import type { JobLimits, JobView } from "../../server/jobs/job.ts";
import { openDatabase, type Database } from "../../server/storage/database.ts";
import { killChild, nextMessage, startChild } from "../harness/child.ts";
import { noPostgres, startPostgres, type TestPostgres } from "../harness/postgres.ts";
import { handlers } from "./handlers.ts";
import { quick } from "./quick.ts";

const child = new URL("./child.ts", import.meta.url);
const logged: string[] = [];
const log = pino({ level: "error" }, { write: (line: string) => void logged.push(line) });

async function ended(jobs: Jobs, id: string): Promise<JobView> {
  return (await all(jobs, id)).at(-1) ?? assert.fail("no such job");
}

async function all(jobs: Jobs, id: string): Promise<JobView[]> {
  const views: JobView[] = [];
  for await (const view of jobs.events(id, AbortSignal.timeout(15_000))) views.push(view);
  return views;
}

async function reaches(jobs: Jobs, id: string, status: string): Promise<void> {
  for await (const view of jobs.events(id, AbortSignal.timeout(15_000))) if (view.status === status) return;
  assert.fail(`the job never was ${status}`);
}

for (const backend of ["embedded", "PostgreSQL"]) {
  describe(`jobs on ${backend}`, () => {
    let dataDir = "";
    let server: TestPostgres | undefined;
    let databaseUrl: string | undefined;
    let jobs: Jobs;

    const create = (limits: Partial<JobLimits> = {}) =>
      createJobs({ dataDir, databaseUrl, handlers, log, limits: { ...quick, ...limits } });

    /** Looks into the database itself, while `jobs` is stopped. */
    const inDatabase = async <T>(look: (database: Database) => Promise<T>) => {
      const database = await openDatabase({ dataDir, databaseUrl, log });
      return look(database).finally(() => database.close());
    };

    before(async function () {
      dataDir = mkdtempSync(path.join(tmpdir(), "lotwise-jobs-"));
      if (backend === "PostgreSQL") {
        server = await startPostgres();
        if (server === undefined) {
          this.test?.parent?.tests.forEach((test) => (test.title += ` (${noPostgres})`));
          this.skip();
        }
        databaseUrl = server.url;
      }
      jobs = create();
    });

    beforeEach(() => {
      logged.length = 0;
    });

    after(async () => {
      await (jobs as Jobs | undefined)?.stop();
      await server?.stop();
      rmSync(dataDir, { recursive: true, force: true });
    });

    it("knows no job before there is one", async () => {
      assert.equal(await jobs.get("6f9619ff-8b86-4d01-b42d-00cf4fc964ff"), undefined);
      assert.equal(await jobs.get("'; DROP TABLE jobs"), undefined);
      assert.equal(await jobs.cancel("nothing"), undefined);
      assert.deepEqual(await all(jobs, "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"), []);
    });

    it("does a job and keeps its result, whatever the text", async () => {
      const input = {
        text: "NUL \0, half a pair \ud800, 'quoted' and \u{1F600}",
        numbers: [0.1, -0, 1e300],
        empty: null,
      };
      const { id } = await jobs.submit("echo", input);
      const result = JSON.parse(JSON.stringify(input)) as unknown;
      assert.deepEqual(await ended(jobs, id), { id, status: "done", progress: 1, message: "", result });
      assert.deepEqual(await jobs.get(id), { id, status: "done", progress: 1, message: "", result });
    });

    it("keeps a result of several megabytes", async () => {
      const input = Array.from({ length: 200_000 }, (_, index) => `line ${index} of a long result`);
      const { id } = await jobs.submit("echo", input);
      assert.deepEqual((await ended(jobs, id)).result, input);
    });

    it("tells its progress as it goes", async () => {
      const { id } = await jobs.submit("steps", { steps: 3 });
      const views = await all(jobs, id);
      const progress = views.map((view) => view.progress);
      assert.deepEqual(
        progress,
        [...progress].sort((a, b) => a - b),
      );
      assert.ok(views.some((view) => view.status === "running" && view.progress === 0.5 && view.message === "step 2"));
      assert.deepEqual(views.at(-1), { id, status: "done", progress: 1, message: "step 3", result: 3 });
    });

    it("stops telling when nobody listens any more", async () => {
      const { id } = await jobs.submit("wait", { ms: 60_000 });
      const listening = new AbortController();
      for await (const view of jobs.events(id, listening.signal)) if (view.progress === 0.5) listening.abort();
      assert.equal((await jobs.get(id))?.message, "waiting\uFFFD");
      await jobs.cancel(id);
    });

    it("tells a user's error as it is", async () => {
      const { id } = await jobs.submit("refuse", {});
      const { status, error } = await ended(jobs, id);
      assert.equal(status, "failed");
      assert.deepEqual(error, { code: "#NUM!", message: "lead_time_days: must be at least 0" });
      assert.deepEqual(logged, []);
    });

    for (const kind of ["break", "unspeakable"]) {
      it(`logs a fault and tells its reference only: ${kind}`, async () => {
        const { id } = await jobs.submit(kind, {});
        const { status, error } = await ended(jobs, id);
        assert.equal(status, "failed");
        const reference = /Reference: (\w{8})\.$/.exec(error?.message ?? "")?.[1] ?? assert.fail(error?.message);
        assert.doesNotMatch(error?.message ?? "", /secret|BigInt/);
        assert.ok(logged.some((line) => line.includes(reference) && /secret|BigInt/.test(line)));
      });
    }

    it("refuses a kind that nobody does", async () => {
      await assert.rejects(jobs.submit("toString", {}), /no handler/);
    });

    it("cancels a running job, and doing so again changes nothing", async () => {
      const { id } = await jobs.submit("wait", { ms: 60_000 });
      await reaches(jobs, id, "running");
      assert.equal((await jobs.cancel(id))?.status, "cancelled");
      assert.equal((await jobs.cancel(id))?.status, "cancelled");
      assert.equal((await ended(jobs, id)).status, "cancelled");
      const done = await jobs.submit("echo", 1);
      await ended(jobs, done.id);
      assert.equal((await jobs.cancel(done.id))?.status, "done");
      assert.deepEqual(logged, []);
    });

    it("bounds the queue, and cancels waiting jobs, which then never run", async () => {
      const busy = [await jobs.submit("wait", { ms: 60_000 }), await jobs.submit("wait", { ms: 60_000 })];
      for (const { id } of busy) await reaches(jobs, id, "running");
      const waiting: string[] = [];
      for (let index = 0; index < 4; index++) waiting.push((await jobs.submit("echo", index)).id);
      await assert.rejects(
        jobs.submit("echo", 4),
        (error) => error instanceof QueueFullError && /4 jobs/.test(error.message),
      );
      assert.equal((await jobs.get(waiting[0] ?? ""))?.status, "queued");
      assert.equal((await jobs.cancel(waiting[0] ?? ""))?.status, "cancelled");
      for (const { id } of busy) await jobs.cancel(id);
      const last = await Promise.all(waiting.map((id) => ended(jobs, id)));
      assert.deepEqual(
        last.map((view) => view.status),
        ["cancelled", "done", "done", "done"],
      );
      assert.deepEqual(
        last.map((view) => view.result),
        [undefined, 1, 2, 3],
      );
    });

    it("puts running jobs back when it stops, and goes on with them at the next start", async () => {
      const running = await jobs.submit("wait", { ms: 400 });
      const stubborn = await jobs.submit("stubborn", { ms: 1500 });
      for (const { id } of [running, stubborn]) await reaches(jobs, id, "running");
      await jobs.stop();
      await assert.rejects(jobs.submit("echo", 1), /stopping/);
      const rows = await inDatabase((database) =>
        database.query("SELECT status, tries FROM lotwise.jobs WHERE finished_at IS NULL"),
      );
      assert.deepEqual(rows.rows, [
        { status: "queued", tries: 0 },
        { status: "queued", tries: 0 },
      ]);
      jobs = create();
      await jobs.start();
      assert.equal((await ended(jobs, running.id)).result, "waited");
      assert.equal((await ended(jobs, stubborn.id)).result, "too late");
      assert.deepEqual(logged, []);
    });

    it("takes over the job of a killed process", async () => {
      await jobs.stop();
      const victim = startChild(child, [dataDir, ...(databaseUrl === undefined ? [] : [databaseUrl])]);
      assert.equal(await nextMessage(victim), "open");
      victim.send({ kind: "wait", input: { ms: 1200 }, until: "running" });
      const { id } = (await nextMessage(victim)) as { id: string };
      await killChild(victim);
      jobs = create();
      await jobs.start();
      assert.equal((await ended(jobs, id)).result, "waited");
      await jobs.stop();
      const { rows } = await inDatabase((database) =>
        database.query("SELECT tries FROM lotwise.jobs WHERE id = $1::uuid", [id]),
      );
      assert.deepEqual(rows, [{ tries: 2 }]);
      jobs = create();
      await jobs.start();
    });

    it("gives a job up that was started three times in vain", async () => {
      const { id } = await jobs.submit("wait", { ms: 400 });
      await ended(jobs, id);
      await jobs.stop();
      await inDatabase((database) =>
        database.query(
          `UPDATE lotwise.jobs SET status = 'running', tries = 3, worker = 'gone', result = NULL, finished_at = NULL,
             beat = now() - interval '1 hour' WHERE id = $1::uuid`,
          [id],
        ),
      );
      jobs = create();
      await jobs.start();
      const { status, error } = await ended(jobs, id);
      assert.equal(status, "failed");
      assert.match(error?.message ?? "", /stopped unexpectedly 3 times/);
    });

    for (const days of [1, -1])
      it(`goes on where the clock is moved by ${days} day: what runs, and what was abandoned`, async () => {
        // All times are the database's: moved ones are what a moved clock leaves behind.
        const moved = `interval '${-days} day'`;
        const running = await jobs.submit("wait", { ms: 1000 });
        await reaches(jobs, running.id, "running");
        await (await jobs.database())!.query(
          `UPDATE lotwise.jobs SET beat = beat + ${moved}, created_at = created_at + ${moved},
             started_at = started_at + ${moved} WHERE id = $1::uuid`,
          [running.id],
        );
        assert.equal((await ended(jobs, running.id)).result, "waited");
        await jobs.stop();
        await inDatabase((database) =>
          database.query(
            `UPDATE lotwise.jobs SET status = 'running', worker = 'gone', result = NULL, finished_at = NULL,
               input = '{"ms": 10}', beat = now() + ${moved} WHERE id = $1::uuid AND tries = 1`,
            [running.id],
          ),
        );
        jobs = create();
        await jobs.start();
        assert.equal((await ended(jobs, running.id)).result, "waited");
      });

    it("deletes jobs that finished long ago", async () => {
      const [old, young] = [await jobs.submit("echo", 1), await jobs.submit("echo", 2)];
      for (const { id } of [old, young]) await ended(jobs, id);
      await jobs.stop();
      await inDatabase((database) =>
        database.query("UPDATE lotwise.jobs SET finished_at = now() - interval '8 days' WHERE id = $1::uuid", [old.id]),
      );
      jobs = create();
      await jobs.start();
      assert.equal(await jobs.get(old.id), undefined);
      assert.equal((await jobs.get(young.id))?.result, 2);
    });

    if (backend === "embedded") {
      it("refuses a second process on the folder by name, and lives on", async () => {
        const second = startChild(child, [dataDir]);
        assert.equal(await nextMessage(second), "open");
        second.send({ kind: "echo", input: 1, until: "done" });
        const { refused } = (await nextMessage(second)) as { refused: string };
        await killChild(second);
        assert.match(refused, new RegExp(`in use by another Lotwise: process ${process.pid} on .+, since 20`));
        assert.ok(refused.includes(dataDir) && refused.includes("DATA_DIR"), refused);
        const { id } = await jobs.submit("echo", "still here");
        assert.equal((await ended(jobs, id)).result, "still here");
      });
    } else {
      it("shares jobs with another process: both see, do and cancel them", async () => {
        await jobs.stop();
        const other = startChild(child, [dataDir, databaseUrl ?? ""]);
        assert.equal(await nextMessage(other), "open");
        jobs = create({ concurrency: 0 });
        const { id } = await jobs.submit("wait", { ms: 60_000 });
        await reaches(jobs, id, "running");
        await jobs.cancel(id);
        // The other process has two places: it can do the last job only when it has ended the cancelled ones.
        const blocked = [await jobs.submit("wait", { ms: 60_000 }), await jobs.submit("wait", { ms: 60_000 })];
        for (const job of blocked) await reaches(jobs, job.id, "running");
        for (const job of blocked) await jobs.cancel(job.id);
        const { id: last } = await jobs.submit("echo", "done elsewhere");
        assert.equal((await ended(jobs, last)).result, "done elsewhere");
        await killChild(other);
      });
    }
  });
}
