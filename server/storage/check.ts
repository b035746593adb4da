import { copyFileSync, existsSync, rmSync } from "node:fs";
import path from "node:path";
import { embeddedFolder, holdsDatabase, openDatabase } from "./database.ts";
import type { FolderLock } from "./lock.ts";
import { holdFolder } from "./lock.ts";
import type { Log } from "./log.ts";

export interface Finding {
  readonly state: "good" | "repaired" | "wrong";
  readonly what: string;
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What an interrupted first start leaves beside the database: it was never used. */
function removeDraft(folder: string): Finding[] {
  const draft = `${folder}.new`;
  if (!existsSync(draft)) return [];
  rmSync(draft, { recursive: true });
  return [{ state: "repaired", what: `${draft}, left by an interrupted start, is removed` }];
}

/** The version's file has a copy in each of the database's own folders. */
function restoreVersion(folder: string): Finding[] {
  const [file, copy] = [path.join(folder, "PG_VERSION"), path.join(folder, "base", "1", "PG_VERSION")];
  if (existsSync(file) || !existsSync(copy)) return [];
  copyFileSync(copy, file);
  return [{ state: "repaired", what: `${file} was missing and is put back` }];
}

async function checkDatabase(dataDir: string, databaseUrl: string | undefined, log: Log, lock?: FolderLock) {
  if (!holdsDatabase({ dataDir, databaseUrl })) return "nothing is stored yet";
  const database = await openDatabase({ dataDir, databaseUrl, log, lock });
  try {
    const { rows } = await database.query<{ jobs: number; models: number }>(
      "SELECT (SELECT count(*)::int FROM lotwise.jobs) AS jobs, (SELECT count(*)::int FROM lotwise.models) AS models",
    );
    return `the database opens: ${rows[0]?.jobs} jobs and ${rows[0]?.models} models`;
  } finally {
    await database.close();
  }
}

/** Looks a data folder over that no server uses, and repairs what loses nothing. */
export async function checkFolder(dataDir: string, databaseUrl: string | undefined, log: Log): Promise<Finding[]> {
  const findings: Finding[] = [];
  let lock: FolderLock | undefined;
  try {
    // Taking the folder also takes others' rights from it.
    lock = databaseUrl === undefined ? await holdFolder(dataDir) : undefined;
    if (lock) {
      findings.push({ state: "good", what: `${dataDir} is free, and its user's alone` });
      const folder = embeddedFolder(dataDir);
      findings.push(...removeDraft(folder), ...restoreVersion(folder));
    }
    findings.push({ state: "good", what: await checkDatabase(dataDir, databaseUrl, log, lock) });
  } catch (error) {
    findings.push({ state: "wrong", what: wordsOf(error) });
  } finally {
    lock?.release();
  }
  return findings;
}
