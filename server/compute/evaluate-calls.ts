import { evaluateCell } from "../../shared/define/evaluate.ts";
import { findFunction } from "../../shared/functions/index.ts";
import type { Call } from "./call.ts";
import { refusal } from "./calls.ts";
import type { ComputePool } from "./pool.ts";

/** Beyond this many cells of arguments even a closed formula goes to a thread, so that others need not wait for it. */
const CELLS_AT_ONCE = 20_000;

const isSmall = (args: readonly unknown[]): boolean =>
  args.reduce<number>(
    (sum, arg) => sum + (Array.isArray(arg) ? arg.length * (Array.isArray(arg[0]) ? arg[0].length : 1) : 1),
    0,
  ) <= CELLS_AT_ONCE;

/** Replies to the calls in order, each as JSON; a bad call costs only itself. */
export async function evaluateCalls(
  calls: readonly unknown[],
  pool: ComputePool,
  signal: AbortSignal,
  onFault: (error: unknown) => string,
): Promise<string[]> {
  const outcomes = new Array<string>(calls.length);
  const heavy: { readonly index: number; readonly call: Call }[] = [];
  calls.forEach((raw, index) => {
    const refused = refusal(raw);
    if (refused) {
      outcomes[index] = JSON.stringify(refused);
      return;
    }
    const call = raw as Call;
    const definition = findFunction(call.function)!;
    if (definition.runs === "cell" && isSmall(call.args))
      outcomes[index] = JSON.stringify(evaluateCell(definition, call.args, onFault));
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
