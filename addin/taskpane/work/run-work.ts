import type { Store } from "../view/store.ts";
import { Cancelled, type Trouble } from "./trouble.ts";

/** What work is handed while it runs. */
export interface Run<State> {
  readonly signal: AbortSignal;
  /** Shows how it goes; nothing once it was stopped. */
  show(change: Partial<State>): void;
}

/** Work, and what its view shows of it. */
export interface Work<State> {
  readonly begins: Partial<State>;
  /** Answers what is shown once it is done. */
  do(run: Run<State>): Promise<Partial<State>>;
  /** Shown with the trouble where it fails. */
  readonly fails: Partial<State>;
  /** Shown where the buyer stopped it; absent: as where it fails, without the trouble. */
  readonly cancelled?: Partial<State>;
}

export interface Runner<State> {
  /** Runs it in place of what runs, which is stopped and shows nothing more. Never throws: the store tells how it went. */
  run(work: Work<State>): Promise<void>;
  /** Stops what runs. What is done all the same is shown. */
  cancel(): void;
}

/** A view whose work may fail. */
export interface Troubled {
  readonly trouble: Trouble | undefined;
}

/** The one way in which a view runs its work, cancels it and shows its trouble; one work at a time. */
export function createRunner<State extends Troubled>(
  store: Store<State>,
  explain: (error: unknown) => Trouble,
): Runner<State> {
  let current: AbortController | undefined;
  return {
    async run(work) {
      current?.abort();
      const mine = (current = new AbortController());
      const { signal } = mine;
      const end = (change: Partial<State>): void => {
        if (current === mine) store.set(change);
      };
      store.set({ ...work.begins, trouble: undefined });
      const show = (change: Partial<State>): void => {
        if (!signal.aborted) store.set(change);
      };
      try {
        end(await work.do({ signal, show }));
      } catch (error) {
        const cancelled = error instanceof Cancelled || signal.aborted;
        end(cancelled ? (work.cancelled ?? work.fails) : { ...work.fails, trouble: explain(error) });
      }
    },
    cancel: () => current?.abort(),
  };
}
