import { setTimeout as sleep } from "node:timers/promises";
import type { Worker } from "node:worker_threads";
import { pino } from "pino";
import { jsonOf } from "../../../server/compute/packed.ts";
import { ComputePool } from "../../../server/compute/pool.ts";
import { createJobs } from "../../../server/jobs/jobs.ts";
import { operationHandlers } from "../../../server/operations/job-handlers.ts";
import { trainingHandlers } from "../../../server/training/own/models.ts";
import { quick } from "../../jobs/quick.ts";

/** A server to be killed, or one whose threads are: `child.ts DATA_DIR [DATABASE_URL]`; says "open", then does what it is told. */
const [dataDir = "", databaseUrl] = process.argv.slice(2);

const threads = new Set<Worker>();
process.on("worker", (worker: Worker) => {
  threads.add(worker);
  worker.once("exit", () => threads.delete(worker));
});

const pool = new ComputePool({ threads: 2, callTimeout: 30_000, onFault: () => undefined });
const jobs = createJobs({
  dataDir,
  databaseUrl,
  log: pino({ level: "silent" }),
  // A job is started anew after each kill: here it is the kills that are many, not the job that is to blame.
  limits: { ...quick, retryMs: 100, queued: 10_000, tries: 1_000_000, freeBytes: 0 },
  handlers: {
    ...operationHandlers(pool),
    ...trainingHandlers({ threads: 1, size: { steps: 2, batch: 4, examples: 8 } }),
    twice: async (input, { progress }) => {
      const { ms, n } = jsonOf(input) as { ms: number; n: number };
      progress(0.5, "half-way");
      await sleep(ms);
      return { n: 2 * n, text: "x".repeat(100_000) };
    },
  },
});

export interface Told {
  readonly submit?: { readonly kind: string; readonly input: unknown };
  readonly view?: string;
  /** Which of the threads there are to end, 0 to 1. */
  readonly end?: number;
  /** What the reply is known by. */
  readonly tag: string;
}

async function reply({ submit, view, end }: Told): Promise<unknown> {
  if (submit) return jobs.submit(submit.kind, submit.input);
  if (view !== undefined) return jobs.get(view);
  const all = [...threads];
  await all[Math.floor((end ?? 0) * all.length)]?.terminate();
  return all.length;
}

process.on("message", (told: Told) => {
  reply(told).then(
    (said) => process.send?.({ tag: told.tag, said }),
    (error: unknown) => process.send?.({ tag: told.tag, refused: String(error) }),
  );
});

await jobs.start();
// Where nothing was stored yet, the database is made by the first job.
process.send?.("open");
