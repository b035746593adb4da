import type { MessagePort } from "node:worker_threads";
import type { ErrorCode } from "../../shared/define/cells.ts";
import { UserError } from "../../shared/define/errors.ts";
import type { ModelSource } from "../engines/trained.ts";

/** What a worker asks the main thread in the middle of a task. */
export interface Question {
  readonly id: number;
  readonly what: keyof ModelSource;
  readonly args: readonly string[];
}

/** The reply to the question of the same id. */
export interface Reply {
  readonly id: number;
  readonly answer?: unknown;
  /** Why there is none; without a code it is a fault of ours. */
  readonly refused?: { readonly message: string; readonly code?: ErrorCode };
}

/** In a worker: trained models, asked for over the port of the task. */
export function askOver(port: MessagePort): ModelSource {
  const waiting = new Map<number, (reply: Reply) => void>();
  const ask = <T>(what: Question["what"], ...args: string[]): Promise<T> => {
    if (waiting.size === 0 && port.listenerCount("message") === 0)
      port.on("message", (reply: Reply) => {
        waiting.get(reply.id)?.(reply);
        waiting.delete(reply.id);
      });
    const id = ++asked;
    return new Promise<T>((resolve, reject) => {
      waiting.set(id, ({ answer, refused }) => {
        if (refused === undefined) resolve(answer as T);
        else reject(refused.code ? new UserError(refused.message, refused.code) : new Error(refused.message));
      });
      port.postMessage({ ask: { id, what, args } satisfies Question });
    });
  };
  let asked = 0;
  return { network: (version) => ask("network", version), models: () => ask("models") };
}

/** In the main thread: the reply to a worker's question. Never rejects. */
export async function replyTo({ id, what, args: [first = ""] }: Question, source: ModelSource): Promise<Reply> {
  try {
    return { id, answer: await (what === "network" ? source.network(first) : source.models()) };
  } catch (error) {
    if (error instanceof UserError) return { id, refused: { message: error.message, code: error.code } };
    return { id, refused: { message: String(error) } };
  }
}
