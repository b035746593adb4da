import type { Server } from "./server.ts";
import { createStore, type Store } from "../view/store.ts";
import { wakeServer } from "../work/trouble.ts";

const PATIENCE_MS = 5_000;

export interface ServerState {
  readonly state: "unknown" | "ready" | "down";
  readonly says: string;
}

/** Whether the server answers, asked anew at each `ask`. */
export function createServerState(server: Server): { readonly store: Store<ServerState>; ask(): Promise<void> } {
  const store = createStore<ServerState>({ state: "unknown", says: "Looking for the server…" });
  // Unchanged words are left alone, so that a screen reader isn't told the same again.
  const say = (next: ServerState): void => {
    if (next.says !== store.get().says) store.set(next);
  };
  return {
    store,
    async ask() {
      const stop = new AbortController();
      const timer = setTimeout(() => stop.abort(), PATIENCE_MS);
      try {
        const { version } = await server.health(stop.signal);
        say({ state: "ready", says: `Server ready, version ${version}` });
      } catch {
        say({
          state: "down",
          says: `The server does not answer. ${wakeServer(server.origin)}.`,
        });
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
