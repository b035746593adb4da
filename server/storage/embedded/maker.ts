import { workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { narrow } from "../private.ts";
import { syncTree } from "./durable-files.ts";

// Makes an empty database in a folder and ends: its files are their user's alone, and on the disk. Syncing comes once, at
// the end: each of its thousand files written through would take minutes on a slow disk.

const { folder } = workerData as { readonly folder: string };

await (await PGlite.create(folder)).close();
narrow(folder);
syncTree(folder);
