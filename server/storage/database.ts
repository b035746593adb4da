import path from "node:path";
import { existsSync, readdirSync } from "node:fs";
import { openEmbedded } from "./embedded/embedded.ts";
import type { FolderLock } from "./lock.ts";
import type { Log } from "./log.ts";
import { migrate } from "./migrate.ts";
import { openPostgres } from "./postgres.ts";

export type Row = Record<string, unknown>;

export interface Answer<R = Row> {
  rows: R[];
  /** Rows returned, or rows changed by a statement that returns none. */
  rowCount: number;
}

export interface Queries {
  /** One statement with parameters $1, $2, ... */
  query<R = Row>(sql: string, params?: readonly unknown[]): Promise<Answer<R>>;
  /** Several statements in one text, without parameters. */
  exec(sql: string): Promise<void>;
}

export interface Database extends Queries {
  /** True where no other process can have this database open (the embedded one). */
  readonly exclusive: boolean;
  /** Runs `work` in one transaction: all of it is kept, or (when it throws) nothing. Only `tx` may be used inside. */
  transaction<T>(work: (tx: Queries) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** The folder of all state; the embedded database lives in its `database` folder. */
  dataDir: string;
  /** A PostgreSQL connection URL; without it the embedded database is used. */
  databaseUrl?: string | undefined;
  /** Where this process answers, to be named to a second process on the same folder. */
  address?: string | undefined;
  /** The hold on `dataDir` if the caller has it already, and will release it after closing the database. */
  lock?: FolderLock | undefined;
  log: Log;
}

/**
 * Opens the one database of the server, migrated: PGlite in `dataDir/database`, or PostgreSQL with the very same SQL.
 * @throws StorageError with a sentence for the operator when it cannot be opened or another process holds the folder.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { databaseUrl, log } = options;
  const database =
    databaseUrl === undefined
      ? await openEmbedded({ ...options, folder: embeddedFolder(options.dataDir) })
      : await openPostgres(databaseUrl, log);
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Whether something has been stored before, in PostgreSQL or the folder; also where it is damaged, so that opening says so. */
export function holdsDatabase({ dataDir, databaseUrl }: Pick<DatabaseOptions, "dataDir" | "databaseUrl">): boolean {
  const folder = embeddedFolder(dataDir);
  return databaseUrl !== undefined || (existsSync(folder) && readdirSync(folder).length > 0);
}

export function embeddedFolder(dataDir: string): string {
  return path.join(dataDir, "database");
}
