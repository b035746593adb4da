import type { Outcome } from "../../shared/define/cells.ts";
import { evaluateCell } from "../../shared/define/evaluate.ts";
import { findFunction } from "../../shared/functions/index.ts";
import type { Call } from "./call.ts";
import type { ComputePool } from "./pool.ts";

/** Beyond this many cells of arguments even a closed formula goes to a thread, so that others need not wait for it. */
const CELLS_AT_ONCE = 20_000;

const isSmall = (args: readonly unknown[]): boolean =>
  args.reduce<number>(
    (sum, arg) => sum + (Array.isArray(arg) ? arg.length * (Array.isArray(arg[0]) ? arg[0].length : 1) : 1),
    0,
  ) <= CELLS_AT_ONCE;

const valueError = (message: string): Outcome => ({ error: { code: "#VALUE!", message } });

function refusal(call: unknown): string | undefined {
  if (typeof call !== "object" || call === null || Array.isArray(call))
    return "a call must be an object with function and args";
  const { function: name, args } = call as Partial<Record<string, unknown>>;
  if (typeof name !== "string") return "function: must be a function's name, such as EOQ";
  if (!Array.isArray(args)) return "args: must be a list of arguments in order";
  return findFunction(name) ? undefined : `unknown function ${name.slice(0, 40)}: see /docs for those there are`;
}

/** Replies to the calls in order; a bad call costs only itself. */
export async function evaluateCalls(
  calls: readonly unknown[],
  pool: ComputePool,
  signal: AbortSignal,
  onFault: (error: unknown) => string,
): Promise<Outcome[]> {
  const outcomes = new Array<Outcome>(calls.length);
  const heavy: { readonly index: number; readonly call: Call }[] = [];
  calls.forEach((raw, index) => {
    const refused = refusal(raw);
    if (refused !== undefined) {
      outcomes[index] = valueError(refused);
      return;
    }
    const call = raw as Call;
    const definition = findFunction(call.function)!;
    if (definition.runs === "cell" && isSmall(call.args))
      outcomes[index] = evaluateCell(definition, call.args, onFault);
    else heavy.push({ index, call });
  });
  const answered = heavy.length
    ? await pool.compute(
        heavy.map(({ call }) => call),
        signal,
      )
    : [];
  heavy.forEach(({ index }, i) => (outcomes[index] = answered[i]!));
  return outcomes;
}
