import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { toyShop, toyShopRequest } from "../../shared/demo/toy-shop.ts";
import { startProcess } from "./process.ts";

const TIMES = 5;

/** Milliseconds, in order of size, that a server killed in the middle of a job takes until it is ready again. */
export async function restarts(): Promise<readonly number[]> {
  const DATA_DIR = mkdtempSync(path.join(os.tmpdir(), "lotwise-restart-"));
  const body = JSON.stringify(toyShopRequest(toyShop()));
  const times: number[] = [];
  try {
    for (let i = 0; i <= TIMES; i++) {
      const began = performance.now();
      const server = await startProcess({ DATA_DIR });
      const ready = await fetch(`${server.url}/ready`);
      if (ready.status !== 200) throw new Error(`it is not ready: ${ready.status}`);
      if (i > 0) times.push(performance.now() - began);
      const headers = { "content-type": "application/json", prefer: "respond-async" };
      const job = await fetch(`${server.url}/v1/reorder`, { method: "POST", headers, body });
      if (job.status !== 202) throw new Error(`a plan was answered ${job.status}`);
      await server.stop();
    }
    return times.sort((a, b) => a - b);
  } finally {
    rmSync(DATA_DIR, { recursive: true, force: true, maxRetries: 5 });
  }
}
