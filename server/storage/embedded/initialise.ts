import { once } from "node:events";
import { mkdirSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { narrow } from "../private.ts";
import { syncFolder, syncTree } from "./durable-files.ts";

// In a thread of its own, because making a database takes seconds of computing and 0.5 GB that ends with the thread.
const source = `
const { workerData } = require("node:worker_threads");
const { PGlite } = require(workerData.module);
PGlite.create(workerData.folder).then((database) => database.close());
`;

/** Makes an empty embedded database in `folder`: whole, on the disk, or (when interrupted) not at all. */
export async function initialise(folder: string): Promise<void> {
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  // Closed to others before there is anything in it: PostgreSQL makes its files for all to read.
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  const module = createRequire(import.meta.url).resolve("@electric-sql/pglite");
  const worker = new Worker(source, { eval: true, execArgv: [], workerData: { module, folder: draft } });
  const [code] = await once(worker, "exit");
  if (code !== 0) throw new Error(`making it ended with code ${String(code)}`);
  narrow(draft);
  // Syncing comes once, at the end: each of its thousand files written through would take minutes on a slow disk.
  syncTree(draft);
  renameSync(draft, folder);
  syncFolder(path.dirname(folder));
}
