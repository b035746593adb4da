import type { Outcome } from "../../../shared/define/cells.ts";
import type { Batcher } from "../../batch/batcher.ts";
import { encodeCall } from "../../batch/call.ts";

/** Where a cell is: the sheet's id, column and row from 0. */
export interface Position {
  readonly sheetId: string;
  readonly col: number;
  readonly row: number;
}

export interface ServerCells {
  /** The outcome of a call where it is known. Otherwise it is asked for, and the cell evaluated again once it came. */
  ask(name: string, args: readonly unknown[], cell: Position | undefined): Outcome | undefined;
  /** Forgets failures that may pass, so that the next evaluation asks again. Answers whether there were any. */
  forgetFailures(): boolean;
  /** Distinct calls on their way. */
  readonly waiting: number;
}

export interface ServerCellsOptions {
  /** Called once for all cells whose answers came together. */
  evaluate(cells: readonly Position[]): void;
  /** Told how many distinct calls are on their way, and how many came back without an answer that may come yet. */
  changed?(state: { readonly waiting: number; readonly failed: number }): void;
}

/** Outcomes are kept up to this many characters of their calls; a workbook of 5,000 forecasts takes about 3 million. */
const LARGEST = 40_000_000;

/** A failure that is not the arguments' fault: another try may succeed. */
const mayPass = (outcome: Outcome): boolean => "error" in outcome && outcome.error.code === "#N/A";

/** Joins the grid, which evaluates at once, with the batcher, which answers later. */
export function createServerCells(
  batcher: Pick<Batcher, "call">,
  { evaluate, changed }: ServerCellsOptions,
): ServerCells {
  const outcomes = new Map<string, Outcome>();
  const waiting = new Map<string, Map<string, Position>>();
  let kept = 0;
  let due: Position[] = [];
  let failed = 0;
  let telling = false;

  /** Once for all that happens in one go. */
  function tell(): void {
    if (telling || !changed) return;
    telling = true;
    setTimeout(() => {
      telling = false;
      changed({ waiting: waiting.size, failed });
    });
  }

  function keep(text: string, outcome: Outcome): void {
    outcomes.set(text, outcome);
    if (mayPass(outcome)) failed++;
    kept += text.length;
    for (const oldest of outcomes.keys()) {
      if (kept <= LARGEST || oldest === text) break;
      forget(oldest);
    }
  }

  function forget(text: string): void {
    const outcome = outcomes.get(text);
    if (!outcome) return;
    outcomes.delete(text);
    kept -= text.length;
    if (mayPass(outcome)) failed--;
  }

  function arrived(text: string, outcome: Outcome): void {
    keep(text, outcome);
    // One request settles its calls in one go: evaluate their cells in one go too.
    if (due.length === 0)
      setTimeout(() => {
        const cells = due;
        due = [];
        evaluate(cells);
      });
    due.push(...(waiting.get(text)?.values() ?? []));
    waiting.delete(text);
    tell();
  }

  return {
    get waiting() {
      return waiting.size;
    },
    ask(name, args, cell) {
      const { text } = encodeCall(name, args);
      const known = outcomes.get(text);
      if (known) return known;
      const cells = waiting.get(text) ?? new Map<string, Position>();
      if (cell) cells.set(`${cell.sheetId} ${cell.col} ${cell.row}`, cell);
      if (!waiting.has(text)) {
        waiting.set(text, cells);
        tell();
        void batcher.call(name, args).outcome.then((outcome) => arrived(text, outcome));
      }
      return undefined;
    },
    forgetFailures() {
      const passing = [...outcomes].filter(([, outcome]) => mayPass(outcome));
      for (const [text] of passing) forget(text);
      tell();
      return passing.length > 0;
    },
  };
}
