import { rmSync, statfsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pino } from "pino";
import { createJobs } from "../../server/jobs/jobs.ts";
import { DISK_FULL, StorageError } from "../../server/storage/errors.ts";
import { randomStream } from "../../server/training/pretrained/random.ts";
import { handlers } from "../jobs/handlers.ts";
import { quick } from "../jobs/quick.ts";
import { mountTmpfs } from "./tmpfs.ts";

export interface DiskResult {
  readonly moments: number;
  readonly acknowledged: number;
  readonly refused: number;
  /** Refusals that say nothing of the disk or of trying again. */
  readonly unclear: readonly string[];
  readonly done: number;
  readonly others: readonly string[];
}

const MB = 2 ** 20;
/** Work is refused where less than this would stay free: one more file of the database's log. */
const FREE = 24 * MB;

/**
 * Jobs on a disk of 96 MB, of which 0 to 40 MB are left at random moments; undefined where none can be mounted. What was
 * acknowledged is counted once there is room again.
 */
export async function fillDisk(moments: number, seed: number): Promise<DiskResult | undefined> {
  const disk = mountTmpfs(96);
  if (!disk) return undefined;
  const random = randomStream(seed);
  const filler = path.join(disk.folder, "filler");
  const jobs = createJobs({
    dataDir: path.join(disk.folder, "data"),
    handlers,
    log: pino({ level: "silent" }),
    limits: { ...quick, queued: 10_000, retryMs: 200, freeBytes: FREE },
  });
  const acknowledged: { readonly id: string; readonly text: string }[] = [];
  const unclear: string[] = [];
  let refused = 0;
  const submit = async (): Promise<void> => {
    // Random letters, which do not get smaller by packing.
    const text = Array.from({ length: 200_000 }, () => Math.floor(36 * random()).toString(36)).join("");
    try {
      acknowledged.push({ id: (await jobs.submit("echo", text)).id, text });
    } catch (error) {
      refused += 1;
      const says = error instanceof StorageError ? error.told : String(error);
      if (says !== DISK_FULL && !/Try again in a moment/.test(says)) unclear.push(says);
    }
  };
  try {
    await jobs.start();
    await submit();
    for (let moment = 0; moment < moments; moment++) {
      const { bavail, bsize } = statfsSync(disk.folder);
      const left = Math.round(40 * MB * random());
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - left)));
      for (let i = 0; i < 4; i++) await submit();
      rmSync(filler);
      await submit();
    }
    const others: string[] = [];
    let done = 0;
    for (const { id, text } of acknowledged) {
      for (;;) {
        const view = await jobs
          .get(id)
          .catch(() => ({ status: "queued" as const, result: undefined, error: undefined }));
        if (view?.status === "queued" || view?.status === "running") {
          await sleep(100);
          continue;
        }
        if (view?.status === "done" && view.result === text) done += 1;
        else others.push(`${view?.status} ${view?.error?.message}`);
        break;
      }
    }
    return { moments, acknowledged: acknowledged.length, refused, unclear, done, others };
  } finally {
    await jobs.stop();
    disk.unmount();
  }
}
