import { call, type Fetch } from "./call.ts";
import { serverEvents } from "./server-events.ts";
import { Cancelled, NoServer, Refused } from "./trouble.ts";

/** A job as `GET /v1/jobs/{id}` shows it. */
export interface JobView {
  readonly id: string;
  readonly status: "queued" | "running" | "done" | "failed" | "cancelled";
  /** 0 to 1. */
  readonly progress: number;
  readonly message: string;
  /** What it shows of its work beside that, such as a training its losses. */
  readonly details?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

export interface FollowOptions {
  readonly fetch: Fetch;
  readonly signal: AbortSignal;
  onView(view: JobView): void;
  /** Waits so many milliseconds. */
  wait(ms: number): Promise<void>;
}

/** How often in a row a lost connection is taken up again. */
const TRIES = 5;
const RETRY_MS = 1000;

/** The job's result, or what it failed of. */
function conclude({ status, result, error }: JobView): unknown {
  if (status === "done") return result;
  if (status === "cancelled") throw new Cancelled();
  throw new Refused(500, "The server could not do this", error?.message ?? "the job failed");
}

const isOver = ({ status }: JobView): boolean => status !== "queued" && status !== "running";

/** One connection's worth of news; undefined where it ended before the job did. */
async function listen(id: string, options: FollowOptions): Promise<JobView | undefined> {
  const { fetch, signal, onView } = options;
  const response = await call(fetch, `/v1/jobs/${id}/events`, { signal });
  if (!response.body) return undefined;
  for await (const data of serverEvents(response.body)) {
    const view = JSON.parse(data) as JobView;
    onView(view);
    if (isOver(view)) return view;
  }
  return undefined;
}

/** Follows a job to its end and answers its result. Stopped by the signal, it cancels the job on the server too. */
export async function followJob(id: string, options: FollowOptions): Promise<unknown> {
  const { fetch, signal, wait } = options;
  let lost = 0;
  const onView = (view: JobView): void => {
    lost = 0;
    options.onView(view);
  };
  for (;;) {
    try {
      const view = await listen(id, { ...options, onView });
      if (view) return conclude(view);
    } catch (error) {
      if (error instanceof Refused) throw error;
      if (signal.aborted || error instanceof Cancelled) {
        await fetch(`/v1/jobs/${id}`, { method: "DELETE" }).catch(() => undefined);
        throw new Cancelled();
      }
    }
    if (++lost > TRIES) throw new NoServer();
    await wait(RETRY_MS);
  }
}
