import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { loadNetwork } from "../../../server/engines/network.ts";
import type { JobView } from "../../../server/jobs/job.ts";
import { createJobs, type Jobs } from "../../../server/jobs/jobs.ts";
import type { TrainingResult } from "../../../shared/operations/training-schema.ts";
import { trainingHandlers } from "../../../server/training/own/models.ts";
import { Retraining } from "../../../server/training/own/retraining.ts";
import {
  eraseModel,
  eraseVersion,
  keepTraining,
  readModels,
  readNetwork,
  replaceSeries,
  staleModels,
} from "../../../server/training/own/store.ts";
import { decodeNetwork } from "../../../shared/demand/networks/sequence/codec.ts";
import { noPostgres, startPostgres, type TestPostgres } from "../../harness/postgres.ts";
import { quick } from "../../jobs/quick.ts";
import { trainModel } from "../../../shared/operations/train-model.ts";

const logged: string[] = [];
const log = pino({ level: "error" }, { write: (line: string) => void logged.push(line) });
const program = fileURLToPath(new URL("./quick-worker.mjs", import.meta.url));
const series = { A: [1, 2, 3], B: [4, null, 6] };

for (const backend of ["embedded", "PostgreSQL"]) {
  describe(`trained models on ${backend}`, () => {
    let dataDir = "";
    let server: TestPostgres | undefined;
    let jobs: Jobs;
    let create: () => Jobs;

    before(async function () {
      dataDir = mkdtempSync(path.join(tmpdir(), "lotwise-models-"));
      if (backend === "PostgreSQL") {
        server = await startPostgres();
        if (server === undefined) {
          this.test?.parent?.tests.forEach((test) => (test.title += ` (${noPostgres})`));
          this.skip();
        }
      }
      const handlers = trainingHandlers({ threads: 1, program });
      create = () => createJobs({ dataDir, databaseUrl: server?.url, handlers, log, limits: quick });
      jobs = create();
    });
    beforeEach(() => (logged.length = 0));
    after(async () => {
      await (jobs as Jobs | undefined)?.stop();
      await server?.stop();
      rmSync(dataDir, { recursive: true, force: true });
    });

    const database = async () => (await jobs.database())!;
    const ended = async (id: string): Promise<JobView> => {
      let last: JobView | undefined;
      for await (const view of jobs.events(id, AbortSignal.timeout(15_000))) last = view;
      return last!;
    };
    const train = async (name: string): Promise<JobView> =>
      ended((await jobs.submit(trainModel.job.kind, { name, series })).id);
    const versionOf = ({ result }: JobView): string | null => (result as TrainingResult).version;

    it("keeps each better training as the next version, which loads as it was saved", async () => {
      assert.equal(versionOf(await train("shop")), "shop@1");
      assert.equal(versionOf(await train("shop")), "shop@2");
      assert.equal(versionOf(await train("other")), "other@1");
      const [other, shop] = await readModels(await database());
      assert.equal(other!.name, "other");
      assert.deepEqual([shop!.current, shop!.stale], ["shop@2", false]);
      assert.deepEqual(
        shop!.versions.map(({ version }) => version),
        ["shop@1", "shop@2"],
      );
      const pretrained = await loadNetwork();
      const loaded = decodeNetwork((await readNetwork(await database(), "shop@1"))!);
      assert.equal(loaded.version, "shop@1");
      assert.deepEqual(loaded.weights.lstm, pretrained.weights.lstm);
      assert.equal(loaded.weights.outputBias[8], Math.fround(pretrained.weights.outputBias[8]! + 0.5));
      assert.equal(await readNetwork(await database(), "shop@3"), undefined);
      assert.equal(await readNetwork(await database(), "shop"), undefined);
    });

    it("keeps the old one where the new one is not better", async () => {
      const first = await train("worse");
      assert.equal(versionOf(first), null);
      assert.match((first.result as TrainingResult).says, /^Keep what you have/);
      assert.equal((await readModels(await database(), "worse"))[0]!.current, null);
      assert.equal(versionOf(await train("once")), "once@1");
      assert.equal(versionOf(await train("once")), null);
      const [once] = await readModels(await database(), "once");
      assert.equal(once!.current, "once@1");
      assert.equal(once!.card!.better, false);
      assert.equal(once!.versions[0]!.card.better, true);
    });

    it("never changes a version, whoever asks", async () => {
      const db = await database();
      await assert.rejects(db.query("UPDATE lotwise.model_versions SET network = ''"), /never changes/);
    });

    it("keeps nothing of a retraining whose model was erased meanwhile", async () => {
      await train("forgotten");
      const db = await database();
      const card = (await readModels(db, "forgotten"))[0]!.card!;
      await eraseModel(db, "forgotten");
      const kept = { request: { name: "forgotten", series }, card, network: undefined, replaces: false };
      assert.equal(await db.transaction((tx) => keepTraining(tx, kept)), undefined);
      assert.deepEqual(await readModels(db, "forgotten"), []);
    });

    it("erases a version or a model, and gives an erased number to no other weights", async () => {
      const db = await database();
      for (const version of ["gone@1", "gone@2"]) assert.equal(versionOf(await train("gone")), version);
      assert.equal(await eraseVersion(db, "gone@2"), true);
      assert.equal(await eraseVersion(db, "gone@2"), false);
      assert.equal(await readNetwork(db, "gone@2"), undefined);
      assert.equal((await readModels(db, "gone"))[0]!.current, "gone@1");
      assert.equal(versionOf(await train("gone")), "gone@3");
      assert.equal(await eraseModel(db, "gone"), true);
      assert.equal(await eraseModel(db, "gone"), false);
      assert.deepEqual(await readModels(db, "gone"), []);
      assert.equal(await readNetwork(db, "gone@1"), undefined);
      assert.equal(versionOf(await train("gone")), "gone@4");
      await eraseModel(db, "gone");
    });

    it("trains anew those whose series have changed, and only those", async () => {
      const db = await database();
      assert.deepEqual(await staleModels(db), []);
      assert.equal(await replaceSeries(db, "shop", series), true);
      assert.deepEqual(await staleModels(db), [], "the same series are no news");
      assert.equal(await replaceSeries(db, "shop", { ...series, C: [1] }), true);
      assert.equal(await replaceSeries(db, "nobody", series), false);
      assert.deepEqual(await staleModels(db), ["shop"]);
      const retraining = new Retraining(jobs, "0 3 * * *", log);
      await retraining.run();
      for (let tries = 0; tries < 150 && (await staleModels(db)).length > 0; tries++)
        await new Promise((resolve) => setTimeout(resolve, 100));
      const [shop] = await readModels(db, "shop");
      assert.deepEqual([shop!.current, shop!.stale], ["shop@3", false]);
      assert.equal((await readModels(db, "other"))[0]!.current, "other@1");
    });

    it("puts the schedule into the database, and takes its clock down again", async () => {
      const retraining = new Retraining(jobs, "30 2 * * *", log);
      await retraining.start();
      const { rows } = await (await database()).query("SELECT name, cron FROM lotwise_queue.schedule");
      assert.deepEqual(rows, [{ name: "retraining", cron: "30 2 * * *" }]);
      await retraining.stop();
      const off = new Retraining(jobs, "off", log);
      await off.start();
      await off.stop();
      assert.deepEqual(logged, []);
    });

    it("fails clearly where the training thread is killed, and goes on", async () => {
      const { status, error } = await train("dies");
      assert.equal(status, "failed");
      assert.match(error!.message, /^The training was ended from outside, or ran out of memory: start it again/);
      assert.deepEqual(logged, []);
      const thrown = await train("throws");
      assert.match(thrown.error!.message, /Reference: \w{8}/);
      assert.match(logged.join(), /out of the blue/);
      assert.deepEqual(await readModels(await database(), "dies"), []);
      assert.equal(versionOf(await train("other")), "other@2");
    });

    it("keeps nothing of a cancelled training", async () => {
      const { id } = await jobs.submit(trainModel.job.kind, { name: "waits", series });
      for await (const { status, details } of jobs.events(id, AbortSignal.timeout(15_000)))
        if (status === "running" && details !== undefined) {
          assert.deepEqual(details, { curve: [{ step: 0, validation: 2 }] });
          break;
        }
      await jobs.cancel(id);
      assert.equal((await ended(id)).status, "cancelled");
      assert.deepEqual(await readModels(await database(), "waits"), []);
      assert.deepEqual(logged, []);
    });

    it("has its models after a restart", async () => {
      await jobs.stop();
      jobs = create();
      assert.equal((await readModels(await database(), "shop"))[0]!.current, "shop@3");
    });
  });
}
