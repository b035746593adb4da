import { helpers, type Model } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import { UserError } from "../../../shared/define/errors.ts";
import type { CellAddress } from "../port.ts";
import { checkWritable, sheetIdOf, writeToGrid } from "./grid-writing.ts";
import type { GridCall, GridCalls, Reply, Request, SelectionEvent } from "./messages.ts";
import { readRows, sizeOf } from "./read-grid.ts";

/** Where small texts are remembered with the workbook: localStorage, or a map. */
export interface GridMemory {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
}

export interface GridOptions {
  readonly memory?: GridMemory;
  /** Asks again for what the formulas were refused. By default they are all evaluated anew. */
  recalculate?(): void;
  /** Told of faults of ours. */
  onFault?(error: unknown): void;
}

/** Remembers as long as the page lives. */
function inMemory(): GridMemory {
  const texts = new Map<string, string>();
  return { getItem: (key) => texts.get(key) ?? null, setItem: (key, text) => void texts.set(key, text) };
}

type Answers = { [Call in GridCall]: (...args: GridCalls[Call]["arguments"]) => GridCalls[Call]["answer"] };

function selectionOf({ getters }: Model): CellAddress {
  const { sheetId, col, row } = getters.getActivePosition();
  return { sheet: getters.getSheetName(sheetId), address: helpers.toXC(col, row) };
}

/** The newest step that an undo would take back. */
function newestStep(model: Model): string | undefined {
  return (
    model as unknown as { session: { getLastLocalNonEmptyRevision(): { id: string } | undefined } }
  ).session.getLastLocalNonEmptyRevision()?.id;
}

function activate(model: Model, name: string): void {
  const sheetIdTo = sheetIdOf(model, name);
  if (sheetIdTo === undefined) throw new UserError(`There is no sheet "${name}" in this workbook.`);
  model.dispatch("ACTIVATE_SHEET", { sheetIdFrom: model.getters.getActiveSheetId(), sheetIdTo });
}

function answersOf(model: Model, memory: GridMemory, recalculate: () => void): Answers {
  const { getters } = model;
  return {
    sheetNames: () =>
      getters
        .getSheetIds()
        .filter((id) => getters.isSheetVisible(id))
        .map((id) => getters.getSheetName(id)),
    sheetSize(name) {
      const id = sheetIdOf(model, name);
      return id === undefined ? null : sizeOf(model, id);
    },
    readRows(name, first, count) {
      const id = sheetIdOf(model, name);
      return id === undefined ? null : readRows(model, id, first, count);
    },
    selection: () => selectionOf(model),
    insertFormula(formula) {
      const { sheetId, col, row } = getters.getActivePosition();
      checkWritable(model, sheetId);
      model.dispatch("UPDATE_CELL", { sheetId, col, row, content: formula });
      return null;
    },
    writeSheets(sheets) {
      writeToGrid(model, sheets);
      return newestStep(model) ?? "";
    },
    undo(writing) {
      if (newestStep(model) !== writing || !getters.canUndo())
        throw new UserError("The workbook was changed after this writing: use its own Undo (Ctrl+Z), step by step.");
      model.dispatch("REQUEST_UNDO");
      return null;
    },
    show(name) {
      activate(model, name);
      // A sheet that is written anew has its first columns elsewhere than where the buyer left it.
      model.dispatch("SET_VIEWPORT_OFFSET", { offsetX: 0, offsetY: 0 });
      return null;
    },
    select(name, address) {
      activate(model, name);
      const { left, top } = helpers.toZone(address);
      model.selection.selectCell(left, top);
      return null;
    },
    recalculate() {
      recalculate();
      return null;
    },
    remembered: (key) => memory.getItem(key),
    remember(key, text) {
      memory.setItem(key, text);
      return null;
    },
  };
}

/**
 * Answers the task pane's questions about the workbook in `model`, and tells it of new selections. The model must have
 * been made after `registerBulk()`. Answers how to stop.
 */
export function serveGrid(
  port: MessagePort,
  model: Model,
  { memory = inMemory(), recalculate, onFault }: GridOptions = {},
): () => void {
  const answers = answersOf(model, memory, recalculate ?? (() => void model.dispatch("EVALUATE_CELLS", {})));
  port.onmessage = ({ data }: MessageEvent<Request>) => {
    const { id } = data;
    try {
      if (!Object.hasOwn(answers, data.call)) throw new Error(`The workbook knows no "${data.call}".`);
      const answer = (answers[data.call] as (...args: readonly unknown[]) => unknown)(...data.arguments);
      port.postMessage({ id, answer } satisfies Reply);
    } catch (error) {
      const user = error instanceof UserError;
      if (!user) onFault?.(error);
      const message = error instanceof Error ? error.message : String(error);
      port.postMessage({ id, error: { message, user } } satisfies Reply);
    }
  };
  let before = JSON.stringify(selectionOf(model));
  const owner = {};
  model.on("update", owner, () => {
    const selection = selectionOf(model);
    const now = JSON.stringify(selection);
    if (now === before) return;
    before = now;
    port.postMessage({ selection } satisfies SelectionEvent);
  });
  return () => {
    model.off("update", owner);
    port.onmessage = null;
  };
}
