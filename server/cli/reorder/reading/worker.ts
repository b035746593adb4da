import { parentPort, workerData } from "node:worker_threads";
import { UserError } from "../../../../shared/define/errors.ts";
import { readRequest, type ReadingTask } from "./read-request.ts";
import type { ReadingMessage } from "./thread.ts";

const tell = (message: ReadingMessage): void => parentPort!.postMessage(message);

try {
  tell({ read: await readRequest(workerData as ReadingTask) });
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  tell({ refused: { message: error.message, code: error.code } });
}
