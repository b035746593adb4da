import { UserError } from "../../../shared/define/errors.ts";
import type { Sheet } from "../../../shared/tables/sheet.ts";
import type { CellAddress, WorkbookPort } from "../port.ts";
import type { GridCall, GridCalls, Reply, Request, SelectionEvent } from "./messages.ts";

const TIMEOUT_MS = 60_000;

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

/** The browser workbook as the task pane sees it, through a port whose other end `serveGrid` answers. */
export function createBrowserWorkbook(port: MessagePort, timeoutMs = TIMEOUT_MS): WorkbookPort {
  const grid = new GridLink(port, timeoutMs);
  return {
    host: "browser",
    async readSheets(progress) {
      const names = await grid.ask("sheetNames");
      const sheets: Sheet[] = [];
      for (const [index, name] of names.entries()) {
        const sheet = await grid.ask("readSheet", name);
        if (sheet) sheets.push(sheet);
        progress?.((index + 1) / names.length);
      }
      return sheets;
    },
    readSheet: async (name) => (await grid.ask("readSheet", name)) ?? undefined,
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
    async recalculate() {
      await grid.ask("recalculate");
    },
    remembered: async (key) => (await grid.ask("remembered", key)) ?? undefined,
    async remember(key, text) {
      await grid.ask("remember", key, text);
    },
  };
}
