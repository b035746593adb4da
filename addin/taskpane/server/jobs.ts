import type { JobView } from "../../../shared/operations/job-schema.ts";
import { addressOf, ask, type Fetch } from "./call.ts";
import { operations } from "./operations.ts";
import { serverEvents } from "./server-events.ts";
import { Cancelled, NoServer, Refused } from "../work/trouble.ts";

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
function conclude<Answer>({ status, result, error }: JobView): Answer {
  if (status === "done") return result as Answer;
  if (status === "cancelled") throw new Cancelled();
  throw new Refused(500, "The server could not do this", error?.message ?? "the job failed");
}

const isOver = ({ status }: JobView): boolean => status !== "queued" && status !== "running";

/** One connection's worth of news; undefined where it ended before the job did. */
async function listen(id: string, options: FollowOptions): Promise<JobView | undefined> {
  const { fetch, signal, onView } = options;
  const response = await ask(fetch, operations.watchJob, undefined, { params: { id }, signal });
  if (!response.body) return undefined;
  for await (const data of serverEvents(response.body)) {
    const view = JSON.parse(data) as JobView;
    onView(view);
    if (isOver(view)) return view;
  }
  return undefined;
}

/** Follows a job to its end and answers its result. Stopped by the signal, it cancels the job on the server too. */
export async function followJob<Answer>(id: string, options: FollowOptions): Promise<Answer> {
  const { fetch, signal, wait } = options;
  let lost = 0;
  const onView = (view: JobView): void => {
    lost = 0;
    options.onView(view);
  };
  for (;;) {
    try {
      const view = await listen(id, { ...options, onView });
      if (view) return conclude<Answer>(view);
    } catch (error) {
      if (error instanceof Refused) throw error;
      if (signal.aborted || error instanceof Cancelled) {
        await fetch(addressOf(operations.cancelJob, { id }), { method: operations.cancelJob.method }).catch(
          () => undefined,
        );
        throw new Cancelled();
      }
    }
    if (++lost > TRIES) throw new NoServer();
    await wait(RETRY_MS);
  }
}
