import type { MessagePort, TransferListItem } from "node:worker_threads";
import type { ErrorCode } from "../../shared/define/cells.ts";
import { UserError } from "../../shared/define/errors.ts";
import { faultReference } from "../faults.ts";
import { Problem } from "../problem.ts";
import type { Question } from "./ask.ts";

/** What a worker tells while it works: the call it begins, its outcome as JSON, an item done, a fault of ours. */
export type Progress =
  | { readonly begin: number; readonly called: string }
  | { readonly end: number; readonly outcome: string }
  | { readonly item: 1 }
  | { readonly fault: string; readonly reference: string };

/** What is wrong with the request: a user's error, or with a status of its own a problem. */
interface Refusal {
  readonly message: string;
  readonly code?: ErrorCode;
  readonly status?: number;
}

/** The last message of a task. */
export type Last =
  | { readonly last: true; readonly answer?: unknown }
  | { readonly last: true; readonly refused: Refusal }
  /** A fault of ours, with its stack. */
  | { readonly last: true; readonly failed: string };

export type Message = Progress | Last | { readonly ask: Question };

/** What a task answers, and the buffers in it that it gives away. */
export interface Answer {
  readonly answer: unknown;
  readonly gives: readonly Uint8Array<ArrayBuffer>[];
}

/** A fault's text goes to the main thread's log, never to the caller. */
export function reporter(port: MessagePort): (error: unknown) => string {
  return (error) => {
    const { reference, text } = faultReference(error);
    port.postMessage({ fault: text, reference } satisfies Message);
    return reference;
  };
}

function endOf(error: unknown): Last {
  if (error instanceof UserError) return { last: true, refused: { message: error.message, code: error.code } };
  if (error instanceof Problem) return { last: true, refused: { message: error.detail, status: error.status } };
  return { last: true, failed: faultReference(error).text };
}

/** The refusal as it was thrown in the thread. */
export const refusedBy = ({ message, code, status }: Refusal): Error =>
  status === undefined ? new UserError(message, code) : new Problem(status, message);

/** A task as the pool calls it: it ends with one message, which holds its answer or what is wrong with the request. */
export function task<T extends object>(
  work: (given: T, port: MessagePort) => Answer | Promise<Answer>,
): (given: T & { readonly port: MessagePort }) => Promise<void> {
  return async ({ port, ...given }) => {
    try {
      const { answer, gives } = await work(given as unknown as T, port);
      const buffers: readonly TransferListItem[] = gives.map(({ buffer }) => buffer);
      port.postMessage({ last: true, answer } satisfies Message, buffers);
    } catch (error) {
      port.postMessage(endOf(error));
    }
  };
}
