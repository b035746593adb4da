import type { Plan, PlanRequest } from "../../../shared/purchasing/plan.ts";
import type { CatalogueEntry } from "./catalogue.ts";
import { call, jsonPost, type Fetch } from "./call.ts";
import { followJob, type JobView } from "./jobs.ts";

export interface Progress {
  /** 0 to 1. */
  readonly share: number;
  readonly says: string;
}

export interface PlanOptions {
  readonly signal: AbortSignal;
  onProgress(progress: Progress): void;
}

/** What the pane asks of the compute server. */
export interface Server {
  readonly origin: string;
  health(signal: AbortSignal): Promise<{ readonly version: string }>;
  /** Plans at once where there is little to do, else as a job with progress. */
  plan(request: PlanRequest, options: PlanOptions): Promise<Plan>;
  catalogue(): Promise<readonly CatalogueEntry[]>;
}

/** Items up to which a plan is made while the connection waits. */
export const SMALL_PLAN = 25;

export interface ServerParts {
  readonly origin: string;
  readonly fetch: Fetch;
  wait?(ms: number): Promise<void>;
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function progressOf({ status, progress, message }: JobView): Progress {
  const waiting = status === "queued" ? "Waiting for the server…" : "Planning on the server…";
  return { share: progress, says: message || waiting };
}

export function createServer({ origin, fetch, wait = sleep }: ServerParts): Server {
  return {
    origin,
    async health(signal) {
      const response = await call(fetch, "/health", { cache: "no-store", signal });
      return (await response.json()) as { version: string };
    },
    async plan(request, { signal, onProgress }) {
      if (request.items.length <= SMALL_PLAN) {
        const response = await call(fetch, "/v1/reorder", { ...jsonPost(request), signal });
        return (await response.json()) as Plan;
      }
      const init = { ...jsonPost(request, { Prefer: "respond-async" }), signal };
      const accepted = (await (await call(fetch, "/v1/reorder", init)).json()) as JobView;
      onProgress(progressOf(accepted));
      const onView = (view: JobView): void => onProgress(progressOf(view));
      return (await followJob(accepted.id, { fetch, signal, wait, onView })) as Plan;
    },
    async catalogue() {
      return (await (await call(fetch, "/catalogue.json")).json()) as CatalogueEntry[];
    },
  };
}
