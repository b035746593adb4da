import { mkdtempSync, rmSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { createApp } from "../../server/app.ts";
import { ComputePool, type PoolOptions } from "../../server/compute/pool.ts";
import { readConfig } from "../../server/config.ts";
import { createJobs, type Jobs } from "../../server/jobs/jobs.ts";
import { openLog } from "../../server/log.ts";
import { operationHandlers } from "../../server/operations/job-handlers.ts";
import { trainingHandlers, type TrainingOptions } from "../../server/training/own/models.ts";
import { storedModels } from "../../server/training/own/source.ts";

export interface RunningServer {
  readonly url: string;
  readonly pool: ComputePool;
  readonly jobs: Jobs;
  /** Faults of ours that were logged. */
  readonly faults: string[];
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  compute(calls: readonly unknown[]): Promise<{ value?: unknown; error?: { code: string; message: string } }[]>;
  close(): Promise<void>;
}

/** The real app on a free port, with real threads and an embedded database in a folder of its own. */
export async function startServer(
  env: Record<string, string> = {},
  options: Partial<PoolOptions> = {},
  training: Partial<TrainingOptions> = {},
): Promise<RunningServer> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), "lotwise-"));
  const config = readConfig({ LOG_LEVEL: "silent", DATA_DIR: dataDir, THREADS: "2", ...env });
  const log = openLog(config.LOG_LEVEL);
  const faults: string[] = [];
  const pool = new ComputePool({
    threads: config.THREADS,
    callTimeout: config.CALL_TIMEOUT * 1000,
    models: storedModels(() => jobs),
    onFault: (text) => faults.push(text),
    ...options,
  });
  const jobs: Jobs = createJobs({
    dataDir,
    log,
    handlers: {
      ...operationHandlers(pool),
      ...trainingHandlers({ threads: pool.threads, size: { steps: 40, batch: 16, examples: 100 }, ...training }),
    },
  });
  const server = http.createServer(
    createApp({ config, log, pool, jobs, version: "0.0.0", tensorflow: Promise.resolve("wasm") }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const post: RunningServer["post"] = (to, body, headers = {}) =>
    fetch(url + to, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  return {
    url,
    pool,
    jobs,
    faults,
    post,
    async compute(calls) {
      const response = await post("/v1/compute", { calls });
      if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
      return ((await response.json()) as { results: { value?: unknown; error?: { code: string; message: string } }[] })
        .results;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await jobs.stop();
      await pool.close();
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
