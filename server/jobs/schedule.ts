import PgBoss from "pg-boss";
import type { Database } from "../storage/database.ts";
import type { Log } from "../storage/log.ts";
import { adapter, SCHEMA } from "./queue.ts";

export interface Schedule {
  /** A cron expression of five fields, in this machine's time zone. */
  readonly cron: string;
  /** What is done then; on several machines one of them does it. */
  readonly work: () => Promise<void>;
}

/** Seconds between looks for work that has fallen due. */
const LOOK_SECONDS = 30;

/** pg-boss's own clock on any of our databases; answers how to stop it. */
export async function startSchedule(
  database: Database,
  name: string,
  { cron, work }: Schedule,
  log: Log,
): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    db: adapter(database),
    schema: SCHEMA,
    supervise: false,
    schedule: true,
    migrate: false,
    cronWorkerIntervalSeconds: LOOK_SECONDS,
  });
  boss.on("error", (error) => log.error({ err: error }, `fault in the schedule ${name}`));
  await boss.start();
  await boss.createQueue(name);
  await boss.schedule(name, cron, {}, { tz: Intl.DateTimeFormat("en").resolvedOptions().timeZone });
  await boss.work(name, { pollingIntervalSeconds: LOOK_SECONDS }, work);
  return () => boss.stop({ graceful: false, close: false });
}
