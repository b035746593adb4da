import { readFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { createApp } from "./app.ts";
import { ComputePool } from "./compute/pool.ts";
import { readConfig, type Config } from "./config.ts";
import { probeTensorflow } from "./engines/tensorflow.ts";
import { serverCertificate } from "./http/certificate.ts";
import { closing } from "./http/closing.ts";
import { TLS } from "./http/tls.ts";
import { createJobs, type Jobs } from "./jobs/jobs.ts";
import { openLog } from "./log.ts";
import { operationHandlers } from "./operations/job-handlers.ts";
import { root } from "./paths.ts";
import { holdFolder } from "./storage/lock.ts";
import { keepPrivate, makePrivateFromNowOn } from "./storage/private.ts";
import { trainingHandlers } from "./training/own/models.ts";
import { Retraining } from "./training/own/retraining.ts";
import { storedModels } from "./training/own/source.ts";

function listen(server: http.Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        error.code === "EADDRINUSE"
          ? new Error(`port ${port} is taken by another program: set PORT or HTTPS_PORT to a free one`)
          : error,
      );
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** What a buyer needs to know once it answers. */
const welcome = (version: string, port: number, excel: string): string =>
  [
    `Lotwise ${version} is ready.`,
    `  Workbook       http://127.0.0.1:${port}/`,
    `  Docs           http://127.0.0.1:${port}/docs`,
    `  For Excel      ${excel}/manifest.xml`,
    `  Stop with Ctrl+C`,
  ].join("\n");

/** What computes, keeps and answers, not listening yet. `end` puts it all away. */
async function assemble(config: Config, version: string) {
  const log = openLog(config.LOG_LEVEL);
  // PostgreSQL arbitrates between processes itself; a folder has only us.
  const lock = config.DATABASE_URL
    ? undefined
    : await holdFolder(config.dataDir, { address: `http://127.0.0.1:${config.PORT}`, log });
  const pool = new ComputePool({
    threads: config.THREADS,
    callTimeout: config.CALL_TIMEOUT * 1000,
    models: storedModels(() => jobs),
    onFault: (fault, reference) => log.error({ reference, fault }, "fault"),
  });
  const jobs: Jobs = createJobs({
    dataDir: config.dataDir,
    databaseUrl: config.DATABASE_URL,
    lock,
    log,
    handlers: {
      ...operationHandlers(pool),
      ...trainingHandlers({ threads: pool.threads, kept: () => void retraining.start() }),
    },
  });
  const retraining = new Retraining(jobs, config.RETRAIN, log);
  const app = createApp({ config, log, pool, jobs, version, tensorflow: probeTensorflow() });
  const secure = https.createServer({ ...TLS, ...(await serverCertificate(config)) }, app);
  const end = async (): Promise<void> => {
    await retraining.stop();
    await jobs.stop();
    await pool.close();
    lock?.release();
  };
  return { plain: http.createServer(app), secure, jobs, retraining, end };
}

async function main(): Promise<void> {
  makePrivateFromNowOn();
  const config = readConfig(process.env);
  if (config.DATABASE_URL) keepPrivate(config.dataDir);
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string };
  const { plain, secure, jobs, retraining, end } = await assemble(config, version);
  const closed = [plain, secure].map(closing);
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await Promise.all(closed.map((close) => close()));
    await end();
    process.exit();
  };
  try {
    const port = await listen(plain, config.PORT, "127.0.0.1");
    const securePort = await listen(secure, config.HTTPS_PORT, config.HOST);
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop());
    await jobs.start();
    await retraining.start();
    console.log(welcome(version, port, config.PUBLIC_URL ?? `https://localhost:${securePort}`));
  } catch (error) {
    await end();
    throw error;
  }
}

main().catch((error: unknown) => {
  console.error(`Lotwise could not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
