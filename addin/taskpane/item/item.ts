import { own } from "../../../shared/define/own.ts";
import { dayNumber } from "../../../shared/calendar/dates.ts";
import type { Period } from "../../../shared/calendar/periods.ts";
import { timeline } from "../../../shared/calendar/timeline.ts";
import { periodLabel } from "../../../shared/calendar/words.ts";
import { UserError } from "../../../shared/define/errors.ts";
import type { Item, PlanException, PlanLine } from "../../../shared/purchasing/terms/plan.ts";
import { withOwnQuantities } from "../../../shared/sheets/reorder/own-quantities.ts";
import { findOwnSheet } from "../../../shared/tables/own-sheets.ts";
import { skuAddress } from "../../../shared/sheets/reorder/sku-address.ts";
import type { CellAddress, WorkbookPort } from "../../workbook/port.ts";
import { requestOfItem } from "./one-item.ts";
import type { Reading } from "../reading/reading.ts";
import { rowOf } from "./selected-sku.ts";
import type { Server } from "../server/server.ts";
import { createStore, type Store } from "../view/store.ts";
import type { Trouble } from "../work/trouble.ts";
import { withFreshSheets } from "../reading/written-sheets.ts";

/** Everything the pane shows of one item. */
export interface ItemDetails {
  readonly item: Item;
  readonly line: PlanLine;
  readonly exceptions: readonly PlanException[];
  /** The company's, in which exceptions count; "" where it is unknown. */
  readonly currency: string;
  readonly period: Period;
  readonly history: readonly (number | null)[];
  /** The forecast of each coming period, and the bounds between which demand falls in 9 cases of 10. */
  readonly forecast: readonly { readonly mean: number; readonly low: number; readonly high: number }[];
  /** What each period is called, history first. */
  readonly labels: readonly string[];
}

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
  /** Selects its line on the reorder sheet, else on the exceptions; answers whether there is one. */
  selectLine(sku: string): Promise<boolean>;
  /** Shows the SKU of the selected row from now on, until stopped. */
  follow(): () => void;
}

function labelsOf(forecastStart: string, period: Period, before: number, ahead: number): string[] {
  const { startOf } = timeline(dayNumber(forecastStart), period);
  return Array.from({ length: before + ahead }, (_, i) => periodLabel(startOf(i - before), period));
}

export function createItemView({ port, server, reading, explain }: ItemParts): ItemView {
  const store = createStore<ItemState>({ status: "none", sku: undefined, details: undefined, trouble: undefined });
  let stop = new AbortController();
  /** Whether what is shown was asked for by name, which the selection at that moment must not undo. */
  let named = false;

  async function details(sku: string, signal: AbortSignal): Promise<ItemDetails> {
    if (reading.store.get().status === "idle") await reading.read();
    await reading.settled();
    const { request: read } = reading.request();
    const request = withOwnQuantities(read, await withFreshSheets(port, reading.store.get().all));
    const item = request.items.find((each) => each.sku === sku);
    if (!item)
      throw new UserError(`no such SKU: ${sku} is in no row of the item table; add it there, or select another row`);
    const history = own(request.history, sku) ?? [];
    const plan = await server.plan(requestOfItem(request, sku), { signal, onProgress: () => undefined });
    const line = plan.lines.find((each) => each.sku === sku);
    const exceptions = plan.exceptions.filter((each) => each.sku === sku);
    if (!line) throw new UserError(exceptions[0]?.message ?? `SKU ${sku} cannot be planned`);
    const forecast = line.forecast.map((mean, h) => ({
      mean,
      low: line.forecast_low[h]!,
      high: line.forecast_high[h]!,
    }));
    return {
      item,
      line,
      exceptions,
      currency: request.settings.currency ?? "",
      period: request.period,
      history,
      forecast,
      labels: labelsOf(line.forecast_start, request.period, history.length, line.forecast.length),
    };
  }

  async function load(sku: string): Promise<void> {
    stop.abort();
    const mine = (stop = new AbortController());
    store.set({ status: "working", sku, trouble: undefined });
    try {
      const found = await details(sku, mine.signal);
      if (!mine.signal.aborted) store.set({ status: "ready", details: found });
    } catch (error) {
      if (!mine.signal.aborted) store.set({ status: "failed", details: undefined, trouble: explain(error) });
    }
  }

  async function select({ sheet: name, address }: CellAddress): Promise<void> {
    const row = rowOf(address);
    if (row === undefined) return;
    const known = reading.store.get().sheets.some((each) => each.name === name);
    const sheet = known ? name : await port.readSheet(name);
    const sku = sheet === undefined ? undefined : await reading.skuInRow(sheet, row);
    if (sku !== undefined && sku !== store.get().sku) await load(sku);
  }

  return {
    store,
    show(sku) {
      named = true;
      return load(sku);
    },
    async selectLine(sku) {
      const written = await withFreshSheets(port, reading.store.get().all);
      for (const which of ["reorder", "exceptions"] as const) {
        const sheet = findOwnSheet(written, which);
        const address = sheet && skuAddress(sheet, sku);
        if (sheet === undefined || address === undefined) continue;
        await port.select(sheet.name, address);
        return true;
      }
      return false;
    },
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
