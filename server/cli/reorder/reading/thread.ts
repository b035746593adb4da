import path from "node:path";
import { Worker } from "node:worker_threads";
import type { ErrorCode } from "../../../../shared/define/cells.ts";
import { UserError } from "../../../../shared/define/errors.ts";
import type { SheetRequest } from "../../../../shared/tables/request-from-sheets.ts";
import { dist } from "../../../paths.ts";
import type { ReadingTask } from "./read-request.ts";

export type ReadingMessage =
  { readonly read: SheetRequest } | { readonly refused: { readonly message: string; readonly code: ErrorCode } };

/** A workbook within the limits of cells takes a part of it. */
const MEMORY_MB = 1536;

const tooLarge = (input: string): UserError =>
  new UserError(
    `${path.basename(input)} takes more memory than a workbook may; delete sheets and columns that the plan does not need and retry.`,
  );

/** Messages lose what keeps a SKU "constructor" from being found where it has no history. */
function withoutPrototype({ request, findings }: SheetRequest): SheetRequest {
  const history = Object.assign(Object.create(null) as Record<string, (number | null)[]>, request.history);
  return { request: { ...request, history }, findings };
}

/** Reads a workbook in a thread of its own: one that eats all memory ends its thread with a sentence, not the process. */
export function readOnThread(task: ReadingTask, memoryMb = MEMORY_MB): Promise<SheetRequest> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(path.join(dist, "server", "cli", "reorder", "reading", "worker.js"), {
      workerData: task,
      // Loaders and inspectors of the parent are not the thread's.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    thread.on("message", (message: ReadingMessage) => {
      if ("read" in message) resolve(withoutPrototype(message.read));
      else reject(new UserError(message.refused.message, message.refused.code));
    });
    thread.on("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooLarge(task.input) : error),
    );
    thread.on("exit", () => reject(new Error("the thread that reads the workbook ended early")));
  });
}
