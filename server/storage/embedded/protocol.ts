import type { MessagePort } from "node:worker_threads";

/** What is asked of the database's thread, or inside a transaction over that transaction's own port. */
export type Ask =
  | { readonly do: "query"; readonly sql: string; readonly params: readonly unknown[] }
  | { readonly do: "exec"; readonly sql: string }
  /** Opens a transaction, which is asked over `port` until it ends; a port that closes rolls it back. */
  | { readonly do: "begin"; readonly port: MessagePort }
  /** Ends the transaction of this port. */
  | { readonly do: "end"; readonly keep: boolean }
  | { readonly do: "close" };

export type Numbered<T> = T & { readonly id: number };

/** Why something was refused, as PostgreSQL says it. */
export interface Refusal {
  readonly message: string;
  /** SQLSTATE; absent where it was not PostgreSQL that failed, but what runs it. */
  readonly code?: string;
}

/** The reply to the question of the same id. */
export interface Reply {
  readonly id: number;
  readonly answer?: unknown;
  readonly refused?: Refusal;
}

/** What the thread tells of itself: that it is ready (id 0), or why it will never be. */
export const READY = 0;
