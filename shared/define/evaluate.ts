import type { Answer, Outcome } from "./cells.ts";
import type { CellFunction, FunctionDefinition } from "./define.ts";
import type { Engines } from "./engines.ts";
import { UserError } from "./errors.ts";

/** Reads the arguments of a call by the function's definition. Throws a `UserError` that names the parameter. */
export function readArguments(definition: FunctionDefinition, args: readonly unknown[]): Record<string, unknown> {
  const names = Object.keys(definition.parameters);
  if (args.length > names.length)
    throw new UserError(`${definition.name} takes at most ${names.length} arguments; got ${args.length}`);
  return Object.fromEntries(
    names.map((name, i) => {
      const parameter = definition.parameters[name]!;
      const raw = args[i];
      // Excel sends null for an argument left out, so an optional one that is null was not given.
      if (parameter.optional && (raw === null || raw === undefined || raw === "")) return [name, parameter.fallback];
      if (raw === undefined) throw new UserError(`${name}: is missing; it must be ${parameter.must}`);
      try {
        return [name, parameter.read(raw)];
      } catch (error) {
        if (error instanceof UserError) throw new UserError(`${name}: ${error.message}`, error.code);
        throw error;
      }
    }),
  );
}

/** Turns what a body answered into a reply, with #NUM! where a number is not finite. */
function replyOf(answer: Answer): Outcome {
  const cells = Array.isArray(answer) ? answer.flat() : [answer];
  if (cells.some((cell) => typeof cell === "number" && !Number.isFinite(cell)))
    return {
      error: { code: "#NUM!", message: "the result is not a finite number: the arguments are too large or too small" },
    };
  return { value: answer };
}

/** Replies to a failed call. A fault that is not the user's goes to `onFault`, which answers a reference to quote. */
export function failureOf(error: unknown, onFault: (error: unknown) => string): Outcome {
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

/** Evaluates any function. */
export async function evaluate(
  definition: FunctionDefinition,
  args: readonly unknown[],
  engines: Engines,
  onFault: (error: unknown) => string,
): Promise<Outcome> {
  try {
    return replyOf(await definition.compute(readArguments(definition, args) as never, engines));
  } catch (error) {
    return failureOf(error, onFault);
  }
}
