import type { Database } from "./database.ts";
import { StorageError } from "./errors.ts";
import { migrations } from "./migrations.ts";

/** Any fixed numbers: processes that start at once on one PostgreSQL wait here for each other. */
const migrationLock = 7_231_144;
const queueLock = 7_231_145;

/** Runs `work`, which makes what it needs in transactions of its own, while no other process does. */
export function oneProcessAtATime<T>(database: Database, work: () => Promise<T>): Promise<T> {
  // Only one process can have an exclusive database open.
  if (database.exclusive) return work();
  return database.transaction(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(${queueLock})`);
    return work();
  });
}

/** Brings the database to the newest shape, in one transaction; what has been applied is recorded in a table. */
export async function migrate(database: Database, list: readonly string[] = migrations): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(${migrationLock})`);
    await tx.exec(`
      CREATE SCHEMA IF NOT EXISTS lotwise;
      CREATE TABLE IF NOT EXISTS lotwise.migrations (
        number integer PRIMARY KEY,
        applied_at timestamptz NOT NULL DEFAULT now()
      );`);
    const { rows } = await tx.query<{ applied: number }>(
      "SELECT coalesce(max(number), 0)::int AS applied FROM lotwise.migrations",
    );
    const applied = rows[0]?.applied ?? 0;
    if (applied > list.length) {
      throw new StorageError(
        "The database was written by a newer version of Lotwise. Start that version, or a newer one.",
      );
    }
    for (const [offset, sql] of list.slice(applied).entries()) {
      await tx.exec(sql);
      await tx.query("INSERT INTO lotwise.migrations (number) VALUES ($1::int)", [applied + offset + 1]);
    }
  });
}
