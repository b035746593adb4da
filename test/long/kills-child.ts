import { setTimeout as sleep } from "node:timers/promises";
import { pino } from "pino";
import { jsonOf } from "../../server/compute/packed.ts";
import { createJobs } from "../../server/jobs/jobs.ts";
import { quick } from "../jobs/quick.ts";

/** A server to be killed: `kills-child.ts DATA_DIR`; says "open", submits what it is sent and says its id once it is acknowledged. */
const [dataDir = ""] = process.argv.slice(2);
const jobs = createJobs({
  dataDir,
  log: pino({ level: "silent" }),
  // A job is started anew after each kill: here it is the kills that are many, not the job that is to blame.
  limits: { ...quick, queued: 10_000, tries: 1_000_000, freeBytes: 0 },
  handlers: {
    twice: async (input, { progress }) => {
      progress(0.5, "half-way");
      const { ms, n } = jsonOf(input) as { ms: number; n: number };
      await sleep(ms);
      return { n: 2 * n, text: "x".repeat(100_000) };
    },
  },
});

process.on("message", (message) => {
  const { n, ms, view } = message as { n?: number; ms?: number; view?: string };
  const answer = view === undefined ? jobs.submit("twice", { n, ms }) : jobs.get(view);
  answer.then(
    (said) => process.send?.({ n, said }),
    (error: unknown) => process.send?.({ n, refused: String(error) }),
  );
});

await jobs.start();
// Where nothing was stored yet, the database is made by the first job.
process.send?.("open");
