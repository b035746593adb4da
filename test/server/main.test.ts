import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import https from "node:https";
import os from "node:os";
import path from "node:path";
import { dist } from "../../server/paths.ts";

interface Started {
  readonly child: ChildProcess;
  readonly http: string;
  readonly https: string;
}

/** The built server as a process of its own on free ports; resolves with its addresses, or rejects with what it said. */
function start(dataDir: string, env: Record<string, string> = {}): Promise<Started> {
  const child = spawn(process.execPath, [path.join(dist, "server", "main.js")], {
    env: {
      PATH: process.env["PATH"],
      HOME: dataDir,
      PORT: "0",
      HTTPS_PORT: "0",
      DATA_DIR: dataDir,
      LOG_LEVEL: "silent",
      ...env,
    },
  });
  let said = "";
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const [, http] = /(http:\/\/127\.0\.0\.1:\d+)/.exec(said) ?? [];
      const [, secure] = /(https:\/\/localhost:\d+)/.exec(said) ?? [];
      if (http && secure && said.includes("Stop with")) resolve({ child, http, https: secure });
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.on("exit", (code) => reject(new Error(`exit ${code}: ${said}`)));
  });
}

const getSecurely = (url: string): Promise<string> =>
  new Promise((resolve, reject) => {
    https
      .get(url, { rejectUnauthorized: false }, (res) => {
        let text = "";
        res.on("data", (chunk: Buffer) => (text += chunk.toString())).on("end", () => resolve(text));
      })
      .on("error", reject);
  });

describe("the server as a process", () => {
  let dataDir: string;
  before(() => {
    dataDir = mkdtempSync(path.join(os.tmpdir(), "lotwise-"));
  });
  after(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 }));

  it("answers over http and https, refuses a second process on its folder by name, and ends cleanly", async () => {
    const { child, http, https: secure } = await start(dataDir);
    const health = (await (await fetch(`${http}/health`)).json()) as Record<string, string>;
    assert.equal(health["status"], "ok");
    assert.match(health["tensorflow"]!, /^(native|wasm)$/);
    assert.match(await getSecurely(`${secure}/manifest.xml`), /<OfficeApp/);
    await assert.rejects(start(dataDir), (error: Error) => {
      assert.match(
        error.message,
        new RegExp(
          `exit 1: Lotwise could not start: The data folder .* is in use by another Lotwise: process ${child.pid} `,
        ),
      );
      return true;
    });
    child.kill("SIGTERM");
    assert.deepEqual(await once(child, "exit"), [0, null]);
    const again = await start(dataDir);
    again.child.kill("SIGTERM");
    assert.deepEqual(await once(again.child, "exit"), [0, null]);
  });

  it("goes on with the jobs of a process that was killed", async function () {
    // Two starts and 3,000 items: three times as long where other programs keep the machine busy.
    this.timeout(180_000);
    const killed = await start(dataDir);
    const items = Array.from({ length: 3000 }, (_, i) => ({ sku: `S${i}`, on_hand: 1, lead_time_days: 7 }));
    const history = Object.fromEntries(
      items.map(({ sku }, i) => [sku, Array.from({ length: 104 }, (_, t) => (t * (i + 1)) % 9)]),
    );
    const response = await fetch(`${killed.http}/v1/reorder`, {
      method: "POST",
      headers: { "content-type": "application/json", prefer: "respond-async" },
      body: JSON.stringify({ today: "2026-11-23", period: "week", items, history }),
    });
    const where = response.headers.get("location")!;
    killed.child.kill("SIGKILL");
    await once(killed.child, "exit");
    const { child, http } = await start(dataDir);
    let view: { status: string; result?: { lines: unknown[] } };
    do {
      await new Promise((resolve) => setTimeout(resolve, 200));
      view = (await (await fetch(http + where)).json()) as typeof view;
    } while (view.status === "queued" || view.status === "running");
    assert.equal(view.status, "done", JSON.stringify(view).slice(0, 500));
    assert.equal(view.result!.lines.length, 3000);
    child.kill("SIGTERM");
    await once(child, "exit");
  });

  it("names the port that is taken and the setting that is wrong", async () => {
    const other = mkdtempSync(path.join(os.tmpdir(), "lotwise-"));
    const { child, http } = await start(dataDir);
    await assert.rejects(
      start(other, { PORT: new URL(http).port }),
      /port \d+ is taken by another program: set PORT or HTTPS_PORT/,
    );
    await assert.rejects(start(other, { CALL_TIMEOUT: "soon" }), /the setting CALL_TIMEOUT is not valid/);
    child.kill("SIGTERM");
    await once(child, "exit");
    rmSync(other, { recursive: true, force: true });
  });
});
