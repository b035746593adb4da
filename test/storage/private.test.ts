import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pino } from "pino";
import { readConfig } from "../../server/config.ts";
import { serverCertificate } from "../../server/http/certificate.ts";
import { checkFolder } from "../../server/storage/check.ts";
import { openDatabase } from "../../server/storage/database.ts";
import { holdFolder } from "../../server/storage/lock.ts";
import { makePrivateFromNowOn } from "../../server/storage/private.ts";
import { fate, ownIdentity } from "../../server/storage/process-identity.ts";

const log = pino({ level: "silent" });

/** Files and folders that others than their user may read, write or enter. */
function open(folder: string): string[] {
  return ["", ...readdirSync(folder, { recursive: true, encoding: "utf8" })].filter(
    (name) => (statSync(path.join(folder, name)).mode & 0o077) !== 0,
  );
}

describe("the data folder", function () {
  this.timeout(120_000);
  let top = "";
  let dataDir = "";
  before(function () {
    if (process.platform === "win32") {
      this.test?.parent?.tests.forEach((test) => (test.title += " (skipped: Windows has no such modes)"));
      this.skip();
    }
    top = mkdtempSync(path.join(tmpdir(), "lotwise-private-"));
    dataDir = path.join(top, "state");
  });
  after(() => top && rmSync(top, { recursive: true, force: true }));

  it("is its user's alone, and so is what was there", async () => {
    const before = process.umask(0o022);
    makePrivateFromNowOn();
    try {
      await (await openDatabase({ dataDir, log })).close();
      await serverCertificate(readConfig({ DATA_DIR: dataDir }));
      assert.deepEqual(open(dataDir), []);
      chmodSync(path.join(dataDir, "database", "global"), 0o777);
      chmodSync(path.join(dataDir, "database", "PG_VERSION"), 0o666);
      chmodSync(dataDir, 0o755);
      (await holdFolder(dataDir)).release();
      assert.deepEqual(open(dataDir), []);
    } finally {
      process.umask(before);
    }
  });

  it("is looked over: what an interrupted start left is mended", async () => {
    rmSync(path.join(dataDir, "database", "PG_VERSION"));
    mkdirSync(path.join(dataDir, "database.new"));
    assert.deepEqual(
      (await checkFolder(dataDir, undefined, log)).map(({ state }) => state),
      ["good", "repaired", "repaired", "good"],
    );
    assert.deepEqual(
      (await checkFolder(dataDir, undefined, log)).map(({ state }) => state),
      ["good", "good"],
    );
    const held = await holdFolder(dataDir);
    const [finding] = await checkFolder(dataDir, undefined, log);
    assert.equal(finding?.state, "wrong");
    assert.match(finding?.what ?? "", /in use by another Lotwise/);
    held.release();
  });

  it("follows no links out of it", async () => {
    const linked = path.join(top, "linked");
    mkdirSync(linked);
    symlinkSync(top, path.join(linked, "database"));
    await assert.rejects(holdFolder(linked), /database is a link/);
  });

  it("makes a broken certificate anew, and never writes a key through a link", async () => {
    const config = readConfig({ DATA_DIR: dataDir });
    const file = path.join(dataDir, "certificate", "localhost.crt");
    const key = path.join(dataDir, "certificate", "localhost.key");
    writeFileSync(file, "");
    assert.match((await serverCertificate(config)).cert, /BEGIN CERTIFICATE/);
    assert.equal(statSync(key).mode & 0o777, 0o600);
    const elsewhere = path.join(top, "elsewhere");
    writeFileSync(elsewhere, "theirs");
    rmSync(key);
    symlinkSync(elsewhere, key);
    await assert.rejects(serverCertificate(config), /localhost.key is a link/);
    assert.equal(readFileSync(elsewhere, "utf8"), "theirs");
    await assert.rejects(
      serverCertificate(readConfig({ DATA_DIR: dataDir, TLS_CERT: elsewhere, TLS_KEY: elsewhere })),
      /elsewhere holds no certificate/,
    );
  });

  it("is not held by a process that ended and was not waited for", async function () {
    if (process.platform !== "linux") this.skip();
    // The middle process leaves its child unwaited for.
    const middle = spawn("sh", ["-c", "sleep 0 & echo $!; exec sleep 60"], { stdio: ["ignore", "pipe", "ignore"] });
    try {
      const [said] = (await once(middle.stdout, "data")) as [Buffer];
      const pid = Number(String(said));
      while (!/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"))) await new Promise((go) => setTimeout(go, 20));
      assert.equal(fate({ ...ownIdentity(), pid, incarnation: "" }), "gone");
    } finally {
      middle.kill("SIGKILL");
    }
  });
});
