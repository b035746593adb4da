import { withOwnQuantities } from "../../../shared/sheets/reorder/own-quantities.ts";
import { findOwnSheet } from "../../../shared/tables/own-sheets.ts";
import { skuAddress } from "../../../shared/sheets/reorder/sku-address.ts";
import type { CellAddress, WorkbookPort } from "../../workbook/port.ts";
import { detailsOf, type ItemDetails } from "./item-details.ts";
import type { Reading } from "../reading/reading.ts";
import { selectedSku, skuAt } from "./selected-sku.ts";
import type { Server } from "../server/server.ts";
import { createStore, type Store } from "../view/store.ts";
import { createRunner } from "../work/run-work.ts";
import type { Trouble } from "../work/trouble.ts";
import { withFreshSheets } from "../reading/written-sheets.ts";

export interface ItemState {
  readonly status: "none" | "working" | "ready" | "failed";
  readonly sku: string | undefined;
  readonly details: ItemDetails | undefined;
  readonly trouble: Trouble | undefined;
}

export interface ItemParts {
  readonly port: WorkbookPort;
  readonly server: Server;
  readonly reading: Reading;
  explain(error: unknown): Trouble;
}

/** The item in the selected row, or the one asked for by name. */
export interface ItemView {
  readonly store: Store<ItemState>;
  show(sku: string): Promise<void>;
  /** Shows the item of the selected row, and says so where there is none. */
  showSelected(): Promise<void>;
  /** Selects its line on the reorder sheet, else on the exceptions; answers whether there is one. */
  selectLine(sku: string): Promise<boolean>;
  /** Shows the SKU of the selected row from now on, until stopped. */
  follow(): () => void;
}

export function createItemView({ port, server, reading, explain }: ItemParts): ItemView {
  const store = createStore<ItemState>({ status: "none", sku: undefined, details: undefined, trouble: undefined });
  const { run } = createRunner(store, explain);
  /** Whether what is shown was asked for by name, which the selection at that moment must not undo. */
  let named = false;

  async function details(sku: string, signal: AbortSignal): Promise<ItemDetails> {
    if (reading.store.get().status === "idle") await reading.read();
    await reading.settled();
    const { request } = reading.request();
    const present = await withFreshSheets(port, reading.store.get().all);
    return detailsOf(sku, withOwnQuantities(request, present), server, signal);
  }

  /** Of the selected row where no SKU is given. */
  const load = (sku?: string): Promise<void> =>
    run({
      begins: { status: "working", sku },
      async do({ signal, show }) {
        const found = sku ?? (await selectedSku(port, reading));
        show({ sku: found });
        return { status: "ready", details: await details(found, signal) };
      },
      fails: { status: "failed", details: undefined },
    });

  async function select(where: CellAddress): Promise<void> {
    const sku = await skuAt(port, reading, where);
    if (sku !== undefined && sku !== store.get().sku) await load(sku);
  }

  return {
    store,
    show(sku) {
      named = true;
      return load(sku);
    },
    showSelected() {
      named = true;
      return load();
    },
    selectLine: (sku) => selectLine(port, reading, sku),
    follow() {
      const told = (where: CellAddress): void => {
        // What cannot be read of a selection is no reason to interrupt the buyer.
        select(where).catch(() => undefined);
      };
      if (!named) port.selection().then(told, () => undefined);
      named = false;
      return port.onSelection(told);
    },
  };
}

async function selectLine(port: WorkbookPort, reading: Reading, sku: string): Promise<boolean> {
  const written = await withFreshSheets(port, reading.store.get().all);
  for (const which of ["reorder", "exceptions"] as const) {
    const sheet = findOwnSheet(written, which);
    const address = sheet && skuAddress(sheet, sku);
    if (sheet === undefined || address === undefined) continue;
    await port.select(sheet.name, address);
    return true;
  }
  return false;
}
