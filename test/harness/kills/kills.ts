import type { ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { JobView } from "../../../server/jobs/job.ts";
import { randomStream } from "../../../server/training/pretrained/random.ts";
import { killChild, nextMessage, startChild } from "../child.ts";
import { startPostgres } from "../postgres.ts";
import type { Told } from "./child.ts";
import { drawn, fingerprint, isRight, type Submission } from "./work.ts";

/** What is killed: the whole process, one of its threads (the database's too), or PostgreSQL. */
export const VICTIMS = ["process", "thread", "postgres"] as const;
export type Victim = (typeof VICTIMS)[number];

export interface KillsRun {
  readonly victim: Victim;
  readonly count: number;
  /** The moments and the jobs follow from it. */
  readonly seed: number;
  /** Holds the data and what was done so far: a run that was ended goes on there. */
  readonly folder: string;
  /** Milliseconds between two kills at most. */
  readonly apartMs: number;
}

export interface KillsResult {
  readonly kills: number;
  readonly acknowledged: number;
  readonly done: number;
  readonly lost: number;
  readonly failed: number;
  readonly wrong: number;
  /** Milliseconds from a kill until the server is open again, at most; with the start of its program from source. */
  readonly slowestMs: number;
}

interface Kept {
  kills: number;
  submitted: number;
  readonly acknowledged: [string, Submission][];
}

interface Said {
  readonly tag: string;
  readonly said?: unknown;
}

const child = new URL("./child.ts", import.meta.url);

/** A server in a process of its own, and questions to it. */
class Server {
  readonly process: ChildProcess;
  readonly #waiting = new Map<string, (said: unknown) => void>();
  #asked = 0;

  constructor(args: readonly string[], acknowledged: (id: string, of: Submission) => void) {
    this.process = startChild(child, args);
    this.process.on("message", (message) => {
      const { tag, said } = message as Said;
      this.#waiting.get(tag)?.(said);
      this.#waiting.delete(tag);
    });
    this.#acknowledged = acknowledged;
  }
  readonly #acknowledged: (id: string, of: Submission) => void;

  #tell(told: Omit<Told, "tag">, heard: (said: unknown) => void): void {
    const tag = String(++this.#asked);
    this.#waiting.set(tag, heard);
    if (this.process.connected) this.process.send({ ...told, tag } satisfies Told);
  }

  submit(submission: Submission): void {
    this.#tell({ submit: submission }, (said) => {
      if (said !== undefined) this.#acknowledged((said as { id: string }).id, submission);
    });
  }

  /** Undefined where the job is not there, or cannot be asked for just now. */
  view(id: string): Promise<Partial<JobView> | undefined> {
    return new Promise((resolve) => this.#tell({ view: id }, (said) => resolve(said as Partial<JobView> | undefined)));
  }

  end(which: number): Promise<unknown> {
    return new Promise((resolve) => this.#tell({ end: which }, resolve));
  }
}

/** Kills at random moments, over and over on the same data, then counts what became of the jobs that were acknowledged. */
export async function kills({ victim, count, seed, folder, apartMs }: KillsRun): Promise<KillsResult | undefined> {
  const postgres = victim === "postgres" ? await startPostgres() : undefined;
  if (victim === "postgres" && !postgres?.crash) return undefined;
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, "kills.json");
  const kept: Kept =
    existsSync(file) && !postgres
      ? (JSON.parse(readFileSync(file, "utf8")) as Kept)
      : { kills: 0, submitted: 0, acknowledged: [] };
  const args = [path.join(folder, "data"), ...(postgres ? [postgres.url] : [])];
  const open = (): Server => new Server(args, (id, of) => void kept.acknowledged.push([id, of]));
  let server = open();
  let slowest = 0;
  await nextMessage(server.process);
  while (kept.kills < count) {
    // Each kill has its own stream, so that a run goes on as it would have.
    const random = randomStream(seed + 7919 * ++kept.kills);
    const until = performance.now() + apartMs * random();
    const before = kept.acknowledged.length;
    // Something is acknowledged between two kills; the very first job makes the database, which takes seconds.
    while (performance.now() < until || kept.acknowledged.length === before) {
      server.submit(drawn(++kept.submitted, random));
      await sleep(60 * random());
    }
    if (victim === "thread") await server.end(random());
    else if (postgres) await postgres.crash?.();
    else {
      await killChild(server.process);
      const began = performance.now();
      server = open();
      await nextMessage(server.process);
      slowest = Math.max(slowest, performance.now() - began);
    }
    writeFileSync(file, JSON.stringify(kept));
  }
  const ends = await endsOf(server, kept);
  await killChild(server.process);
  await postgres?.stop();
  return { kills: kept.kills, acknowledged: kept.acknowledged.length, ...ends, slowestMs: Math.round(slowest) };
}

/** How often a job may be asked for in vain while the database comes back, a tenth of a second apart. */
const PATIENCE = 300;

async function endsOf(
  server: Server,
  { acknowledged }: Kept,
): Promise<Record<"done" | "lost" | "failed" | "wrong", number>> {
  const ends = { done: 0, lost: 0, failed: 0, wrong: 0 };
  const known = new Map<string, string>();
  for (const [id, submission] of acknowledged) {
    let view: Partial<JobView> | undefined;
    for (let missing = 0; missing < PATIENCE;) {
      view = await server.view(id);
      if (view?.status !== undefined && view.status !== "queued" && view.status !== "running") break;
      if (view === undefined) missing++;
      await sleep(100);
    }
    if (view === undefined) ends.lost++;
    else if (view.status !== "done") {
      console.error(JSON.stringify({ id, submission, view }));
      ends.failed++;
    } else {
      const key = submission.kind === "twice" ? id : JSON.stringify(submission);
      const print = fingerprint(submission, view.result);
      if (isRight(submission, view.result) && (known.get(key) ?? print) === print) ends.done++;
      else ends.wrong++;
      known.set(key, print);
    }
  }
  return ends;
}
