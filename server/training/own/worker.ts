import { parentPort, workerData } from "node:worker_threads";
import { UserError } from "../../../shared/define/errors.ts";
import { fineTune } from "./fine-tune.ts";
import type { TuningMessage, TuningTask } from "./thread.ts";

const tell = (message: TuningMessage): void => parentPort!.postMessage(message);
const { request, networks, threads, size } = workerData as TuningTask;

try {
  tell({ tuned: await fineTune(request, networks, { threads, size, progress: (progress) => tell({ progress }) }) });
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  tell({ refused: { message: error.message, code: error.code } });
}
