import PgBoss from "pg-boss";
import type { Database, Queries } from "../storage/database.ts";
import { oneProcessAtATime } from "../storage/migrate.ts";
import type { Log } from "../storage/log.ts";

/** pg-boss's own part of the database. */
export const SCHEMA = "lotwise_queue";

/** One queue a kind. It holds the ids of jobs that wait; everything else about a job is in its own table. */
export interface Queue {
  add(tx: Queries, kind: string, id: string): Promise<void>;
  /** Takes the longest waiting id out of the queue; it is back there when the transaction fails. */
  take(tx: Queries, kind: string): Promise<string | undefined>;
  close(): Promise<void>;
}

/**
 * pg-boss on any of our databases. It is told the transaction to work in, so that a job and its place in the queue
 * change together: no process can die in between. Its own timers stay off: retries and expiry go by the jobs table.
 */
export async function openQueue(database: Database, kinds: readonly string[], log: Log): Promise<Queue> {
  const boss = new PgBoss({ db: adapter(database), schema: SCHEMA, supervise: false, schedule: false });
  boss.on("error", (error) => log.error({ err: error }, "fault in the job queue"));
  await oneProcessAtATime(database, async () => {
    await boss.start();
    for (const kind of kinds) await boss.createQueue(kind);
  });
  return {
    async add(tx, kind, id) {
      const ticket = await boss.send(kind, { id }, { db: adapter(tx) });
      if (ticket === null) throw new Error(`there is no queue ${kind}`);
    },
    async take(tx, kind) {
      const db = adapter(tx);
      const [ticket] = await boss.fetch<{ id: string }>(kind, { db, ignoreStartAfter: true } as PgBoss.FetchOptions);
      if (ticket === undefined) return undefined;
      await boss.deleteJob(kind, ticket.id, { db });
      return ticket.data.id;
    },
    close: () => boss.stop({ graceful: false, close: false }),
  };
}

/** Our database as pg-boss takes it: it sends several statements in one text only without values, and expects rows only of single statements. */
export function adapter(session: Queries): PgBoss.Db {
  return {
    async executeSql(text: string, values?: unknown[]) {
      if (values !== undefined || !/^\s*BEGIN\b/i.test(text)) return session.query(text, values);
      await session.exec(text);
      return { rows: [] };
    },
  };
}
