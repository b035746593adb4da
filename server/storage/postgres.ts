import pg from "pg";
import type { Answer, Database, Queries, Row } from "./database.ts";
import { StorageError } from "./errors.ts";
import type { Log } from "./log.ts";

/** A pool of connections to PostgreSQL. The URL holds a password, so it appears in no message. */
export async function openPostgres(databaseUrl: string, log: Log): Promise<Database> {
  let pool: pg.Pool;
  try {
    pool = new pg.Pool({
      connectionString: databaseUrl,
      application_name: "lotwise",
      max: 10,
      connectionTimeoutMillis: 10_000,
    });
  } catch {
    throw new StorageError("DATABASE_URL must be a PostgreSQL URL, such as postgres://user@host:5432/database.");
  }
  // An idle connection that breaks is replaced at the next query; unheard, its event would end the process.
  pool.on("error", (error) => log.warn({ err: error }, "connection to PostgreSQL lost"));
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
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query("BEGIN");
        const result = await work(queries(client));
        await client.query("COMMIT");
        return result;
      } catch (error) {
        await client.query("ROLLBACK").catch((fault: Error) => (broken = fault));
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
      const { rows, rowCount } = await session.query(sql, [...params]);
      return { rows: rows as R[], rowCount: rowCount ?? 0 };
    },
    async exec(sql) {
      await session.query(sql);
    },
  };
}

/** A failed connection to a name with several addresses has an empty message and a code. */
function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
