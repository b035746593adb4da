import type { WorkbookPort } from "../../workbook/port.ts";
import type { Reader } from "../reader/reader.ts";
import type { Access } from "../server/access.ts";
import { createItemView, type ItemView } from "../item/item.ts";
import { createReading, type Reading } from "../reading/reading.ts";
import type { ReorderSheets } from "../reorder/planned.ts";
import { createReorder, type Reorder } from "../reorder/reorder.ts";
import { createReplay, type ReplayView } from "../replay/replay.ts";
import { createServerState } from "../server/server-state.ts";
import type { Server } from "../server/server.ts";
import { createStore, type Store } from "../view/store.ts";
import { createTraining, type Training } from "../networks/training.ts";
import { troubleOf, type Trouble } from "../work/trouble.ts";

export type TabName = "reorder" | "item" | "models" | "functions";

export interface ShownState {
  readonly tab: TabName;
  /** The first screen, until the buyer has begun. */
  readonly firstRun: boolean;
}

/** What the pane does with a workbook. */
export interface WorkbookPane {
  readonly port: WorkbookPort;
  readonly reading: Reading;
  readonly reorder: Reorder;
  readonly item: ItemView;
  readonly replay: ReplayView;
  readonly training: Training;
}

/** Everything behind the screen; without a workbook (the page opened outside Excel) only the functions are shown. */
export interface Pane {
  readonly server: Server;
  readonly access: Access;
  readonly serverState: ReturnType<typeof createServerState>;
  readonly shown: Store<ShownState>;
  readonly workbook: WorkbookPane | undefined;
  explain(error: unknown): Trouble;
  /** Gives the server a token; once it is taken, asks it again for what it refused. Answers whether it was. */
  giveToken(token: string): Promise<boolean>;
  /** Has every formula of the workbook calculated once more: those that failed ask again. */
  calculateAgain(): Promise<void>;
  /** Leaves the first screen for good. */
  begin(): Promise<void>;
  /** Shows an item, from wherever it was named, and selects its line on the reorder sheet where it has one. */
  showItem(sku: string): void;
}

export interface PaneParts {
  readonly port: WorkbookPort | undefined;
  readonly reader: Reader;
  readonly server: Server;
  readonly access: Access;
  readonly reorderSheets: ReorderSheets;
  today(): string;
  logFault(error: unknown): string;
}

const BEGUN = "lotwise.begun";

export async function createPane({
  port,
  reader,
  server,
  access,
  reorderSheets,
  today,
  logFault,
}: PaneParts): Promise<Pane> {
  const explain = (error: unknown): Trouble => troubleOf(error, { origin: server.origin, logFault });
  const begun = port ? await port.remembered(BEGUN).catch(() => undefined) : "yes";
  const shown = createStore<ShownState>({ tab: port ? "reorder" : "functions", firstRun: begun === undefined });
  const workbookPane = (of: WorkbookPort): WorkbookPane => {
    const reading = createReading({ port: of, reader, today, explain });
    return {
      port: of,
      reading,
      reorder: createReorder({ port: of, server, reading, reorderSheets, explain }),
      item: createItemView({ port: of, server, reading, explain }),
      replay: createReplay({ server, reading, explain }),
      training: createTraining({ server, reading, explain }),
    };
  };
  const workbook = port && workbookPane(port);
  return {
    server,
    access,
    serverState: createServerState(server),
    shown,
    workbook,
    explain,
    async giveToken(token) {
      const taken = await access.give(token);
      // Cells that cannot be asked again right now (one is being edited) are by the next calculation.
      if (taken) await port?.recalculate().catch(() => undefined);
      return taken;
    },
    calculateAgain: async () => port?.recalculate(),
    async begin() {
      if (!shown.get().firstRun) return;
      shown.set({ firstRun: false });
      // Where it cannot be remembered the first screen comes again: no harm.
      await port?.remember(BEGUN, "yes").catch(() => undefined);
      await port?.startWithWorkbook().catch(() => undefined);
    },
    showItem(sku) {
      shown.set({ tab: "item" });
      void workbook?.item.show(sku);
      // The item is shown all the same where its line cannot be.
      workbook?.item.selectLine(sku).catch(() => undefined);
    },
  };
}
