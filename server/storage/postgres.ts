import pg from "pg";
import type { Answer, Database, Queries, Row } from "./database.ts";
import { passing, StorageError } from "./errors.ts";
import type { Log } from "./log.ts";

/** Milliseconds a statement may take, and a connection stay silent inside a transaction; half-open ones end by them. */
const STATEMENT_MS = 120_000;
const SILENT_MS = 60_000;

const settings = (databaseUrl: string): pg.PoolConfig => ({
  connectionString: databaseUrl,
  application_name: "lotwise",
  max: 10,
  connectionTimeoutMillis: 10_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  query_timeout: STATEMENT_MS,
  statement_timeout: STATEMENT_MS,
  idle_in_transaction_session_timeout: SILENT_MS,
});

/** A pool of connections to PostgreSQL. The URL holds a password, so it appears in no message. */
export async function openPostgres(databaseUrl: string, log: Log): Promise<Database> {
  let pool: pg.Pool;
  try {
    pool = new pg.Pool(settings(databaseUrl));
  } catch {
    throw new StorageError("DATABASE_URL must be a PostgreSQL URL, such as postgres://user@host:5432/database.");
  }
  // A connection that breaks, idle or in the middle of a transaction, is replaced; unheard, its event would end the process.
  const lost = (error: Error): void => log.warn({ err: error }, "connection to PostgreSQL lost");
  pool.on("error", lost);
  pool.on("connect", (client) => client.on("error", lost));
  try {
    await pool.query("SELECT 1");
  } catch (error) {
    await pool.end();
    const reason = error instanceof Error && error.message !== "" ? error.message : codeOf(error);
    throw new StorageError(`PostgreSQL (DATABASE_URL) cannot be reached: ${reason}.`, error);
  }

  let closing: Promise<void> | undefined;
  return {
    exclusive: false,
    ...queries(pool),
    async transaction<T>(work: (tx: Queries) => Promise<T>) {
      const client = await pool.connect().catch((error: unknown) => {
        throw passing(error);
      });
      const tx = queries(client);
      let broken: Error | undefined;
      try {
        await tx.exec("BEGIN");
        const result = await work(tx);
        await tx.exec("COMMIT");
        return result;
      } catch (error) {
        // A connection that failed is given up: asking it to roll back could wait for long. The work's own errors are its own.
        if (error instanceof StorageError) broken = error;
        else await client.query("ROLLBACK").catch((failed: Error) => (broken = failed));
        throw error;
      } finally {
        client.release(broken);
      }
    },
    close: () => (closing ??= pool.end()),
  };
}

function queries(session: pg.Pool | pg.ClientBase): Queries {
  return {
    async query<R = Row>(sql: string, params: readonly unknown[] = []): Promise<Answer<R>> {
      try {
        const { rows, rowCount } = await session.query(sql, [...params]);
        return { rows: rows as R[], rowCount: rowCount ?? 0 };
      } catch (error) {
        throw passing(error);
      }
    },
    async exec(sql) {
      try {
        await session.query(sql);
      } catch (error) {
        throw passing(error);
      }
    },
  };
}

/** A failed connection to a name with several addresses has an empty message and a code. */
function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
