import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { DurableFiles, START_PARAMETERS } from "../../server/storage/embedded/durable-files.ts";
import { restarts } from "../harness/restart.ts";
import type { Figure } from "./main.ts";

const COMMITS = 500;

/** Commits a second of one small row each. */
async function measure(pglite: PGlite): Promise<number> {
  await pglite.exec("CREATE TABLE rows (x int)");
  const began = performance.now();
  for (let x = 0; x < COMMITS; x++) await pglite.query("INSERT INTO rows VALUES ($1)", [x]);
  const seconds = (performance.now() - began) / 1000;
  await pglite.close();
  return COMMITS / seconds;
}

/** What it costs that an acknowledged commit survives a power cut, and how long a restart takes after a kill. */
export async function run(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "lotwise-bench-"));
  try {
    const peer = await measure(await PGlite.create(path.join(folder, "unsynced")));
    const name = path.join(folder, "synced");
    await (await PGlite.create(name)).close();
    const value = await measure(
      await PGlite.create({ fs: new DurableFiles(name), startParams: [...START_PARAMETERS] }),
    );
    const times = await restarts();
    return [
      { name: "storage: restart after a kill to ready, slowest of 5", value: Math.round(times.at(-1)!), unit: "ms" },
      {
        name: "storage: durable commits, against those without fsync",
        value,
        unit: "1/s",
        peer,
        ratio: value / peer,
        better: "higher",
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
