import { cancelJob } from "./cancel-job.ts";
import { compute } from "./compute.ts";
import { eraseModel } from "./erase-model.ts";
import { getJob } from "./get-job.ts";
import { getModel } from "./get-model.ts";
import { health } from "./health.ts";
import { listModels } from "./list-models.ts";
import { ready } from "./ready.ts";
import { reorder } from "./reorder.ts";
import { replaceSeries } from "./replace-series.ts";
import { replay } from "./replay.ts";
import { trainModel } from "./train-model.ts";
import { watchJob } from "./watch-job.ts";
import type { Work } from "./work.ts";

/** Every operation with its work, in the order of the API's page: addresses, jobs and threads derive from it. */
export const works: readonly Work[] = [
  health,
  ready,
  compute,
  reorder,
  replay,
  listModels,
  trainModel,
  getModel,
  eraseModel,
  replaceSeries,
  getJob,
  cancelJob,
  watchJob,
];
