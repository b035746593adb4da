import { letters, overlap, parseBlock } from "./address.ts";
import { rangeObject, type Surroundings } from "./range.ts";
import { PAYLOAD_LIMIT, refusal, remote, type Queue, type Remote } from "./remote.ts";
import { enter, cellAt, newSheet, type BookState, type SheetState } from "./state.ts";
import { calculator } from "./values.ts";
import { worksheetObject } from "./worksheet.ts";

export interface OfficeOptions {
  /** The n of the newest set "ExcelApi 1.n" that the host has. Default 20, which merges undo steps. */
  readonly api?: number;
  /** The host merges undo steps in principle, but not for these requests. */
  readonly undoNotSupported?: boolean;
  /** What of this Excel is broken. */
  readonly faults?: readonly Fault[];
}

/**
 * Faults of Excel that its users report: a rule that Excel's own undo brought back cannot be read (office-js issue
 * 6396), nor can two rules on the same cells (6827, 6835, 5222); a sheet's formulas cannot be read at all.
 */
export type Fault = "restored rules" | "rules on the same cells" | "formulas";

/** A workbook in memory behind the globals of Office.js. */
export interface OfficeBook {
  readonly state: BookState;
  readonly settings: Map<string, unknown>;
  /** A cell is being edited: Excel refuses every request, or holds one back that asked to wait (`delayForCellEdit`). */
  editing: boolean;
  /** The calculations asked for, by their kind. */
  readonly calculations: readonly string[];
  /** What the add-in asked to be done with it when the workbook opens. */
  startup: string;
  /** How often the add-in had its pane shown. */
  panesShown: number;
  /** The commands that the add-in gave Excel. */
  readonly commands: readonly string[];
  /** Clicks a command of the ribbon or a menu; resolves once the add-in says that it is through. */
  click(command: string): Promise<void>;
  /** Syncs so far, the largest request and answer in bytes, and how often redrawing was held back. */
  readonly traffic: { syncs: number; sent: number; answered: number; suspensions: number };
  sheet(name: string): SheetState;
  /** Adds a sheet and types into it. */
  type(name: string, rows: readonly (readonly unknown[])[], formats?: Readonly<Record<string, string>>): SheetState;
  /** Types into one cell. */
  enter(sheet: string, address: string, input: unknown): void;
  /** One step of Excel's own undo. */
  undo(): void;
  select(sheet: string, address: string): Promise<void>;
  close(): void;
}

type Command = (event: { completed(): void }) => void;

type Context = Remote & { sync(): Promise<void> };

const bytes = (value: unknown): number => (value === undefined ? 0 : JSON.stringify(value).length);

/** Installs `Excel` and `Office` over a new workbook with one empty sheet. */
export function openOfficeBook({ api = 20, undoNotSupported = false, faults = [] }: OfficeOptions = {}): OfficeBook {
  const state: BookState = {
    sheets: [newSheet("Sheet1")],
    active: { sheet: "Sheet1", address: "A1" },
    structureLocked: false,
  };
  const steps: BookState[] = [];
  const restored = new WeakSet<object>();
  const calculations: string[] = [];
  let editing = false;
  const heldBack: (() => void)[] = [];
  const settings = new Map<string, unknown>();
  const commands = new Map<string, Command>();
  const listeners = new Set<() => Promise<void>>();
  const traffic = { syncs: 0, sent: 0, answered: 0, suspensions: 0 };
  const find = (name: string): SheetState | undefined =>
    state.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  // Made anew by whatever changes the book.
  let calculate = calculator(state);
  const globals = globalThis as unknown as Record<string, unknown>;
  const before = { Excel: globals["Excel"], Office: globals["Office"] };

  function newContext(merged: boolean): Context {
    let queue: { action: () => void; sent: unknown }[] = [];
    let answered = 0;
    let stepTaken = false;
    const requests: Queue = {
      push: (action, sent) => void queue.push({ action, sent }),
      answer(value) {
        answered += bytes(value);
        if (answered > PAYLOAD_LIMIT)
          throw refusal("ResponsePayloadSizeLimitExceeded", "The response payload size has exceeded the limit.");
      },
    };
    const around: Surroundings = {
      queue: requests,
      valueOf: (sheet, row, column) => calculate(sheet, row, column),
      formulasAreReadable: () => !faults.includes("formulas"),
      readingRule(sheet, rule) {
        const beside = sheet.highlights.some((other) => other !== rule && overlap(other.address, rule.address));
        if (
          (faults.includes("restored rules") && restored.has(rule)) ||
          (faults.includes("rules on the same cells") && beside)
        )
          throw refusal("ItemNotFound", "The requested resource doesn't exist.");
      },
      select(sheet, { top, left }) {
        if (state.active.sheet !== sheet.name) throw refusal("InvalidSelection", "The sheet is not the active one.");
        state.active.address = `${letters(left)}${top + 1}`;
      },
      changing(sheet) {
        if (sheet.locked) throw refusal("AccessDenied", "The sheet is protected.");
        calculate = calculator(state);
        if (merged && undoNotSupported) throw refusal("UndoNotSupported", "This cannot be undone.");
        if (stepTaken) return;
        stepTaken = true;
        steps.push(structuredClone(state));
      },
    };
    const worksheets = remote(requests, "worksheets", {
      items: () =>
        state.sheets.map((sheet) =>
          worksheetObject(
            around,
            () => state,
            () => sheet,
          ),
        ),
      members: {
        getItem: (name: string) =>
          worksheetObject(
            around,
            () => state,
            () => find(name),
          ),
        getItemOrNullObject: (name: string) =>
          worksheetObject(
            around,
            () => state,
            () => find(name),
            true,
          ),
        add(name: string) {
          requests.push(() => {
            if (state.structureLocked) throw refusal("AccessDenied", "The workbook is protected.");
            if (find(name)) throw refusal("ItemAlreadyExists", `There is a sheet "${name}".`);
            around.changing(newSheet(name));
            state.sheets.push(newSheet(name));
          });
          return worksheetObject(
            around,
            () => state,
            () => find(name),
          );
        },
      },
    });
    const context = remote(requests, "context", {
      members: {
        application: remote(requests, "application", {
          members: {
            suspendScreenUpdatingUntilNextSync: () => requests.push(() => void traffic.suspensions++),
            suspendApiCalculationUntilNextSync: () => undefined,
            calculate: (how: string) => requests.push(() => void calculations.push(how)),
          },
        }),
        workbook: remote(requests, "workbook", {
          members: {
            worksheets,
            protection: remote(requests, "protection", {
              properties: { protected: { get: () => state.structureLocked } },
            }),
            getActiveCell: () =>
              rangeObject(around, [
                { sheet: () => find(state.active.sheet)!, block: () => parseBlock(state.active.address) },
              ]),
            onSelectionChanged: {
              add(listener: () => Promise<void>) {
                requests.push(() => void listeners.add(listener));
                return { context, remove: () => requests.push(() => void listeners.delete(listener)) };
              },
            },
          },
        }),
        async sync() {
          await Promise.resolve();
          const asked = queue;
          queue = [];
          answered = 0;
          if (!merged) stepTaken = false;
          const sent = asked.reduce((sum, request) => sum + bytes(request.sent), 0);
          if (book.editing) throw refusal("InvalidOperationInCellEditMode", "Excel is in cell-editing mode.");
          if (sent > PAYLOAD_LIMIT)
            throw refusal("RequestPayloadSizeLimitExceeded", "The request payload size has exceeded the limit.");
          for (const { action } of asked) action();
          // What an action asks for itself (properties of the items of a collection) belongs to the same sync.
          while (queue.length > 0) queue.shift()!.action();
          traffic.syncs++;
          traffic.sent = Math.max(traffic.sent, sent);
          traffic.answered = Math.max(traffic.answered, answered);
        },
      },
    }) as Context;
    return context;
  }

  const book: OfficeBook = {
    state,
    settings,
    get editing() {
      return editing;
    },
    set editing(now) {
      editing = now;
      if (!now) for (const goOn of heldBack.splice(0)) goOn();
    },
    calculations,
    startup: "None",
    panesShown: 0,
    get commands() {
      return [...commands.keys()];
    },
    click(name) {
      const act = commands.get(name);
      if (!act) throw new Error(`No command ${name} is associated: Excel does nothing.`);
      return new Promise((completed) => act({ completed }));
    },
    traffic,
    sheet(name) {
      const found = find(name);
      if (!found) throw new Error(`The workbook has no sheet "${name}".`);
      return found;
    },
    type(name, rows, formats = {}) {
      calculate = calculator(state);
      const sheet = find(name) ?? newSheet(name);
      if (!find(name)) state.sheets.push(sheet);
      rows.forEach((row, r) =>
        row.forEach((input, c) => {
          const cell = cellAt(sheet, r, c);
          cell.format = formats[String(c)] ?? cell.format;
          enter(cell, input);
        }),
      );
      return sheet;
    },
    enter(name, address, input) {
      const { top, left } = parseBlock(address);
      enter(cellAt(book.sheet(name), top, left), input);
      calculate = calculator(state);
    },
    undo() {
      calculate = calculator(state);
      const step = steps.pop();
      if (!step) throw new Error("There is nothing to undo.");
      Object.assign(state, step);
      for (const { highlights } of state.sheets) for (const rule of highlights) restored.add(rule);
    },
    async select(sheet, address) {
      state.active = { sheet, address };
      await Promise.all([...listeners].map((listener) => listener()));
    },
    close: () => void Object.assign(globals, before),
  };

  interface RunOptions {
    readonly mergeUndoGroup?: boolean;
    readonly delayForCellEdit?: boolean;
    /** Only of a context that is passed on. */
    readonly sync?: unknown;
  }
  type Run = (context: Context) => Promise<unknown>;
  Object.assign(globals, {
    Excel: {
      async run(first: Run | Remote | RunOptions, second?: Run) {
        const batch = second ?? (first as Run);
        const options = second ? (first as RunOptions) : {};
        const isContext = options.sync !== undefined;
        if (options.delayForCellEdit && editing) await new Promise<void>((goOn) => heldBack.push(goOn));
        const context = isContext ? (first as Context) : newContext(options.mergeUndoGroup === true);
        const result = await batch(context);
        await context.sync();
        return result;
      },
    },
    Office: {
      StartupBehavior: { load: "Load", none: "None" },
      addin: {
        setStartupBehavior: async (behaviour: string) => void (book.startup = behaviour),
        showAsTaskpane: async () => void book.panesShown++,
      },
      actions: { associate: (name: string, act: Command) => void commands.set(name, act) },
      context: {
        requirements: {
          isSetSupported: (_: string, version: string) => Number(version.split(".")[1]) <= api,
        },
        document: {
          settings: {
            get: (key: string) => settings.get(key) ?? null,
            set: (key: string, value: unknown) => void settings.set(key, value),
            saveAsync: (done: (result: { status: string }) => void) => done({ status: "succeeded" }),
          },
        },
      },
    },
  });
  return book;
}
