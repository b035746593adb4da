import type { Outcome } from "../../shared/define/cells.ts";
import { findFunction } from "../../shared/functions/index.ts";
import { computeRequestSchema, MOST_CALLS } from "../../shared/operations/compute-schema.ts";
import { UserError } from "../../shared/define/errors.ts";
import { Problem } from "../problem.ts";

/** The calls of a body, each of them as yet anything. */
export function readComputeRequest(body: unknown): readonly unknown[] {
  const read = computeRequestSchema.safeParse(body);
  if (!read.success) throw new UserError('the body must be {"calls": [{"function": "EOQ", "args": [10000, 50, 2]}]}');
  const { calls } = read.data;
  if (calls.length > MOST_CALLS)
    throw new Problem(413, `a request takes at most ${MOST_CALLS} calls; got ${calls.length}: send them in parts`);
  return calls;
}

const valueError = (message: string): Outcome => ({ error: { code: "#VALUE!", message } });

/** The outcome of what is no call of a function there is. */
export function refusal(call: unknown): Outcome | undefined {
  if (typeof call !== "object" || call === null || Array.isArray(call))
    return valueError("a call must be an object with function and args");
  const { function: name, args } = call as Partial<Record<string, unknown>>;
  if (typeof name !== "string") return valueError("function: must be a function's name, such as EOQ");
  if (!Array.isArray(args)) return valueError("args: must be a list of arguments in order");
  return findFunction(name)
    ? undefined
    : valueError(`unknown function ${name.slice(0, 40)}: see /docs for those there are`);
}
