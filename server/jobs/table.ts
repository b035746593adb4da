import { Readable } from "node:stream";
import type { Database, Queries } from "../storage/database.ts";
import type { JobError, JobStatus, JobStream, JobView } from "./job.ts";
import { partsOf, readParts, wholeOf, writeParts } from "./parts.ts";

/** The jobs table is the truth about every job. All times are the database's, so machines' clocks need not agree. */

export interface JobState {
  status: JobStatus;
  progress: number;
  message: string;
  details?: unknown;
}

export interface ClaimedJob {
  id: string;
  kind: string;
}

export interface RequeuedJob {
  id: string;
  kind: string;
  status: JobStatus;
}

/** Adds a job with the parts of what it is given, unless `limit` jobs wait already; says whether it did. */
export async function insertJob(
  tx: Queries,
  job: ClaimedJob,
  parts: readonly Uint8Array[],
  limit: number,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO lotwise.jobs (id, kind, status)
     SELECT $1::uuid, $2::text, 'queued'
     WHERE (SELECT count(*) FROM lotwise.jobs WHERE status = 'queued') < $3::int
     RETURNING id`,
    [job.id, job.kind, limit],
  );
  if (rowCount === 1) await writeParts(tx, "job_inputs", job.id, parts);
  return rowCount === 1;
}

/** What the job was given, as JSON. */
export async function readInput(db: Queries, id: string): Promise<Uint8Array> {
  const { rows } = await db.query<{ input: string | null }>(
    "SELECT input FROM lotwise.jobs WHERE id = $1::uuid AND input IS NOT NULL",
    [id],
  );
  // Of a job submitted to an earlier version, it is one text.
  const [old] = rows;
  return old?.input ? Buffer.from(old.input) : wholeOf(db, "job_inputs", id);
}

/** As the columns hold it: details as JSON. */
type Stored<T> = Omit<T, "details"> & { details: string | null };

const withDetails = <T extends { details: string | null }>({ details, ...rest }: T) => ({
  ...rest,
  ...(details !== null && { details: JSON.parse(details) as unknown }),
});

export async function readState(db: Queries, id: string): Promise<JobState | undefined> {
  const { rows } = await db.query<Stored<JobState>>(
    "SELECT status, progress, message, details FROM lotwise.jobs WHERE id = $1::uuid",
    [id],
  );
  return rows[0] && withDetails(rows[0]);
}

/** The job with its error, without its result. */
async function readHead(db: Queries, id: string): Promise<{ view: JobView; old: string | null } | undefined> {
  const { rows } = await db.query<Stored<JobState> & { id: string; old: string | null; error: string | null }>(
    "SELECT id, status, progress, message, details, result AS old, error FROM lotwise.jobs WHERE id = $1::uuid",
    [id],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  const { old, error, ...view } = row;
  return { view: { ...withDetails(view), ...(error !== null && { error: JSON.parse(error) as JobError }) }, old };
}

export async function readView(db: Queries, id: string): Promise<JobView | undefined> {
  const head = await readHead(db, id);
  if (head?.view.status !== "done") return head?.view;
  return {
    ...head.view,
    result: JSON.parse(head.old ?? (await wholeOf(db, "job_results", id)).toString("utf8")) as unknown,
  };
}

/** The job, and the JSON of its result apart, as it comes. */
export async function readStream(db: Queries, id: string): Promise<JobStream | undefined> {
  const head = await readHead(db, id);
  if (head?.view.status !== "done") return head && { view: head.view };
  // Of a job kept by an earlier version, the result is one text.
  return { view: head.view, result: head.old === null ? readParts(db, "job_results", id) : Readable.from([head.old]) };
}

export async function waitingKinds(db: Queries, kinds: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ kind: string }>(
    `SELECT kind FROM lotwise.jobs WHERE status = 'queued' AND kind = ANY($1::text[])
     GROUP BY kind ORDER BY min(created_at)`,
    [kinds],
  );
  return rows.map(({ kind }) => kind);
}

/** Gives a waiting job to `worker`; undefined when it waits no longer. */
export async function claimJob(db: Queries, id: string, worker: string): Promise<ClaimedJob | undefined> {
  const { rows } = await db.query<ClaimedJob>(
    `UPDATE lotwise.jobs SET status = 'running', worker = $2::text, beat = now(), tries = tries + 1,
       started_at = coalesce(started_at, now()), progress = 0, message = '', details = NULL
     WHERE id = $1::uuid AND status = 'queued'
     RETURNING id, kind`,
    [id, worker],
  );
  return rows[0];
}

const held = "id = $1::uuid AND worker = $2::text AND status = 'running'";

/** Shows that the job lives and how far it is; false when it is no longer this worker's (cancelled, or taken over). */
export async function beatJob(
  db: Queries,
  id: string,
  worker: string,
  { progress, message, details }: Omit<JobState, "status">,
) {
  const { rowCount } = await db.query(
    `UPDATE lotwise.jobs SET beat = now(), progress = $3::float8, message = $4::text, details = $5::text WHERE ${held}`,
    [id, worker, progress, storable(message), details === undefined ? null : JSON.stringify(details)],
  );
  return rowCount === 1;
}

/** `result` is JSON. */
export type Outcome = { status: "done"; result: Uint8Array } | { status: "failed"; error: JobError };

/** Records the end of a job; has no effect when it is no longer this worker's. What it was given is not kept. */
export async function finishJob(db: Database, id: string, worker: string, outcome: Outcome): Promise<void> {
  const parts = outcome.status === "done" ? await partsOf(outcome.result) : [];
  const error = outcome.status === "failed" ? JSON.stringify(outcome.error) : null;
  await db.transaction(async (tx) => {
    const { rowCount } = await tx.query(
      `UPDATE lotwise.jobs SET status = $3::text, error = $4::text, finished_at = now(), input = NULL,
         worker = NULL, progress = CASE WHEN $3::text = 'done' THEN 1 ELSE progress END
       WHERE ${held}`,
      [id, worker, outcome.status, error],
    );
    if (rowCount !== 1) return;
    await writeParts(tx, "job_inputs", id, []);
    await writeParts(tx, "job_results", id, parts);
  });
}

/** Cancels a job that is not finished yet; any other stays as it is. */
export async function cancelJob(db: Queries, id: string): Promise<void> {
  await db.query(
    `WITH gone AS (
       UPDATE lotwise.jobs SET status = 'cancelled', worker = NULL, finished_at = now(), input = NULL
       WHERE id = $1::uuid AND status IN ('queued', 'running') RETURNING id)
     DELETE FROM lotwise.job_inputs WHERE job IN (SELECT id FROM gone)`,
    [id],
  );
}

/** Puts a running job back, without counting the try; false when it is no longer this worker's. */
export async function putBackJob(db: Queries, id: string, worker: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE lotwise.jobs SET status = 'queued', worker = NULL, tries = tries - 1, progress = 0, message = '', details = NULL
     WHERE ${held}`,
    [id, worker],
  );
  return rowCount === 1;
}

/**
 * Takes running jobs without a beat for `staleMs` (or with one from the future: the clock was put back) away from their workers, except from `living` ones: they wait again,
 * or have failed after `tries` starts.
 */
export async function reclaimJobs(
  db: Queries,
  { staleMs, tries, living }: { staleMs: number; tries: number; living: readonly string[] },
): Promise<RequeuedJob[]> {
  const error: JobError = {
    message: `The server stopped unexpectedly ${tries} times while it ran this job, so the job was given up.`,
  };
  const { rows } = await db.query<RequeuedJob>(
    `UPDATE lotwise.jobs SET worker = NULL,
       status = CASE WHEN tries < $2::int THEN 'queued' ELSE 'failed' END,
       error = CASE WHEN tries < $2::int THEN NULL ELSE $3::text END,
       finished_at = CASE WHEN tries < $2::int THEN NULL ELSE now() END
     WHERE status = 'running' AND abs(extract(epoch FROM now() - beat)) * 1000 >= $1::float8 AND NOT (worker = ANY($4::text[]))
     RETURNING id, kind, status`,
    [staleMs, tries, JSON.stringify(error), living],
  );
  return rows;
}

/** Deletes jobs that finished more than `days` ago; says how many. */
export async function deleteOldJobs(db: Queries, days: number): Promise<number> {
  const { rowCount } = await db.query(
    "DELETE FROM lotwise.jobs WHERE finished_at < now() - $1::float8 * interval '1 day'",
    [days],
  );
  return rowCount;
}

/** PostgreSQL's text holds every character but NUL. */
function storable(text: string): string {
  return text.replaceAll("\0", "\uFFFD");
}
