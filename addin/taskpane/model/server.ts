import type { CurvePoint } from "../../../shared/demand/training/curve.ts";
import type { TrainedModel } from "../../../shared/demand/training/model.ts";
import type { Plan, PlanRequest } from "../../../shared/purchasing/plan.ts";
import type { Replay, ReplayRequest } from "../../../shared/purchasing/replay/replay.ts";
import type { CatalogueEntry } from "../../../shared/define/catalogue.ts";
import { call, jsonPost, type Fetch } from "./call.ts";
import { followJob, type JobView } from "./jobs.ts";
import type { TrainingRequest, TrainingResult } from "./training.ts";

export interface Progress {
  /** 0 to 1. */
  readonly share: number;
  readonly says: string;
}

export interface WorkOptions {
  readonly signal: AbortSignal;
  onProgress(progress: Progress): void;
}

export interface TrainOptions extends Pick<WorkOptions, "signal"> {
  onProgress(progress: Progress, curve: readonly CurvePoint[]): void;
}

/** What the pane asks of the compute server. */
export interface Server {
  readonly origin: string;
  health(signal: AbortSignal): Promise<{ readonly version: string }>;
  /** Plans at once where there is little to do, else as a job with progress. */
  plan(request: PlanRequest, options: WorkOptions): Promise<Plan>;
  /** What the past would have cost, as a job with progress. */
  replay(request: ReplayRequest, options: WorkOptions): Promise<Replay>;
  catalogue(): Promise<readonly CatalogueEntry[]>;
  /** Trains a model, as a job with progress and its losses so far. */
  train(request: TrainingRequest, options: TrainOptions): Promise<TrainingResult>;
  models(): Promise<readonly TrainedModel[]>;
}

/** Items up to which a plan is made while the connection waits. */
export const SMALL_PLAN = 25;

export interface ServerParts {
  readonly origin: string;
  readonly fetch: Fetch;
  wait?(ms: number): Promise<void>;
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function progressOf({ status, progress, message }: JobView, running = "Planning on the server…"): Progress {
  const waiting = status === "queued" ? "Waiting for the server…" : running;
  return { share: progress, says: message || waiting };
}

export function createServer({ origin, fetch, wait = sleep }: ServerParts): Server {
  /** Work that takes its time: a job on the server, shown as it goes and cancelled by the signal. */
  async function asJob(path: string, body: unknown, signal: AbortSignal, onView: (view: JobView) => void) {
    const init = { ...jsonPost(body, { Prefer: "respond-async" }), signal };
    const accepted = (await (await call(fetch, path, init)).json()) as JobView;
    onView(accepted);
    return followJob(accepted.id, { fetch, signal, wait, onView });
  }

  return {
    origin,
    async health(signal) {
      const response = await call(fetch, "/health", { cache: "no-store", signal });
      return (await response.json()) as { version: string };
    },
    async plan(request, { signal, onProgress }) {
      const path = "/v1/reorder";
      if (request.items.length > SMALL_PLAN)
        return (await asJob(path, request, signal, (view) => onProgress(progressOf(view)))) as Plan;
      return (await (await call(fetch, path, { ...jsonPost(request), signal })).json()) as Plan;
    },
    async replay(request, { signal, onProgress }) {
      const onView = (view: JobView): void => onProgress(progressOf(view, "Replaying on the server…"));
      return (await asJob("/v1/replay", request, signal, onView)) as Replay;
    },
    async train(request, { signal, onProgress }) {
      const onView = (view: JobView): void => {
        const { curve } = (view.details ?? { curve: [] }) as { curve: CurvePoint[] };
        onProgress(progressOf(view, "Training on the server…"), curve);
      };
      return (await asJob("/v1/models", request, signal, onView)) as TrainingResult;
    },
    async models() {
      const answer = await call(fetch, "/v1/models", { cache: "no-store" });
      return ((await answer.json()) as { models: TrainedModel[] }).models;
    },
    async catalogue() {
      return (await (await call(fetch, "/catalogue.json")).json()) as CatalogueEntry[];
    },
  };
}
