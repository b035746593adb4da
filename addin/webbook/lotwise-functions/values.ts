import type { Answer } from "../../../shared/define/cells.ts";
import { BUSY } from "./busy.ts";

/** A cell as the grid hands it to a function. */
interface GridCell {
  readonly value: unknown;
}

/** What the grid hands a function: nothing where an argument is left out, a cell, or columns of cells. */
export type GridArgument = GridCell | readonly (readonly GridCell[])[] | undefined;

export interface GridResult {
  value: string | number | boolean | null;
  message?: string;
}

/** An argument still waits for its own answer. */
export class Pending extends Error {}

function plainCell(cell: GridCell | undefined): unknown {
  const value = cell?.value ?? null;
  if (value === BUSY) throw new Pending();
  return value;
}

/** Columns of cells as rows of cells, and the other way round. */
function turned<T>(lists: readonly (readonly T[])[]): T[][] {
  return (lists[0] ?? []).map((_, i) => lists.map((list) => list[i]!));
}

const isRange = (argument: GridArgument): argument is readonly (readonly GridCell[])[] => Array.isArray(argument);

/** An argument as the definitions read it: rows of plain values, blank as null. Throws `Pending` where it waits. */
function plainArgument(argument: GridArgument): unknown {
  return isRange(argument) ? turned(argument).map((row) => row.map(plainCell)) : plainCell(argument);
}

/** All arguments of a call; those left out at the end are not sent, down to `required`. */
export function plainArguments(passed: readonly GridArgument[], required: number): unknown[] {
  const args = passed.map(plainArgument);
  while (args.length > required && args.at(-1) === null) args.pop();
  return args;
}

/** An answer as the grid takes it: one cell, or columns of cells. */
export function gridResult(answer: Answer): GridResult | GridResult[][] {
  return Array.isArray(answer) ? turned(answer).map((column) => column.map((value) => ({ value }))) : { value: answer };
}
