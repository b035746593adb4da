import path from "node:path";
import { Worker } from "node:worker_threads";
import type { ErrorCode } from "../../../shared/define/cells.ts";
import { notAvailable, UserError } from "../../../shared/define/errors.ts";
import type { Network } from "../../../shared/demand/networks/sequence/network.ts";
import { dist } from "../../paths.ts";
import { ThreadEnded } from "../../thread-ended.ts";
import type { Tuned, TuningProgress, TuningSize } from "./fine-tune.ts";
import type { TrainingRequest } from "./table.ts";

export interface TuningTask {
  readonly request: TrainingRequest;
  readonly networks: { readonly pretrained: Network; readonly current?: Network | undefined };
  /** Threads that compute gradients. */
  readonly threads: number;
  /** How much is trained; less in tests. */
  readonly size?: TuningSize | undefined;
}

/** What the thread tells: how far it is, then how it ended. */
export type TuningMessage =
  | { readonly progress: TuningProgress }
  | { readonly tuned: Tuned }
  | { readonly refused: { readonly message: string; readonly code: ErrorCode } };

export interface ThreadOptions {
  readonly signal: AbortSignal;
  readonly progress: (progress: TuningProgress) => void;
  /** The program of the thread; another one in the tests of crashes. */
  readonly program?: string | undefined;
}

const DIED =
  "The training was ended from outside, or ran out of memory: start it again, with fewer series if it happens again.";

/** Trains in a thread of its own, which a crash or a cancel ends, never the server. */
export function tuneOnThread(task: TuningTask, { signal, progress, program }: ThreadOptions): Promise<Tuned> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const thread = new Worker(program ?? path.join(dist, "server", "training", "own", "worker.js"), {
      workerData: task,
      // Loaders and inspectors of the parent are not the thread's.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 2048 },
    });
    const abort = (): void => {
      void thread.terminate();
      reject(signal.reason as Error);
    };
    signal.addEventListener("abort", abort, { once: true });
    thread.on("message", (message: TuningMessage) => {
      if ("progress" in message) progress(message.progress);
      else if ("tuned" in message) resolve(message.tuned);
      else reject(new UserError(message.refused.message, message.refused.code));
    });
    thread.on("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? notAvailable(DIED) : error),
    );
    thread.on("exit", () => {
      signal.removeEventListener("abort", abort);
      reject(new ThreadEnded(DIED));
    });
  });
}
