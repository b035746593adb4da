import { PGlite, type Results } from "@electric-sql/pglite";
import { existsSync } from "node:fs";
import type { Answer, Database, DatabaseOptions, Queries, Row } from "./database.ts";
import { StorageError } from "./errors.ts";
import { initialise } from "./initialise.ts";
import { holdFolder } from "./lock.ts";

type Session = Pick<PGlite, "query" | "exec">;

/** PostgreSQL inside this process (PGlite), opened only while this process holds the data folder. */
export async function openEmbedded(options: DatabaseOptions & { folder: string }): Promise<Database> {
  const { dataDir, folder, address, log } = options;
  const lock = options.lock ?? (await holdFolder(dataDir, { address, log }));
  const release = () => {
    if (options.lock === undefined) lock.release();
  };
  const started = performance.now();
  let pglite: PGlite;
  try {
    if (!existsSync(folder)) await initialise(folder);
    pglite = await PGlite.create(folder);
  } catch (error) {
    release();
    throw new StorageError(`The database in ${folder} could not be opened: ${text(error)}.`, error);
  }
  log.info({ folder, ms: Math.round(performance.now() - started) }, "embedded database open");

  const guard = () => {
    if (lock.lost)
      throw new StorageError(`Another process has taken over the data folder ${dataDir}. Restart this one.`);
  };
  let closing: Promise<void> | undefined;
  return {
    exclusive: true,
    async query<R = Row>(sql: string, params?: readonly unknown[]) {
      guard();
      return query<R>(pglite, sql, params);
    },
    async exec(sql) {
      guard();
      try {
        await pglite.exec(sql);
      } catch (error) {
        // A text with its own BEGIN that fails half-way leaves the only session inside a broken transaction.
        await pglite.exec("ROLLBACK");
        throw error;
      }
    },
    async transaction<T>(work: (tx: Queries) => Promise<T>) {
      guard();
      return pglite.transaction((tx) =>
        work({
          query: (sql, params) => query(tx, sql, params),
          exec: async (sql) => void (await tx.exec(sql)),
        }),
      );
    },
    close: () => (closing ??= pglite.close().finally(release)),
  };
}

async function query<R>(session: Session, sql: string, params: readonly unknown[] = []): Promise<Answer<R>> {
  const result: Results<R> = await session.query<R>(sql, [...params]);
  return { rows: result.rows, rowCount: result.rows.length || (result.affectedRows ?? 0) };
}

function text(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
