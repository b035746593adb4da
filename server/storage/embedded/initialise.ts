import { once } from "node:events";
import { mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { dist } from "../../paths.ts";
import { syncFolder } from "./durable-files.ts";

/** Makes an empty embedded database in `folder`: whole, on the disk, or (when interrupted) not at all. */
export async function initialise(folder: string): Promise<void> {
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  // Closed to others before there is anything in it: PostgreSQL makes its files for all to read.
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  // In a thread of its own, because it takes seconds of computing and of writing, and 0.5 GB that ends with the thread.
  const program = path.join(dist, "server", "storage", "embedded", "maker.js");
  const worker = new Worker(program, { execArgv: [], workerData: { folder: draft } });
  const [code] = await once(worker, "exit");
  if (code !== 0) throw new Error(`making it ended with code ${String(code)}`);
  renameSync(draft, folder);
  syncFolder(path.dirname(folder));
}
