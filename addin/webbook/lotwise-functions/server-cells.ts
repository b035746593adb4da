import type { Outcome } from "../../../shared/define/cells.ts";
import type { Batcher } from "../../batch/batcher.ts";
import { encodeCall } from "../../batch/call.ts";
import { createOutcomes } from "./outcomes.ts";

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

/** Acts once, a moment later, for all that asks for it in one go. */
function inOneGo(act: () => void): () => void {
  let due = false;
  return () => {
    if (due) return;
    due = true;
    setTimeout(() => {
      due = false;
      act();
    });
  };
}

/** Joins the grid, which evaluates at once, with the batcher, which answers later. */
export function createServerCells(
  batcher: Pick<Batcher, "call">,
  { evaluate, changed }: ServerCellsOptions,
): ServerCells {
  const outcomes = createOutcomes();
  const waiting = new Map<string, Map<string, Position>>();
  let due: Position[] = [];
  const tell = inOneGo(() => changed?.({ waiting: waiting.size, failed: outcomes.failed }));
  // One request settles its calls in one go: their cells are evaluated in one go too.
  const evaluateDue = inOneGo(() => {
    const cells = due;
    due = [];
    evaluate(cells);
  });

  function arrived(text: string, outcome: Outcome): void {
    outcomes.keep(text, outcome);
    due.push(...(waiting.get(text)?.values() ?? []));
    waiting.delete(text);
    evaluateDue();
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
      const any = outcomes.failed > 0;
      outcomes.forgetFailures();
      tell();
      return any;
    },
  };
}
