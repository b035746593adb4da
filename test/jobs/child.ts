import { pino } from "pino";
import { createJobs } from "../../server/jobs/jobs.ts";
import { handlers } from "./handlers.ts";
import { quick } from "./quick.ts";

/** A process of its own with jobs: `child.ts DATA_DIR [DATABASE_URL]`; says "open", and submits what it is told to. */
const [dataDir = "", databaseUrl] = process.argv.slice(2);
const jobs = createJobs({ dataDir, databaseUrl, handlers, log: pino({ level: "silent" }), limits: quick });

process.on("message", (message) => {
  const { kind, input, until } = message as { kind: string; input: unknown; until: string };
  void (async () => {
    const { id } = await jobs.submit(kind, input);
    for await (const view of jobs.events(id)) if (view.status === until) break;
    process.send?.({ id });
  })().catch((error: unknown) => process.send?.({ refused: (error as Error).message }));
});

await jobs.start();
process.send?.("open");
