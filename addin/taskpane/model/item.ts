import { UserError } from "../../../shared/define/errors.ts";
import type { Item, Period, PlanException, PlanLine } from "../../../shared/purchasing/plan.ts";
import { dayNumber, periodIndex, periodLabel } from "../../../shared/tables/calendar.ts";
import type { CellAddress, WorkbookPort } from "../../workbook/port.ts";
import type { Reading } from "./reading.ts";
import { rowOf, skuInRow } from "./selected-sku.ts";
import type { Interval, Server } from "./server.ts";
import { createStore, type Store } from "./store.ts";
import type { Trouble } from "./trouble.ts";

/** Probability that demand falls between the bounds shown. */
export const LEVEL = 0.9;

/** Everything the pane shows of one item. */
export interface ItemDetails {
  readonly item: Item;
  readonly line: PlanLine;
  readonly exceptions: readonly PlanException[];
  /** The company's, in which exceptions count; "" where it is unknown. */
  readonly currency: string;
  readonly period: Period;
  readonly history: readonly (number | null)[];
  /** The forecast of each coming period; without bounds where the server could give none. */
  readonly forecast: readonly (Pick<Interval, "mean"> & Partial<Interval>)[];
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
  /** Shows the SKU of the selected row from now on, until stopped. */
  follow(): () => void;
}

/**
 * The plan's forecast with the spread that exponential smoothing finds around its own: the plan's answer has the mean
 * of each period alone.
 */
function around(means: readonly number[], found: readonly Interval[]): ItemDetails["forecast"] {
  return means.map((mean, i) => {
    const at = found[i];
    return at ? { mean, low: Math.max(0, mean - (at.mean - at.low)), high: mean + (at.high - at.mean) } : { mean };
  });
}

function labelsOf(last: string, period: Period, before: number, ahead: number): string[] {
  const end = periodIndex(dayNumber(last), period);
  return Array.from({ length: before + ahead }, (_, i) => periodLabel(end - before + 1 + i, period));
}

export function createItemView({ port, server, reading, explain }: ItemParts): ItemView {
  const store = createStore<ItemState>({ status: "none", sku: undefined, details: undefined, trouble: undefined });
  let stop = new AbortController();
  /** Whether what is shown was asked for by name, which the selection at that moment must not undo. */
  let named = false;

  async function details(sku: string, signal: AbortSignal): Promise<ItemDetails> {
    if (reading.store.get().status === "idle") await reading.read();
    const { request, findings } = reading.request();
    const item = request.items.find((each) => each.sku === sku);
    if (!item) throw new UserError(`SKU ${sku} is in no row of the item table: add it there, or select another row`);
    const history = request.history[sku] ?? [];
    const alone = { ...request, items: [item], history: { [sku]: history } };
    const plan = await server.plan(alone, { signal, onProgress: () => undefined });
    const line = plan.lines[0];
    if (!line) throw new UserError(plan.exceptions[0]?.message ?? `SKU ${sku} cannot be planned`);
    // Without an interval the chart still says what matters.
    const found = await server.intervals(history, line.forecast.length, LEVEL).catch(() => []);
    return {
      item,
      line,
      exceptions: plan.exceptions,
      currency: request.settings.currency ?? "",
      period: request.period,
      history,
      forecast: around(line.forecast, found),
      labels: labelsOf(findings.last_period, request.period, history.length, line.forecast.length),
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
    const { sheets, tables } = reading.store.get();
    const sheet = sheets.find((each) => each.name === name) ?? (await port.readSheet(name));
    const sku = sheet && row !== undefined ? skuInRow(sheet, row, tables) : undefined;
    if (sku !== undefined && sku !== store.get().sku) await load(sku);
  }

  return {
    store,
    show(sku) {
      named = true;
      return load(sku);
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
