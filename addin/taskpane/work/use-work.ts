import { useState } from "react";
import { createStore, type Store } from "../view/store.ts";
import { useStore } from "../view/use-store.ts";
import { createRunner } from "./run-work.ts";
import type { Trouble } from "./trouble.ts";

interface PartState {
  readonly busy: boolean;
  readonly trouble: Trouble | undefined;
}

export interface PartWork extends PartState {
  /** Never throws: what went wrong is in `trouble`. */
  run(work: () => Promise<unknown>): void;
}

/** The work of a part that has no state of its own: whether it runs, and what went wrong. */
export function useWork(explain: (error: unknown) => Trouble): PartWork {
  const [{ store, run }] = useState(() => partWork(explain));
  return { ...useStore(store), run };
}

function partWork(explain: (error: unknown) => Trouble): Pick<PartWork, "run"> & { readonly store: Store<PartState> } {
  const store = createStore<PartState>({ busy: false, trouble: undefined });
  const runner = createRunner(store, explain);
  return {
    store,
    run: (work) =>
      void runner.run({
        begins: { busy: true },
        do: async () => {
          await work();
          return { busy: false };
        },
        fails: { busy: false },
      }),
  };
}
