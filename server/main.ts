import { readFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { createApp } from "./app.ts";
import { planOnPool } from "./compute/plan.ts";
import { ComputePool } from "./compute/pool.ts";
import { readConfig } from "./config.ts";
import { probeTensorflow } from "./engines/tensorflow.ts";
import { serverCertificate } from "./http/certificate.ts";
import { createJobs } from "./jobs/jobs.ts";
import { openLog } from "./log.ts";
import { root } from "./paths.ts";
import { holdFolder } from "./storage/lock.ts";

/** How long requests under way may take to end when the server is told to stop. */
const GRACE_MS = 5000;

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

function close(server: http.Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
  });
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = openLog(config.LOG_LEVEL);
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string };
  // PostgreSQL arbitrates between processes itself; a folder has only us.
  const lock = config.DATABASE_URL
    ? undefined
    : await holdFolder(config.dataDir, { address: `http://127.0.0.1:${config.PORT}`, log });
  const pool = new ComputePool({
    threads: config.THREADS,
    callTimeout: config.CALL_TIMEOUT * 1000,
    onFault: (fault, reference) => log.error({ reference, fault }, "fault"),
  });
  const jobs = createJobs({
    dataDir: config.dataDir,
    databaseUrl: config.DATABASE_URL,
    lock,
    log,
    handlers: {
      reorder: (input, { signal, progress }) =>
        planOnPool(input, pool, signal, (done, total) => progress(done / total, `${done} of ${total} items planned`)),
    },
  });
  const app = createApp({ config, log, pool, jobs, version, tensorflow: probeTensorflow() });
  const secure = https.createServer(await serverCertificate(config), app);
  const plain = http.createServer(app);
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await Promise.all([close(plain), close(secure)]);
    await jobs.stop();
    await pool.close();
    lock?.release();
    process.exit();
  };
  try {
    const port = await listen(plain, config.PORT, "127.0.0.1");
    const securePort = await listen(secure, config.HTTPS_PORT, config.HOST);
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop());
    await jobs.start();
    console.log(
      [
        `Lotwise ${version} is ready.`,
        `  Workbook       http://127.0.0.1:${port}/`,
        `  Docs           http://127.0.0.1:${port}/docs`,
        `  For Excel      ${config.PUBLIC_URL ?? `https://localhost:${securePort}`}/manifest.xml`,
        `  Stop with Ctrl+C`,
      ].join("\n"),
    );
  } catch (error) {
    await jobs.stop();
    await pool.close();
    lock?.release();
    throw error;
  }
}

main().catch((error: unknown) => {
  console.error(`Lotwise could not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
