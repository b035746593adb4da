import type { Plan, PlanRequest } from "../../../shared/purchasing/terms/plan.ts";
import { sameOwnQuantities, withOwnQuantities } from "../../../shared/sheets/reorder/own-quantities.ts";
import type { Findings } from "../../../shared/tables/findings.ts";
import type { Sheet } from "../../../shared/tables/sheet.ts";
import type { Undo, WorkbookPort } from "../../workbook/port.ts";
import { afterReading, freshRequest, type FreshOptions } from "../reading/fresh-request.ts";
import { previewOf, type LaidOut, type Preview } from "./preview.ts";
import type { Reading } from "../reading/reading.ts";
import type { Progress, Server } from "../server/server.ts";
import { createStore, type Store } from "../view/store.ts";
import { Cancelled, type Trouble } from "../work/trouble.ts";
import { withFreshSheets } from "../reading/written-sheets.ts";

/** A plan laid out as sheets; `previous` are all sheets there are: the buyer's own quantities on the last one are kept. */
export type ReorderSheets = (plan: Plan, request: PlanRequest, previous: readonly Sheet[]) => LaidOut;

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
  /** Stops the making; nothing was written. */
  cancel(): void;
  /** Leaves the preview without writing. */
  discard(): void;
  write(): Promise<void>;
  undo(): Promise<void>;
}

/** A plan that waits to be written, with all sheets there were when it was made. */
interface Planned {
  readonly plan: Plan;
  /** As the tables say it, and with the quantities that the buyer typed into the last reorder sheet, which was planned. */
  readonly request: PlanRequest;
  readonly asked: PlanRequest;
  readonly findings: Findings;
  readonly all: readonly Sheet[];
}

const LABEL = "Reorder sheet";
const IDLE: Progress = { share: 0, says: "" };

export function createReorder({ port, server, reading, reorderSheets, explain }: ReorderParts): Reorder {
  const store = createStore<ReorderState>({
    step: "start",
    progress: IDLE,
    preview: undefined,
    undo: undefined,
    trouble: undefined,
    said: "",
  });
  let stop: AbortController | undefined;
  let planned: Planned | undefined;

  async function plan(options: FreshOptions): Promise<void> {
    const read = await freshRequest(reading, options);
    if (!read) return store.set({ step: "start", trouble: reading.store.get().trouble });
    const { request, findings } = read;
    const onProgress = afterReading(options);
    onProgress({ share: 0, says: "Planning on the server…" });
    const { all } = reading.store.get();
    const asked = withOwnQuantities(request, all);
    const made = await server.plan(asked, { signal: options.signal, onProgress });
    planned = { plan: made, request, asked, findings, all };
    const { preview } = laidOut(planned, planned.all);
    store.set({ step: "preview", preview, said: "The plan is ready. Nothing is written yet." });
  }

  /** The plan as sheets that keep what the buyer wrote on `present`, and what is told of them. */
  function laidOut({ plan, request, findings }: Planned, present: readonly Sheet[]) {
    const made = reorderSheets(plan, request, present);
    const names = present.map(({ name }) => name);
    return { sheets: made.sheets, preview: previewOf({ made, plan, request, findings, present: names }) };
  }

  /** The plan by the quantities that stand on the last reorder sheet now; the server is asked again where they changed. */
  async function planOf(before: Planned, present: readonly Sheet[]): Promise<Planned> {
    const asked = withOwnQuantities(before.request, present);
    if (sameOwnQuantities(asked, before.asked)) return before;
    const { signal } = new AbortController();
    return { ...before, asked, plan: await server.plan(asked, { signal, onProgress: () => undefined }) };
  }

  return {
    store,
    async make() {
      if (store.get().step === "working" || store.get().step === "writing") return;
      stop = new AbortController();
      const { signal } = stop;
      const progress = { share: 0, says: "Reading the workbook…" };
      store.set({ step: "working", progress, preview: undefined, undo: undefined, trouble: undefined, said: "" });
      const onProgress = (progress: Progress): void => {
        if (!signal.aborted) store.set({ progress });
      };
      try {
        await plan({ signal, onProgress });
      } catch (error) {
        const cancelled = error instanceof Cancelled || signal.aborted;
        store.set(
          cancelled
            ? { step: "start", said: "Cancelled. Nothing was written." }
            : { step: "start", trouble: explain(error) },
        );
      }
    },
    cancel: () => stop?.abort(),
    discard: () => store.set({ step: "start", preview: undefined, said: "Nothing was written." }),
    async write() {
      if (store.get().step !== "preview" || !planned) return;
      store.set({ step: "writing", trouble: undefined, said: "" });
      try {
        // The buyer may have typed into the last reorder sheet while the preview stood.
        const present = await withFreshSheets(port, planned.all);
        planned = await planOf(planned, present);
        const { sheets, preview } = laidOut(planned, present);
        const undo = await port.writeSheets(sheets, LABEL);
        store.set({ step: "written", preview, undo, said: "The reorder sheet is written." });
        if (sheets[0]) await port.show(sheets[0].name);
      } catch (error) {
        const done = store.get().step === "written";
        store.set({ step: done ? "written" : "preview", trouble: explain(error) });
      }
    },
    async undo() {
      const { undo } = store.get();
      if (!undo) return;
      try {
        await undo.undo();
        store.set({ step: "start", undo: undefined, preview: undefined, said: "Undone: the sheets are as before." });
      } catch (error) {
        store.set({ trouble: explain(error) });
      }
    },
  };
}
