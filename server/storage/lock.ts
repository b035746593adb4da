import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { StorageError } from "./errors.ts";
import type { Log } from "./log.ts";
import { keepPrivate } from "./private.ts";
import { fate, ownIdentity } from "./process-identity.ts";

const holderSchema = z.object({
  pid: z.number(),
  host: z.string(),
  namespace: z.string(),
  incarnation: z.string(),
  uptime: z.number(),
  token: z.string(),
  /** Drawn at random for each hold. */
  hold: z.string(),
  /** When the folder was taken, ISO 8601. */
  since: z.string(),
  /** Where the holder answers. */
  address: z.string().optional(),
  /** Set when the holder has let go. */
  released: z.boolean().optional(),
});

export type Holder = z.infer<typeof holderSchema>;

export interface FolderLock {
  /** True once the lock was deleted or taken over, which another process does only when this one seems dead. */
  readonly lost: boolean;
  release(): void;
}

export interface LockOptions {
  address?: string | undefined;
  log?: Log | undefined;
  /** How often the holder shows that it lives, in milliseconds. */
  beatMs?: number;
  /** How long a holder on another machine or in another container is watched for a beat, in milliseconds. */
  watchMs?: number;
}

/** Another process holds the data folder; the message names it and says what to do. */
class FolderInUseError extends StorageError {
  constructor(
    dataDir: string,
    readonly holder: Holder,
  ) {
    const where = holder.address === undefined ? "" : `, at ${holder.address}`;
    super(
      `The data folder ${dataDir} is in use by another Lotwise: process ${holder.pid} on ${holder.host}, ` +
        `since ${holder.since}${where}. Use that one, stop it, or give this one another folder (DATA_DIR). ` +
        `If it no longer runs, delete ${lockFolder(dataDir)}.`,
    );
    this.name = "FolderInUseError";
  }
}

/**
 * Makes this process the one that may open the database of `dataDir`.
 *
 * The lock is a numbered file in `dataDir/lock`; the highest number holds. Taking a stale lock over means creating the
 * next number, which the file system grants to one process only (flag wx), and then finding oneself the highest. Files
 * below the highest may be deleted by anyone, the highest by no one (letting go is written into it), so numbers never
 * go back, and a slow process that acts on an old view finds itself below and gives way.
 * @throws FolderInUseError when a living process holds it
 */
export async function holdFolder(dataDir: string, options: LockOptions = {}): Promise<FolderLock> {
  const { address, log, beatMs = 5000, watchMs = 20_000 } = options;
  const folder = lockFolder(dataDir);
  keepPrivate(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const holder: Holder = {
    ...ownIdentity(),
    hold: randomUUID(),
    since: new Date().toISOString(),
    ...(address !== undefined && { address }),
  };
  for (;;) {
    const top = highest(folder);
    const current = top === 0 ? undefined : await livingHolder(fileOf(folder, top), watchMs);
    if (current !== undefined) throw new FolderInUseError(dataDir, current);
    const own = fileOf(folder, top + 1);
    if (!create(own, holder)) continue;
    if (highest(folder) === top + 1) {
      for (const number of numbers(folder)) if (number <= top) rmSync(fileOf(folder, number), { force: true });
      return keep(folder, top + 1, holder, beatMs, log);
    }
    rmSync(own, { force: true });
  }
}

function keep(folder: string, number: number, holder: Holder, beatMs: number, log: Log | undefined): FolderLock {
  const file = fileOf(folder, number);
  let lost = false;
  // The content is looked at too: whoever deletes the folder by hand lets the numbers start again.
  const holds = () => highest(folder) === number && readFileSync(file, "utf8").includes(holder.hold);
  const timer = setInterval(() => {
    try {
      if (!holds()) throw new Error("another process has taken the folder over");
      const now = new Date();
      utimesSync(file, now, now);
    } catch (error) {
      lost = true;
      clearInterval(timer);
      log?.error({ err: error, folder }, "the lock of the data folder is lost");
    }
  }, beatMs);
  timer.unref();
  return {
    get lost() {
      return lost;
    },
    release() {
      clearInterval(timer);
      if (lost || !existsSync(file) || !holds()) return;
      writeFileSync(file, JSON.stringify({ ...holder, released: true }));
    },
  };
}

/** Who holds this lock file, or undefined when nobody (any more) does. */
async function livingHolder(file: string, watchMs: number): Promise<Holder | undefined> {
  const holder = await read(file);
  if (holder === undefined || holder.released === true) return undefined;
  const state = fate(holder);
  if (state !== "unknown") return state === "alive" ? holder : undefined;
  const before = touched(file);
  for (const until = performance.now() + watchMs; performance.now() < until;) {
    await sleep(Math.min(250, watchMs));
    if (touched(file) !== before) return read(file).then((now) => (now?.released === true ? undefined : now));
  }
  return undefined;
}

/** A file seen between its creation and its content is read again; one that stays without is of a killed process. */
async function read(file: string): Promise<Holder | undefined> {
  for (let attempt = 0; attempt < 20; attempt++) {
    try {
      return holderSchema.parse(JSON.parse(readFileSync(file, "utf8")));
    } catch (error) {
      if (codeOf(error) === "ENOENT") return undefined;
      await sleep(50);
    }
  }
  return undefined;
}

function create(file: string, holder: Holder): boolean {
  try {
    writeFileSync(file, JSON.stringify(holder), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

function highest(folder: string): number {
  return Math.max(0, ...numbers(folder));
}

function numbers(folder: string): number[] {
  return readdirSync(folder).flatMap((name) => {
    const match = /^(\d+)\.json$/.exec(name);
    return match === null ? [] : [Number(match[1])];
  });
}

function touched(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? -1;
}

function lockFolder(dataDir: string): string {
  return path.join(dataDir, "lock");
}

function fileOf(folder: string, number: number): string {
  return path.join(folder, `${number}.json`);
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
