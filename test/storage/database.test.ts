import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pino } from "pino";
import { createJobs } from "../../server/jobs/jobs.ts";
import { holdsDatabase, openDatabase, type Database } from "../../server/storage/database.ts";
import { StorageError } from "../../server/storage/errors.ts";
import { holdFolder } from "../../server/storage/lock.ts";
import { migrate } from "../../server/storage/migrate.ts";
import { migrations } from "../../server/storage/migrations.ts";
import { noPostgres, startPostgres, type TestPostgres } from "../harness/postgres.ts";

const log = pino({ level: "silent" });
const folders: string[] = [];
const folder = () => {
  const made = mkdtempSync(path.join(tmpdir(), "lotwise-storage-"));
  folders.push(made);
  return made;
};

after(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

for (const backend of ["embedded", "PostgreSQL"]) {
  describe(`database: ${backend}`, () => {
    let dataDir = "";
    let server: TestPostgres | undefined;
    let databaseUrl: string | undefined;
    let database: Database;

    before(async function () {
      dataDir = folder();
      if (backend === "PostgreSQL") {
        server = await startPostgres();
        if (server === undefined) {
          this.test?.parent?.tests.forEach((test) => (test.title += ` (${noPostgres})`));
          this.skip();
        }
        databaseUrl = server.url;
      }
      // Two at once, as when two processes start on one new PostgreSQL.
      const second = databaseUrl === undefined ? undefined : openDatabase({ dataDir, databaseUrl, log });
      database = await openDatabase({ dataDir, databaseUrl, log });
      await (await second)?.close();
    });

    after(async () => {
      await (database as Database | undefined)?.close();
      await server?.stop();
    });

    it("answers rows and counts changes", async () => {
      await database.exec("CREATE TABLE fruit (name text, price float8); INSERT INTO fruit VALUES ('fig', 1.5)");
      const insert = await database.query("INSERT INTO fruit VALUES ($1::text, $2::float8), ('kiwi', NULL)", [
        "pear",
        0.1,
      ]);
      assert.equal(insert.rowCount, 2);
      const { rows, rowCount } = await database.query("SELECT name, price FROM fruit ORDER BY name");
      assert.deepEqual(rows, [
        { name: "fig", price: 1.5 },
        { name: "kiwi", price: null },
        { name: "pear", price: 0.1 },
      ]);
      assert.equal(rowCount, 3);
    });

    it("keeps nothing of a transaction that fails, and goes on", async () => {
      const failing = database.transaction(async (tx) => {
        await tx.query("CREATE TABLE half (a integer)");
        throw new Error("no");
      });
      await assert.rejects(failing, /^Error: no$/);
      await assert.rejects(database.query("SELECT * FROM half"), /half/);
      await assert.rejects(
        database.exec("BEGIN; CREATE TABLE half (a integer); SELECT 1/0; COMMIT"),
        /division by zero/,
      );
      await assert.rejects(database.query("SELECT * FROM half"), /half/);
      assert.deepEqual((await database.query("SELECT 1::int AS one")).rows, [{ one: 1 }]);
    });

    it("applies each migration once, and refuses a newer database", async () => {
      const more = [...migrations, "CREATE TABLE lotwise.extra (a integer)"];
      await migrate(database, more);
      await migrate(database, more);
      const { rows } = await database.query("SELECT number FROM lotwise.migrations ORDER BY number");
      assert.deepEqual(
        rows,
        more.map((_, index) => ({ number: index + 1 })),
      );
      await assert.rejects(migrate(database, migrations), /newer version of Lotwise/);
    });

    it("keeps nothing of a migration that fails", async () => {
      const broken = [...migrations, "", "CREATE TABLE lotwise.more (a integer); SELECT 1/0"];
      await assert.rejects(migrate(database, broken), /division by zero/);
      await assert.rejects(database.query("SELECT * FROM lotwise.more"), /more/);
    });
  });
}

describe("a database that cannot be opened", () => {
  const handlers = { echo: (input: unknown) => Promise.resolve(input) };

  it("is not made by starting, looking or cancelling", async () => {
    const dataDir = path.join(folder(), "none");
    const jobs = createJobs({ dataDir, handlers, log });
    await jobs.start();
    assert.equal(await jobs.get("6f9619ff-8b86-4d01-b42d-00cf4fc964ff"), undefined);
    assert.equal(await jobs.cancel("6f9619ff-8b86-4d01-b42d-00cf4fc964ff"), undefined);
    await jobs.stop();
    assert.equal(existsSync(dataDir), false);
    assert.equal(holdsDatabase({ dataDir }), false);
  });

  it("is told to whoever submits a job: a folder in use, by name", async () => {
    const dataDir = folder();
    const lock = await holdFolder(dataDir, { address: "https://localhost:3443" });
    const jobs = createJobs({ dataDir, handlers, log });
    for (let attempt = 0; attempt < 2; attempt++) {
      await assert.rejects(
        jobs.submit("echo", 1),
        (error) => error instanceof StorageError && /localhost:3443/.test(error.message),
      );
    }
    await jobs.stop();
    lock.release();
  });

  it("is told to whoever submits a job: a folder with something else in it, which is let go of again", async () => {
    const dataDir = folder();
    mkdirSync(path.join(dataDir, "database"));
    writeFileSync(path.join(dataDir, "database", "PG_VERSION"), "9");
    const jobs = createJobs({ dataDir, handlers, log });
    await jobs.start();
    await assert.rejects(
      jobs.submit("echo", 1),
      (error) => error instanceof StorageError && error.message.includes(dataDir),
    );
    await jobs.stop();
    (await holdFolder(dataDir)).release();
  });

  it("is told to whoever submits a job: PostgreSQL out of reach, without the password", async () => {
    const jobs = createJobs({ dataDir: folder(), databaseUrl: "postgres://me:hidden@127.0.0.1:9/x", handlers, log });
    await jobs.start();
    await assert.rejects(jobs.submit("echo", 1), (error) => {
      assert.ok(error instanceof StorageError);
      assert.match(error.message, /PostgreSQL \(DATABASE_URL\) cannot be reached: .*ECONNREFUSED/);
      assert.doesNotMatch(error.message, /hidden/);
      return true;
    });
    await jobs.stop();
  });
});
