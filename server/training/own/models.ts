import { decodeNetwork, encodeNetwork, type StoredNetwork } from "../../../shared/demand/networks/sequence/codec.ts";
import type { Network } from "../../../shared/demand/networks/sequence/network.ts";
import { verdict } from "../../../shared/demand/networks/trained/card.ts";
import type { TrainingDetails, TrainingRequest, TrainingResult } from "../../../shared/operations/training-schema.ts";
import { trainModel } from "../../../shared/operations/train-model.ts";
import { jsonOf } from "../../compute/packed.ts";
import { loadNetwork } from "../../engines/network.ts";
import type { JobContext, JobHandler } from "../../jobs/job.ts";
import { keepTraining, readCurrent, readTable } from "./store.ts";
import { readTrainingRequest } from "./table.ts";
import { tuneOnThread, type ThreadOptions, type TuningTask } from "./thread.ts";

/** Kinds of jobs: a table sent along, or the one that a model keeps. */
const TRAIN = trainModel.job.kind;
export const RETRAIN = "retrain";

export interface TrainingOptions {
  /** Threads that compute gradients. */
  readonly threads: number;
  /** How much is trained; less in tests. */
  readonly size?: TuningTask["size"];
  /** Called when a training has been kept. */
  readonly kept?: () => void;
  /** The program of the training thread; another one in the tests of crashes. */
  readonly program?: ThreadOptions["program"];
}

const decoded = (stored: StoredNetwork | undefined): Network | undefined => stored && decodeNetwork(stored);

async function train(
  request: TrainingRequest,
  replaces: boolean,
  { signal, progress, database }: JobContext,
  { threads, size, kept, program }: TrainingOptions,
): Promise<TrainingResult> {
  const networks = {
    pretrained: await loadNetwork(),
    current: decoded(await readCurrent(database, request.name)),
  };
  const { network, card, curve } = await tuneOnThread(
    { request, networks, threads, size },
    {
      signal,
      program,
      progress: ({ share, says, curve: points }) => progress(share, says, { curve: points } satisfies TrainingDetails),
    },
  );
  signal.throwIfAborted();
  const stored = (version: string): StoredNetwork => encodeNetwork({ ...network, version });
  const version = await database.transaction((tx) =>
    keepTraining(tx, { request, card, network: card.better ? stored : undefined, replaces }),
  );
  kept?.();
  return { name: request.name, version: version ?? null, card, says: verdict(card, version), curve };
}

/** The handlers of training jobs. */
export function trainingHandlers(options: TrainingOptions): Readonly<Record<string, JobHandler>> {
  return {
    [TRAIN]: (input, context) => train(readTrainingRequest(jsonOf(input)), true, context, options),
    [RETRAIN]: async (input, context) => {
      const request = await readTable(context.database, (jsonOf(input) as { name: string }).name);
      return request ? train(request, false, context, options) : null;
    },
  };
}
