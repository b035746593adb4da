import type { Answer, Outcome } from "./cells.ts";
import type { CellFunction, FunctionDefinition } from "./define.ts";
import { UserError } from "./errors.ts";
import type { Parameter, Parameters } from "./parameters.ts";

const { isFinite } = Number;

// A workbook calculates a hundred thousand cells at once: what is the same for every cell is worked out once.
const named = new WeakMap<Parameters, readonly (readonly [name: string, parameter: Parameter<unknown>])[]>();

function namedParameters({ parameters }: FunctionDefinition): readonly (readonly [string, Parameter<unknown>])[] {
  let list = named.get(parameters);
  if (!list) named.set(parameters, (list = Object.entries(parameters)));
  return list;
}

/**
 * Excel sends null for an argument left out. A blank cell given for one is null on the web, and on the desktop 0, "" or
 * FALSE: 0 is taken for it wherever it could not be meant, so that a workbook answers the same on both.
 */
function isLeftOut({ type, read }: Parameter<unknown>, raw: unknown): boolean {
  if (raw === null || raw === undefined || raw === "") return true;
  if (raw !== 0 || type !== "number") return false;
  try {
    read(0);
    return false;
  } catch {
    return true;
  }
}

function readArgument(name: string, parameter: Parameter<unknown>, raw: unknown): unknown {
  if (parameter.optional && isLeftOut(parameter, raw)) return parameter.fallback;
  if (raw === undefined) throw new UserError(`${name}: is missing; it must be ${parameter.must}`);
  try {
    return parameter.read(raw);
  } catch (error) {
    if (error instanceof UserError) throw new UserError(`${name}: ${error.message}`, error.code);
    throw error;
  }
}

/** Reads the arguments of a call by the function's definition. Throws a `UserError` that names the parameter. */
function readArguments(definition: FunctionDefinition, args: readonly unknown[]): Record<string, unknown> {
  const parameters = namedParameters(definition);
  if (args.length > parameters.length)
    throw new UserError(`${definition.name} takes at most ${parameters.length} arguments; got ${args.length}`);
  const read: Record<string, unknown> = {};
  for (let i = 0; i < parameters.length; i += 1) {
    const [name, parameter] = parameters[i]!;
    read[name] = readArgument(name, parameter, args[i]);
  }
  return read;
}

const isInfinite = (cell: Answer): boolean => typeof cell === "number" && !isFinite(cell);

/** Turns what a body answered into a reply, with #NUM! where a number is not finite. */
function replyOf(answer: Answer): Outcome {
  if (typeof answer === "object" ? answer.some((row) => row.some(isInfinite)) : isInfinite(answer))
    return {
      error: { code: "#NUM!", message: "the result is not a finite number: the arguments are too large or too small" },
    };
  return { value: answer };
}

/** Replies to a failed call. A fault that is not the user's goes to `onFault`, which answers a reference to quote. */
function failureOf(error: unknown, onFault: (error: unknown) => string): Outcome {
  if (error instanceof UserError) return { error: { code: error.code, message: error.message } };
  return { error: { code: "#N/A", message: `something went wrong on our side (reference ${onFault(error)})` } };
}

/** Evaluates a closed formula, at once. */
export function evaluateCell(
  definition: CellFunction,
  args: readonly unknown[],
  onFault: (error: unknown) => string,
): Outcome {
  try {
    return replyOf(definition.compute(readArguments(definition, args) as never));
  } catch (error) {
    return failureOf(error, onFault);
  }
}

/** Evaluates any function with the engines its body needs. */
export async function evaluate<E>(
  definition: FunctionDefinition<E>,
  args: readonly unknown[],
  engines: E,
  onFault: (error: unknown) => string,
): Promise<Outcome> {
  try {
    return replyOf(await definition.compute(readArguments(definition, args) as never, engines));
  } catch (error) {
    return failureOf(error, onFault);
  }
}
