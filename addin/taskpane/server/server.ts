import type { CurvePoint } from "../../../shared/demand/networks/trained/curve.ts";
import type { TrainedModel } from "../../../shared/demand/networks/trained/version.ts";
import type { Plan } from "../../../shared/purchasing/plan/plan-schema.ts";
import type { PlanRequest } from "../../../shared/purchasing/terms/plan.ts";
import type { Replay, ReplayRequest } from "../../../shared/purchasing/replay/replay.ts";
import type { CatalogueEntry } from "../../../shared/define/catalogue.ts";
import type { JobView } from "../../../shared/operations/job-schema.ts";
import type { TrainingDetails, TrainingRequest, TrainingResult } from "../../../shared/operations/training-schema.ts";
import type { Progress, WorkOptions } from "../work/progress.ts";
import { answerOf, ask, call, type Fetch } from "./call.ts";
import { followJob } from "./jobs.ts";
import { operations, type Entry } from "./operations.ts";

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
const SMALL_PLAN = 25;

export interface ServerParts {
  readonly origin: string;
  readonly fetch: Fetch;
  wait?(ms: number): Promise<void>;
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function progressOf({ status, progress, message }: JobView, running: string): Progress {
  const waiting = status === "queued" ? "Waiting for the server…" : running;
  return { share: progress, says: message || waiting };
}

/** The losses that a training shows of its work. */
const curveOf = ({ details }: JobView): readonly CurvePoint[] => (details as TrainingDetails | undefined)?.curve ?? [];

export function createServer({ origin, fetch, wait = sleep }: ServerParts): Server {
  /** Work that takes its time: a job on the server, shown as it goes and cancelled by the signal. */
  async function asJob<Request, Answer>(
    operation: Entry<Request, Answer>,
    body: Request,
    signal: AbortSignal,
    onProgress: (progress: Progress, view: JobView) => void,
  ): Promise<Answer> {
    const headers = { Prefer: "respond-async" };
    const onView = (view: JobView): void => onProgress(progressOf(view, operation.working), view);
    const accepted = await answerOf<JobView>(await ask(fetch, operation, body, { headers, signal }));
    onView(accepted);
    return followJob<Answer>(accepted.id, { fetch, signal, wait, onView });
  }

  return {
    origin,
    health: async (signal) => answerOf(await ask(fetch, operations.health, undefined, { cache: "no-store", signal })),
    async plan(request, { signal, onProgress }) {
      if (request.items.length > SMALL_PLAN) return asJob(operations.reorder, request, signal, onProgress);
      return answerOf(await ask(fetch, operations.reorder, request, { signal }));
    },
    replay: (request, { signal, onProgress }) => asJob(operations.replay, request, signal, onProgress),
    train: (request, { signal, onProgress }) =>
      asJob(operations.trainModel, request, signal, (progress, view) => onProgress(progress, curveOf(view))),
    async models() {
      const response = await ask(fetch, operations.listModels, undefined, { cache: "no-store" });
      return (await answerOf<{ readonly models: readonly TrainedModel[] }>(response)).models;
    },
    catalogue: async () => answerOf(await call(fetch, "/catalogue.json")),
  };
}
