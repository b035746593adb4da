import type { Undo, WorkbookPort } from "../../workbook/port.ts";
import { READING_FIRST } from "../reading/fresh-request.ts";
import type { Reading } from "../reading/reading.ts";
import { withFreshSheets } from "../reading/written-sheets.ts";
import type { Server } from "../server/server.ts";
import { createStore, type Store } from "../view/store.ts";
import { NO_PROGRESS, type Progress } from "../work/progress.ts";
import { createRunner } from "../work/run-work.ts";
import type { Trouble } from "../work/trouble.ts";
import { layOut, planAgain, planWorkbook, type Planned, type ReorderSheets } from "./planned.ts";
import type { Preview } from "./preview.ts";

export interface ReorderState {
  /** Nothing is written before "preview" was confirmed. */
  readonly step: "start" | "working" | "preview" | "writing" | "written";
  readonly progress: Progress;
  readonly preview: Preview | undefined;
  readonly undo: Undo | undefined;
  readonly trouble: Trouble | undefined;
  /** What just happened, for those who hear the pane. */
  readonly said: string;
}

export interface ReorderParts {
  readonly port: WorkbookPort;
  readonly server: Server;
  readonly reading: Reading;
  readonly reorderSheets: ReorderSheets;
  explain(error: unknown): Trouble;
}

/** Making the reorder sheet: read, plan, show what would be written, write, take back. */
export interface Reorder {
  readonly store: Store<ReorderState>;
  make(): Promise<void>;
  /** Both in one go, where nothing is open that the buyer should answer first: then it stops at the preview. */
  makeAndWrite(): Promise<void>;
  /** Stops the making; nothing was written. */
  cancel(): void;
  /** Leaves the preview without writing. */
  discard(): void;
  write(): Promise<void>;
  undo(): Promise<void>;
}

const LABEL = "Reorder sheet";
const START: ReorderState = {
  step: "start",
  progress: NO_PROGRESS,
  preview: undefined,
  undo: undefined,
  trouble: undefined,
  said: "",
};

export function createReorder({ port, server, reading, reorderSheets, explain }: ReorderParts): Reorder {
  const store = createStore(START);
  const { run, cancel } = createRunner(store, explain);
  let planned: Planned | undefined;

  const make = (): Promise<void> =>
    run({
      begins: { ...START, step: "working", progress: READING_FIRST },
      async do({ signal, show }) {
        planned = await planWorkbook(reading, server, { signal, onProgress: (progress) => show({ progress }) });
        const { preview } = layOut(planned, planned.all, reorderSheets);
        return { step: "preview", preview, said: "The plan is ready. Nothing is written yet." };
      },
      fails: { step: "start" },
      cancelled: { step: "start", said: "Cancelled. Nothing was written." },
    });

  const write = (before: Planned): Promise<void> =>
    run({
      begins: { step: "writing", said: "" },
      async do({ signal }) {
        // The buyer may have typed into the last reorder sheet while the preview stood.
        const present = await withFreshSheets(port, before.all);
        planned = await planAgain(before, present, server, signal);
        const { sheets, preview } = layOut(planned, present, reorderSheets);
        const undo = await port.writeSheets(sheets, LABEL);
        return { step: "written", preview, undo, said: "The reorder sheet is written." };
      },
      fails: { step: "preview" },
    });

  /** What follows the writing changes the view only once it is done, and leaves it where it fails. */
  const follow = (act: () => Promise<void>, then: Partial<ReorderState> = {}): Promise<void> =>
    run({ begins: {}, do: () => act().then(() => then), fails: {} });

  async function confirm(): Promise<void> {
    if (!at("preview") || !planned) return;
    await write(planned);
    const [first] = store.get().preview?.sheets ?? [];
    if (at("written") && first) await follow(() => port.show(first.name));
  }

  const at = (...steps: readonly ReorderState["step"][]): boolean => steps.includes(store.get().step);
  return {
    store,
    make: async () => (at("working", "writing") ? undefined : make()),
    async makeAndWrite() {
      if (at("working", "writing")) return;
      await make();
      if (store.get().preview?.findings.questions.length === 0) await confirm();
    },
    cancel,
    discard: () => store.set({ step: "start", preview: undefined, said: "Nothing was written." }),
    write: confirm,
    async undo() {
      const back = store.get().undo?.undo;
      if (back) await follow(back, { ...START, said: "Undone: the sheets are as before." });
    },
  };
}
