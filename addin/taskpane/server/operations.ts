import { cancelJob } from "../../../shared/operations/cancel-job.ts";
import { compute } from "../../../shared/operations/compute.ts";
import { health } from "../../../shared/operations/health.ts";
import { listModels } from "../../../shared/operations/list-models.ts";
import type { AnswerOf, Operation, RequestOf } from "../../../shared/operations/operation.ts";
import { reorder } from "../../../shared/operations/reorder.ts";
import { replay } from "../../../shared/operations/replay.ts";
import { trainModel } from "../../../shared/operations/train-model.ts";
import { watchJob } from "../../../shared/operations/watch-job.ts";

/** What the pane knows of an operation: data alone, with the types of what is asked and answered. */
export interface Entry<Request, Answer> {
  readonly method: string;
  readonly path: string;
  /** What a job of it does until it says so itself. */
  readonly working: string;
  /** Never there: they carry the types. */
  readonly request?: Request;
  readonly answer?: Answer;
}

const entryOf = <O extends Operation>({ method, path, job }: O): Entry<RequestOf<O>, AnswerOf<O>> => ({
  method: method.toUpperCase(),
  path,
  working: job?.working ?? "",
});

/**
 * The operations that the pane calls. The build puts in place of this file what it makes of it, so that no schema and
 * nothing that reads one goes along.
 */
export const operations = {
  health: entryOf(health),
  compute: entryOf(compute),
  reorder: entryOf(reorder),
  replay: entryOf(replay),
  trainModel: entryOf(trainModel),
  listModels: entryOf(listModels),
  watchJob: entryOf(watchJob),
  cancelJob: entryOf(cancelJob),
};
