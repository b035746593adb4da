import type { MessagePort, Worker } from "node:worker_threads";
import { passing } from "../errors.ts";
import type { Ask, Numbered, Reply } from "./protocol.ts";

interface Waiting {
  readonly since: number;
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/** An error of PostgreSQL's, with its SQLSTATE as `pg` has it. */
class StatementError extends Error {
  constructor(
    message: string,
    readonly code: string | undefined,
  ) {
    super(message);
  }
}

/** A statement that is refused is told as it is; where it is not to blame (a full disk), it may succeed later. */
function refusal(error: StatementError): Error {
  return error.code === undefined ? error : (passing(error) as Error);
}

/** Questions and their replies over one port. */
export class Conversation {
  readonly #port: Pick<MessagePort | Worker, "postMessage">;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #over: Error | undefined;

  constructor(port: MessagePort | Worker) {
    this.#port = port;
    port.on("message", ({ id, answer, refused }: Reply) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (refused === undefined) waiting?.resolve(answer);
      else waiting?.reject(refusal(new StatementError(refused.message, refused.code)));
    });
  }

  ask(ask: Ask, transfer: readonly MessagePort[] = []): Promise<unknown> {
    const id = ++this.#asked;
    const answered = this.await(id);
    if (!this.#over) this.#port.postMessage({ ...ask, id } satisfies Numbered<Ask>, [...transfer]);
    return answered;
  }

  /** The reply of this number, which may come unasked. */
  await(id: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#over) reject(this.#over);
      else this.#waiting.set(id, { since: performance.now(), resolve, reject });
    });
  }

  /** Milliseconds that the oldest question waits. */
  get waits(): number {
    const [first] = this.#waiting.values();
    return first ? performance.now() - first.since : 0;
  }

  /** No reply will come any more. */
  end(error: Error): void {
    this.#over ??= error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
