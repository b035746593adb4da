import type { PlanRequest } from "../../../shared/purchasing/terms/plan.ts";
import type { Replay } from "../../../shared/purchasing/replay/replay.ts";
import { afterReading, freshRequest, READING_FIRST } from "../reading/fresh-request.ts";
import type { Reading } from "../reading/reading.ts";
import type { Server } from "../server/server.ts";
import type { SettingsText } from "../settings/settings.ts";
import { createStore, type Store } from "../view/store.ts";
import type { Progress, WorkOptions } from "../work/progress.ts";
import { createRunner } from "../work/run-work.ts";
import type { Trouble } from "../work/trouble.ts";

/** A replay, with what was asked. */
export interface Replayed {
  readonly replay: Replay;
  readonly request: PlanRequest;
  readonly settings: SettingsText;
  /** Periods asked for; undefined: as many as are usual. */
  readonly periods: number | undefined;
}

export interface ReplayState {
  /** Whether the screen is in view, in place of the reorder sheet's. */
  readonly open: boolean;
  readonly working: boolean;
  /** Periods chosen to go back; undefined: as many as are usual. */
  readonly periods: number | undefined;
  readonly progress: Progress;
  /** The last answer; it stays in view while the screen is left for an item. */
  readonly shown: Replayed | undefined;
  readonly trouble: Trouble | undefined;
  /** What just happened, for those who hear the pane. */
  readonly said: string;
}

export interface ReplayParts {
  readonly server: Server;
  readonly reading: Reading;
  explain(error: unknown): Trouble;
}

/** "What would it have cost?": the past replayed under today's practice and under Lotwise's. Nothing is written. */
export interface ReplayView {
  readonly store: Store<ReplayState>;
  open(): void;
  close(): void;
  /** Chooses how many periods to go back; undefined: as many as are usual. */
  goBack(periods: number | undefined): void;
  play(): Promise<void>;
  cancel(): void;
}

/** Whether an answer is of other settings than the present ones. */
export const isOutdated = ({ settings, periods }: Replayed, now: SettingsText, chosen: number | undefined): boolean =>
  periods !== chosen || JSON.stringify(settings) !== JSON.stringify(now);

export function createReplay({ server, reading, explain }: ReplayParts): ReplayView {
  const store = createStore<ReplayState>({
    open: false,
    working: false,
    periods: undefined,
    progress: READING_FIRST,
    shown: undefined,
    trouble: undefined,
    said: "",
  });
  const { run, cancel } = createRunner(store, explain);

  async function ask(options: WorkOptions): Promise<Replayed> {
    const { request } = await freshRequest(reading, options);
    const { periods } = store.get();
    const { settings } = reading.store.get();
    const onProgress = afterReading(options);
    onProgress({ share: 0, says: "Replaying on the server…" });
    const asked = { ...request, ...(periods !== undefined && { periods }) };
    const replay = await server.replay(asked, { signal: options.signal, onProgress });
    return { replay, request, settings, periods };
  }

  const play = (): Promise<void> =>
    run({
      begins: { working: true, progress: READING_FIRST, said: "" },
      async do({ signal, show }) {
        const shown = await ask({ signal, onProgress: (progress) => show({ progress }) });
        return { working: false, shown, said: shown.replay.message };
      },
      fails: { working: false },
      cancelled: { working: false, said: "Cancelled." },
    });

  return {
    store,
    open: () => store.set({ open: true, said: "" }),
    close() {
      cancel();
      store.set({ open: false });
    },
    goBack: (periods) => store.set({ periods }),
    play: async () => (store.get().working ? undefined : play()),
    cancel,
  };
}
