import assert from "node:assert/strict";
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { pino } from "pino";
import type { Database } from "../../server/storage/database.ts";
import { DatabaseThread, USUAL_TIMES } from "../../server/storage/embedded/database-thread.ts";
import { DurableFiles, START_PARAMETERS } from "../../server/storage/embedded/durable-files.ts";
import { openEmbedded } from "../../server/storage/embedded/embedded.ts";
import { initialise } from "../../server/storage/embedded/initialise.ts";
import { StorageError } from "../../server/storage/errors.ts";

const log = pino({ level: "silent" });

describe("the embedded database in its thread", function () {
  this.timeout(180_000);
  let made = "";
  /** An empty database, made once and copied for each test. */
  let empty = "";
  before(async () => {
    made = mkdtempSync(path.join(tmpdir(), "lotwise-thread-"));
    empty = path.join(made, "empty");
    await initialise(empty);
  });
  after(() => rmSync(made, { recursive: true, force: true }));

  let count = 0;
  const copied = (): { dataDir: string; folder: string } => {
    const dataDir = path.join(made, String(++count));
    const folder = path.join(dataDir, "database");
    cpSync(empty, folder, { recursive: true });
    return { dataDir, folder };
  };
  const opened = (times = {}): Promise<Database> => openEmbedded({ ...copied(), log }, { ...USUAL_TIMES, ...times });

  it("ends a statement that never ends, and starts anew with all that was kept", async () => {
    const database = await opened({ statementMs: 1500 });
    try {
      await database.exec("CREATE TABLE kept (x int); INSERT INTO kept VALUES (1)");
      const endless = database.query(
        "WITH RECURSIVE n AS (SELECT 1 AS x UNION ALL SELECT x FROM n) SELECT count(*) FROM n",
      );
      const behind = database.query("SELECT 1");
      let beats = 0;
      const beat = setInterval(() => (beats += 1), 20);
      await assert.rejects(endless, StorageError);
      await assert.rejects(behind, StorageError);
      clearInterval(beat);
      assert.ok(beats > 10, "the server's own thread goes on meanwhile");
      assert.deepEqual((await database.query("SELECT x FROM kept")).rows, [{ x: 1 }]);
    } finally {
      await database.close();
    }
  });

  it("rolls back what a thread that dies had not committed, and tells its client", async () => {
    const { folder } = copied();
    const first = new DatabaseThread(folder, USUAL_TIMES);
    await first.ready;
    await first.exec("CREATE TABLE rows (x int)");
    await first.query("INSERT INTO rows VALUES (1)");
    const cut = first.transaction(async (tx) => {
      await tx.query("INSERT INTO rows VALUES (2)");
      void first.end();
      await tx.query("INSERT INTO rows VALUES (3)");
    });
    await assert.rejects(cut, StorageError);
    await assert.rejects(first.query("SELECT 1"), StorageError);
    const second = new DatabaseThread(folder, USUAL_TIMES);
    await second.ready;
    assert.deepEqual((await second.query("SELECT x FROM rows")).rows, [{ x: 1 }]);
    await second.close();
  });

  it("rolls back a transaction that does not end, so that others go on", async () => {
    const database = await opened({ transactionMs: 300 });
    try {
      await database.exec("CREATE TABLE rows (x int)");
      const stuck = database.transaction(async (tx) => {
        await tx.query("INSERT INTO rows VALUES (1)");
        await new Promise((resolve) => setTimeout(resolve, 700));
      });
      assert.deepEqual((await database.query("SELECT count(*)::int AS n FROM rows")).rows, [{ n: 0 }]);
      await assert.rejects(stuck);
      assert.deepEqual((await database.query("SELECT count(*)::int AS n FROM rows")).rows, [{ n: 0 }]);
    } finally {
      await database.close();
    }
  });

  it("never writes over a folder that is no whole database", async () => {
    const { dataDir, folder } = copied();
    rmSync(path.join(folder, "PG_VERSION"));
    await assert.rejects(openEmbedded({ dataDir, folder, log }), /PG_VERSION is missing/);
    assert.ok(existsSync(path.join(folder, "base")));
    writeFileSync(path.join(folder, "PG_VERSION"), readFileSync(path.join(folder, "base", "1", "PG_VERSION")));
    await (await openEmbedded({ dataDir, folder, log })).close();
  });

  it("syncs the folder of its log when a file there gets its name", async function () {
    if (process.platform !== "linux") {
      this.test!.title += " (skipped: names of open files are found by /proc)";
      this.skip();
    }
    const { folder } = copied();
    const log = path.join(folder, "pg_wal");
    const real = fs.fsyncSync;
    let synced = 0;
    fs.fsyncSync = (descriptor) => {
      if (readlinkSync(`/proc/self/fd/${descriptor}`) === log) synced += 1;
      real(descriptor);
    };
    syncBuiltinESMExports();
    try {
      const files = await PGlite.create({ fs: new DurableFiles(folder), startParams: [...START_PARAMETERS] });
      await files.exec("CREATE TABLE rows (x int)");
      const before = new Set(readdirSync(log));
      synced = 0;
      for (let i = 0; i < 4; i++) await files.exec("INSERT INTO rows VALUES (1); SELECT pg_switch_wal(); CHECKPOINT");
      const named = readdirSync(log).filter((name) => !before.has(name)).length;
      assert.ok(named > 0, "there is a new file");
      assert.ok(synced >= named, `${synced} syncs of the folder for ${named} files`);
      await files.close();
    } finally {
      fs.fsyncSync = real;
      syncBuiltinESMExports();
    }
  });

  // What a power cut leaves: of each file what it held when it was last synced.
  it("keeps what it acknowledged through a power cut", async function () {
    if (process.platform !== "linux") {
      this.test!.title += " (skipped: names of open files are found by /proc)";
      this.skip();
    }
    const { folder } = copied();
    const disk = path.join(made, "disk");
    cpSync(folder, disk, { recursive: true });
    const real = fs.fsyncSync;
    let syncs = 0;
    fs.fsyncSync = (descriptor) => {
      real(descriptor);
      syncs += 1;
      const name = readlinkSync(`/proc/self/fd/${descriptor}`);
      if (!name.startsWith(folder)) return;
      const kept = path.join(disk, path.relative(folder, name));
      if (statSync(name).isFile()) copyFileSync(name, kept);
      // Of a folder, the names: a file is synced before it gets its last one.
      else
        for (const entry of readdirSync(name, { withFileTypes: true }))
          if (entry.isFile() && !existsSync(path.join(kept, entry.name)))
            copyFileSync(path.join(name, entry.name), path.join(kept, entry.name));
    };
    syncBuiltinESMExports();
    try {
      const files = await PGlite.create({ fs: new DurableFiles(folder), startParams: [...START_PARAMETERS] });
      await files.exec("CREATE TABLE rows (x int)");
      const before = syncs;
      for (let x = 0; x < 20; x++) await files.query("INSERT INTO rows VALUES ($1)", [x]);
      assert.ok(syncs - before >= 20, `${syncs - before} syncs of 20 commits`);
      // Not closed: the power is gone.
      const after = await PGlite.create({ fs: new DurableFiles(disk), startParams: [...START_PARAMETERS] });
      const { rows } = await after.query<{ n: number }>("SELECT count(*)::int AS n FROM rows");
      assert.deepEqual(rows, [{ n: 20 }]);
      await after.close();
      await files.close();
    } finally {
      fs.fsyncSync = real;
      syncBuiltinESMExports();
    }
  });
});
