import { evaluate } from "../../shared/define/evaluate.ts";
import { findFunction } from "../../shared/functions/index.ts";
import { engines } from "../engines/index.ts";
import { trainedFrom } from "../engines/trained.ts";
import { askOver } from "./ask.ts";
import { batches } from "./batches.ts";
import { readComputeRequest, refusal } from "./calls.ts";
import type { Call, CallBatch, ReadCalls } from "./call.ts";
import { reporter, task, type Message } from "./messages.ts";
import { pack, parsed, unpack } from "./packed.ts";

export { checkBody, finishWork, followWork, learnPart, prepareWork, readBody, teach, workPart } from "./phases.ts";

interface BatchTask extends Pick<CallBatch, "calls"> {
  /** Those of its calls to evaluate. */
  readonly only: readonly number[];
}

/** Evaluates calls one after the other, telling of each as it begins and ends. */
export const computeBatch = task(async ({ calls: packed, only }: BatchTask, port) => {
  const onFault = reporter(port);
  const withModels = { ...engines, ...trainedFrom(askOver(port)) };
  const calls = unpack(packed) as readonly Call[];
  const tell = (message: Message): void => port.postMessage(message);
  for (const i of only) {
    const { function: name, args } = calls[i]!;
    tell({ begin: i, called: name });
    // Only functions that were found are sent; the registry is the same on both sides.
    const outcome = await evaluate(findFunction(name)!, args, withModels, onFault);
    tell({ end: i, outcome: JSON.stringify(outcome) });
  }
  return { answer: undefined, gives: [] };
});

/** Reads a large request's calls and cuts them into batches. */
export const readCalls = task(({ body, threads }: { readonly body: Uint8Array; readonly threads: number }) => {
  const calls = readComputeRequest(parsed(body));
  const refused: (readonly [number, string])[] = [];
  const good: number[] = [];
  for (const [i, call] of calls.entries()) {
    const outcome = refusal(call);
    if (outcome) refused.push([i, JSON.stringify(outcome)]);
    else good.push(i);
  }
  const parts = batches(good, threads).map((at): CallBatch => ({ at, calls: pack(at.map((i) => calls[i])) }));
  const answer: ReadCalls = { count: calls.length, refused, batches: parts };
  return { answer, gives: parts.map((part) => part.calls) };
});
