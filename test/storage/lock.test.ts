import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir, uptime } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { holdFolder, type FolderLock, type Holder } from "../../server/storage/lock.ts";
import { ownIdentity } from "../../server/storage/process-identity.ts";
import { killChild, nextMessage, startChild } from "../harness/child.ts";

const deadPid = spawnSync(process.execPath, ["--version"]).pid;
const since = "2026-01-05T08:00:00.000Z";
const isLinux = process.platform === "linux";

describe("lock of the data folder", () => {
  const root = mkdtempSync(path.join(tmpdir(), "lotwise-lock-"));
  const locks: FolderLock[] = [];
  let count = 0;
  let dataDir = "";

  const leave = (content: string, folder = dataDir) => {
    mkdirSync(path.join(folder, "lock"), { recursive: true });
    const file = path.join(folder, "lock", "7.json");
    writeFileSync(file, content);
    return file;
  };
  const leaveHolder = (changes: Partial<Holder>, folder?: string) =>
    leave(
      JSON.stringify({ ...ownIdentity(), hold: "h", since, token: "another", incarnation: "", ...changes }),
      folder,
    );
  const hold = async (options?: Parameters<typeof holdFolder>[1]) => {
    const lock = await holdFolder(dataDir, options);
    locks.push(lock);
    return lock;
  };

  beforeEach(() => {
    dataDir = path.join(root, String(count++));
  });

  after(() => {
    for (const lock of locks) lock.release();
    rmSync(root, { recursive: true, force: true });
  });

  it("refuses a second holder by name, until the first lets go", async () => {
    const first = await hold({ address: "http://127.0.0.1:3000" });
    await assert.rejects(hold(), (error: Error & { holder: Holder }) => {
      assert.equal(error.name, "FolderInUseError");
      assert.equal(error.holder.pid, process.pid);
      for (const part of [
        `process ${process.pid} on ${error.holder.host}`,
        "127.0.0.1:3000",
        dataDir,
        "DATA_DIR",
        "20",
      ]) {
        assert.ok(error.message.includes(part), `${part} is missing in: ${error.message}`);
      }
      return true;
    });
    first.release();
    await hold();
    assert.equal(readdirSync(path.join(dataDir, "lock")).length, 1);
  });

  it("refuses while the process named lives", async () => {
    leaveHolder({ pid: process.ppid });
    await assert.rejects(hold(), (error: Error) => error.name === "FolderInUseError" && error.message.includes(since));
  });

  const stale: [string, () => unknown][] = [
    ["whose process is gone", () => leaveHolder({ pid: deadPid })],
    ["of an earlier process with this one's number", () => leaveHolder({ pid: process.pid })],
    ["from before the machine was restarted", () => leaveHolder({ pid: process.ppid, uptime: uptime() + 1000 })],
    ["of a process killed before it could sign", () => leave("")],
  ];
  if (isLinux) {
    stale.push([
      "whose number another process has now",
      () => leaveHolder({ pid: process.ppid, incarnation: "boot:1" }),
    ]);
  }
  for (const [what, prepare] of stale) {
    it(`takes over a lock ${what}`, async () => {
      prepare();
      await hold();
      await assert.rejects(hold(), { name: "FolderInUseError" });
    });
  }

  it("watches a holder on another machine: refuses while it beats, takes over when it does not", async () => {
    const file = leaveHolder({ host: "elsewhere" });
    const beating = setInterval(() => utimesSync(file, new Date(), new Date()), 50);
    await assert.rejects(hold({ watchMs: 5000 }), /on elsewhere/);
    clearInterval(beating);
    await hold({ watchMs: 300 });
  });

  it("knows when its lock was deleted and another process holds the folder", async () => {
    const first = await hold({ beatMs: 30 });
    await sleep(100);
    assert.equal(first.lost, false);
    rmSync(path.join(dataDir, "lock"), { recursive: true });
    const second = await hold();
    await sleep(100);
    assert.equal(first.lost, true);
    first.release();
    assert.equal(second.lost, false);
    await assert.rejects(hold(), { name: "FolderInUseError" });
  });

  it("has one holder when several processes take a stale lock over at once", async () => {
    const children = Array.from({ length: 4 }, () => startChild(new URL("./lock-child.ts", import.meta.url), []));
    try {
      assert.deepEqual(new Set(await Promise.all(children.map(nextMessage))), new Set(["ready"]));
      for (let round = 0; round < 25; round++) {
        const folder = path.join(dataDir, String(round));
        leaveHolder({ pid: deadPid }, folder);
        const answers = Promise.all(children.map(nextMessage));
        for (const child of children) child.send(folder);
        assert.deepEqual((await answers).sort(), ["held", "refused", "refused", "refused"]);
      }
    } finally {
      await Promise.all(children.map(killChild));
    }
  });
});
