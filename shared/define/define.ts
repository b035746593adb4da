import type { Answer } from "./cells.ts";
import type { Shows } from "./shows.ts";
import type { ArgumentsOf, Parameters } from "./parameters.ts";

/** An executed example: the tests run it, the docs show it. */
export interface Example {
  /** What the example shows, in a few words. */
  readonly says: string;
  /** The arguments as they would be sent over HTTP. */
  readonly args: readonly unknown[];
  /** The expected answer; numbers are compared to `tolerance` (relative, 1e-9 unless given). */
  readonly answer: Answer | ((answer: Answer) => boolean);
  readonly tolerance?: number;
  /** Where the expected value comes from: book and equation, paper, or R or Python function. */
  readonly source: string;
}

interface Documented {
  /** Excel's name: letters, digits and underscores, at least three, never a cell reference. Never changes. */
  readonly name: string;
  /** One sentence, shown by Excel while the user types. */
  readonly summary: string;
  /** What a cell shows: "The order quantity, in units." */
  readonly returns: string;
  /** Plain paragraphs for the reference: when to use it, how it is computed, what it assumes. */
  readonly details?: readonly string[];
  /** The formula in the field's symbols, and what each stands for. */
  readonly formula?: string;
  /** Book and equation, paper, or function it follows. */
  readonly source: string;
  readonly category: Category;
  /** Whether the answer is one cell or spills over several. */
  readonly spills?: boolean;
  /** Where the answer holds dates, as Excel's serial numbers: the page shows them as dates. */
  readonly dates?: {
    /** The only column that does, 0 the first. */
    readonly column: number;
    /** The argument without which it holds none. */
    readonly given?: string;
  };
  /** What its numbers are, column by column where there are several; null for plain ones. Excel shows them so. */
  readonly shows?: Exclude<Shows, "date"> | readonly (Exclude<Shows, "date"> | null)[];
  readonly examples: readonly [Example, ...Example[]];
}

export const CATEGORIES = ["Ordering", "Stock", "Forecasting", "Optimisation"] as const;
export type Category = (typeof CATEGORIES)[number];

/** A closed formula, microseconds: evaluated inside the add-in, offline. */
export interface CellFunction<P extends Parameters = Parameters> extends Documented {
  readonly runs: "cell";
  readonly parameters: P;
  compute(args: ArgumentsOf<P>): Answer;
}

/**
 * Training, solving or anything that takes milliseconds: evaluated on the server's worker threads. `E` is what its body
 * needs of the engines; who only reads definitions leaves it out.
 */
export interface ServerFunction<P extends Parameters = Parameters, E = never> extends Documented {
  readonly runs: "server";
  readonly parameters: P;
  compute(args: ArgumentsOf<P>, engines: E): Answer | Promise<Answer>;
}

export type FunctionDefinition<E = never> = CellFunction | ServerFunction<Parameters, E>;

/**
 * Defines one worksheet function. The types of the body's arguments, argument reading and its messages, functions.json,
 * the HTTP contract, the reference pages and the registry tests all derive from this one value.
 */
export function defineCell<P extends Parameters>(definition: Omit<CellFunction<P>, "runs">): CellFunction {
  return { runs: "cell", ...definition } as CellFunction;
}

/** As `defineCell`; the body names the engines it needs, and gets no others: `compute(args, { solve }: Solver)`. */
export function defineServer<P extends Parameters, E = unknown>(
  definition: Omit<ServerFunction<P, E>, "runs">,
): ServerFunction<Parameters, E> {
  return { runs: "server", ...definition } as ServerFunction<Parameters, E>;
}

/** Excel's id of a function: its name without underscores. */
export function idOf(name: string): string {
  return name.replaceAll("_", "");
}
