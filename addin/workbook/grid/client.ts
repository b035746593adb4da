import { UserError } from "../../../shared/define/errors.ts";
import type { CellValue, Sheet } from "../../../shared/tables/sheet.ts";
import type { CellAddress, WorkbookPort } from "../port.ts";
import { withoutBlankEnd } from "./read-grid.ts";
import type { GridCall, GridCalls, Reply, Request, SelectionEvent } from "./messages.ts";

const TIMEOUT_MS = 60_000;
/** Cells, blank ones too, that are read at a time: some milliseconds' work. */
const CELLS_AT_ONCE = 10_000;

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/** Asks the grid at the other end of `port`; every question is answered or fails within `timeoutMs`. */
class GridLink {
  private next = 1;
  private readonly waiting = new Map<number, Waiting>();
  readonly told = new Set<(where: CellAddress) => void>();

  constructor(
    private readonly port: MessagePort,
    private readonly timeoutMs: number,
  ) {
    port.onmessage = ({ data }: MessageEvent<Reply | SelectionEvent>) => this.hear(data);
    port.onmessageerror = () => this.failAll("The workbook sent an answer that could not be read.");
  }

  ask<Call extends GridCall>(call: Call, ...args: GridCalls[Call]["arguments"]): Promise<GridCalls[Call]["answer"]> {
    const id = this.next++;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.delete(id);
        reject(new UserError("The workbook does not answer: reload the page."));
      }, this.timeoutMs);
      const settle = <T>(then: (value: T) => void) => {
        return (value: T): void => {
          clearTimeout(timer);
          this.waiting.delete(id);
          then(value);
        };
      };
      this.waiting.set(id, { resolve: settle(resolve as (answer: unknown) => void), reject: settle(reject) });
      this.port.postMessage({ id, call, arguments: args } as unknown as Request);
    });
  }

  private hear(message: Reply | SelectionEvent): void {
    if ("selection" in message) {
      for (const tell of this.told) tell(message.selection);
      return;
    }
    const waiting = this.waiting.get(message.id);
    if (!waiting) return;
    if (!("error" in message)) waiting.resolve(message.answer);
    else if (message.error.user) waiting.reject(new UserError(message.error.message));
    else waiting.reject(new Error(message.error.message));
  }

  private failAll(message: string): void {
    for (const { reject } of this.waiting.values()) reject(new Error(message));
  }
}

/** Reads a sheet in parts, between which the page that shows it may do something else. */
async function readSheet(
  grid: GridLink,
  name: string,
  told?: (done: number, rows: number) => void,
  signal?: AbortSignal,
): Promise<Sheet | undefined> {
  const size = await grid.ask("sheetSize", name);
  if (size === null) return undefined;
  const step = Math.max(1, Math.floor(CELLS_AT_ONCE / size.columns));
  const rows: CellValue[][] = [];
  for (let first = 0; first < size.rows; first += step) {
    signal?.throwIfAborted();
    const part = await grid.ask("readRows", name, first, step);
    if (part === null) return undefined;
    rows.push(...part);
    told?.(Math.min(size.rows, first + step), size.rows);
  }
  return { name: size.name, rows: withoutBlankEnd(rows) };
}

/** The browser workbook as the task pane sees it, through a port whose other end `serveGrid` answers. */
export function createBrowserWorkbook(port: MessagePort, timeoutMs = TIMEOUT_MS): WorkbookPort {
  const grid = new GridLink(port, timeoutMs);
  return {
    host: "browser",
    async readSheets({ progress, signal } = {}) {
      const names = await grid.ask("sheetNames");
      const sheets: Sheet[] = [];
      for (const [index, name] of names.entries()) {
        const told = (done: number, rows: number): void =>
          progress?.({ sheet: name, done, rows, share: (index + done / rows) / names.length });
        const sheet = await readSheet(grid, name, told, signal);
        if (sheet) sheets.push(sheet);
      }
      return sheets;
    },
    readSheet: (name) => readSheet(grid, name),
    selection: () => grid.ask("selection"),
    onSelection(told) {
      grid.told.add(told);
      return () => void grid.told.delete(told);
    },
    async insertFormula(formula) {
      await grid.ask("insertFormula", formula);
    },
    async writeSheets(sheets, label) {
      const writing = await grid.ask("writeSheets", sheets);
      return {
        label,
        without: [],
        async undo() {
          await grid.ask("undo", writing);
        },
      };
    },
    async show(sheet) {
      await grid.ask("show", sheet);
    },
    async select(sheet, address) {
      await grid.ask("select", sheet, address);
    },
    // The page of the browser workbook always has it.
    startWithWorkbook: () => Promise.resolve(),
    async recalculate() {
      await grid.ask("recalculate");
    },
    remembered: async (key) => (await grid.ask("remembered", key)) ?? undefined,
    async remember(key, text) {
      await grid.ask("remember", key, text);
    },
  };
}
