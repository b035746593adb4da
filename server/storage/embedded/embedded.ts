import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Database, DatabaseOptions, Queries, Row } from "../database.ts";
import { StorageError } from "../errors.ts";
import { holdFolder } from "../lock.ts";
import type { Log } from "../log.ts";
import { DatabaseThread, USUAL_TIMES, type ThreadTimes } from "./database-thread.ts";
import { initialise } from "./initialise.ts";

/** Whether the folder holds an embedded database; one that holds anything else is nobody's to write over. */
function isDatabase(folder: string): boolean {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return false;
  if (existsSync(path.join(folder, "PG_VERSION"))) return true;
  throw new StorageError(
    `The folder ${folder} is not empty and not a whole database: its file PG_VERSION is missing. Put that file back (its content is the first line of base/1/PG_VERSION), or move the folder away to start with an empty database.`,
  );
}

/** A thread in which the database is open. */
async function openThread(folder: string, times: ThreadTimes, log: Log): Promise<DatabaseThread> {
  const started = performance.now();
  const thread = new DatabaseThread(folder, times);
  try {
    await thread.ready;
  } catch (error) {
    await thread.end();
    throw new StorageError(`The database in ${folder} could not be opened: ${text(error)}.`, error);
  }
  log.info({ folder, ms: Math.round(performance.now() - started) }, "embedded database open");
  return thread;
}

/** The first thread on a folder, whose database is made where there is none yet. */
async function firstThread(folder: string, start: () => Promise<DatabaseThread>): Promise<DatabaseThread> {
  try {
    if (!isDatabase(folder)) await initialise(folder);
    return await start();
  } catch (error) {
    throw error instanceof StorageError
      ? error
      : new StorageError(`The database in ${folder} could not be made: ${text(error)}.`, error);
  }
}

/**
 * PostgreSQL inside this process (PGlite), in a thread of its own that is started anew when it dies, opened only while
 * this process holds the data folder. The thread dies with the process, so nobody else can have the files open.
 */
export async function openEmbedded(
  options: DatabaseOptions & { folder: string },
  times: ThreadTimes = USUAL_TIMES,
): Promise<Database> {
  const { dataDir, folder, address, log } = options;
  const lock = options.lock ?? (await holdFolder(dataDir, { address, log }));
  const release = () => {
    if (options.lock === undefined) lock.release();
  };
  const start = (): Promise<DatabaseThread> => openThread(folder, times, log);
  let thread = firstThread(folder, start);
  try {
    await thread;
  } catch (error) {
    release();
    throw error;
  }

  /** The living thread: another one where the last has died. */
  const living = async (): Promise<DatabaseThread> => {
    if (lock.lost)
      throw new StorageError(`Another process has taken over the data folder ${dataDir}. Restart this one.`);
    if (closing) throw StorageError.plain("The server is stopping. Try again in a moment.");
    const current = thread;
    const open = await current.catch(() => undefined);
    if (open && !open.dead) return open;
    // Whoever comes first starts it anew; the others wait for the same one.
    if (thread === current) {
      log.warn({ folder }, "the embedded database is started anew");
      thread = start();
      thread.catch(() => undefined);
    }
    return thread;
  };
  let closing: Promise<void> | undefined;
  return {
    exclusive: true,
    async query<R = Row>(sql: string, params?: readonly unknown[]) {
      return (await living()).query<R>(sql, params);
    },
    async exec(sql) {
      await (await living()).exec(sql);
    },
    async transaction<T>(work: (tx: Queries) => Promise<T>) {
      return (await living()).transaction(work);
    },
    close: () =>
      (closing ??= thread
        .then(
          (open) => open.close(),
          () => undefined,
        )
        .finally(release)),
  };
}

function text(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
