import { EvaluationError, helpers, registries, type EvalContext } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import { UserError } from "../../../shared/define/errors.ts";

export type GridValue = string | number | boolean | null;

export interface GridCell {
  readonly value: GridValue;
  readonly format?: string;
}

/** Columns of cells. */
export type GridRange = GridCell[][];
export type GridArgument = GridCell | GridRange | undefined;

export interface GridFunction {
  readonly name: string;
  readonly description: string;
  /** "name (type, optional)" and what it means. */
  readonly parameters: readonly (readonly [definition: string, description: string])[];
  compute(...args: GridArgument[]): GridValue | GridCell | GridRange;
}

export function rangeOf(argument: GridArgument): GridRange {
  if (Array.isArray(argument)) return argument;
  return [[argument ?? { value: null }]];
}

/** The cells of a range, row by row. */
export function cellsOf(argument: GridArgument): GridCell[] {
  const range = rangeOf(argument);
  return range[0]!.flatMap((_, row) => range.map((column) => column[row]!));
}

/** Rows of a range of columns, or columns of one of rows. */
export const transposed = (range: GridRange): GridRange => range[0]!.map((_, i) => range.map((line) => line[i]!));

/** The argument as a number; `fallback` where it is left out or blank. */
export function numberOf(argument: GridArgument, fallback?: number): number {
  const [cell] = cellsOf(argument);
  if (fallback !== undefined && (argument === undefined || cell!.value === null)) return fallback;
  const value = cell!.value;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return Number(value);
  if (value === null) return 0;
  const number = value.trim() === "" ? NaN : Number(value);
  if (Number.isNaN(number)) throw new UserError("needs a number");
  return number;
}

/** Numbers among the cells of all arguments; text, blanks and truth values do not count, an error is passed on. */
export function numbersOf(args: readonly GridArgument[]): number[] {
  return args.flatMap((argument) =>
    cellsOf(argument).flatMap(({ value }) => (typeof value === "number" ? [value] : [])),
  );
}

/** Puts a function into the grid, in place of its own of the same name. */
export function addGridFunction({ name, description, parameters, compute }: GridFunction): void {
  registries.functionRegistry.replace(name, {
    description,
    category: "Excel",
    args: parameters.map(([definition, meaning]) => helpers.arg(definition, meaning)),
    compute: function (this: EvalContext, ...args: GridArgument[]) {
      try {
        const result = compute(...args);
        return typeof result === "number" && !Number.isFinite(result)
          ? new EvaluationError("the result is not a finite number", "#NUM!")
          : result;
      } catch (error) {
        if (error instanceof UserError) return new EvaluationError(`${name} ${error.message}`, error.code);
        throw error;
      }
    } as never,
    isExported: true,
  });
}
