import type { MessagePort } from "node:worker_threads";
import type { Outcome } from "../../shared/define/cells.ts";
import { evaluate } from "../../shared/define/evaluate.ts";
import { findFunction } from "../../shared/functions/index.ts";
import { engines } from "../engines/index.ts";
import { trainedFrom } from "../engines/trained.ts";
import { faultReference } from "../faults.ts";
import { works } from "../operations/index.ts";
import { thenOf, type Then } from "../operations/work.ts";
import { askOver } from "./ask.ts";
import type { Call } from "./call.ts";
import { open, type Sealed } from "./sealed.ts";

/** What a worker tells while it works through a batch: the call it begins, then its outcome. */
export type Progress = { readonly begin: number } | { readonly end: number; readonly outcome: Outcome };

export interface BatchTask {
  readonly calls: readonly Call[];
  readonly port: MessagePort;
}

/** Some of the items of an operation's work. */
export interface PartTask {
  readonly operation: string;
  readonly shared: Sealed;
  readonly items: readonly unknown[];
  readonly port: MessagePort;
}

export interface MadePart {
  /** Of what was shared. */
  readonly hash: string;
  readonly made: readonly unknown[];
}

/** A fault's text goes to the main thread's log, never to the caller. */
function reporter(port: MessagePort): (error: unknown) => string {
  return (error) => {
    const { reference, text } = faultReference(error);
    port.postMessage({ fault: text, reference });
    return reference;
  };
}

/** Evaluates the calls one after the other, telling of each as it ends. */
export async function computeBatch({ calls, port }: BatchTask): Promise<void> {
  const onFault = reporter(port);
  const withModels = { ...engines, ...trainedFrom(askOver(port)) };
  for (const [i, call] of calls.entries()) {
    port.postMessage({ begin: i } satisfies Progress);
    // The main thread sends only functions it found; the registry is the same on both sides.
    const definition = findFunction(call.function)!;
    const outcome = await evaluate(definition, call.args, withModels, onFault);
    port.postMessage({ end: i, outcome } satisfies Progress);
  }
  port.postMessage({ last: true });
}

const byOperation = new Map(
  works.flatMap((work): [string, Then][] => {
    if (!("perItem" in work)) return [];
    const { id } = work.operation;
    return [[id, work], ...(work.then ? [[thenOf(id), work.then] as [string, Then]] : [])];
  }),
);

/** Works on some of a request's items, counting them as they are done; a fault in one is that item's alone. */
export async function workPart({ operation, shared: sealed, items, port }: PartTask): Promise<MadePart> {
  // The main thread sends only work it found; the list is the same on both sides.
  const work = byOperation.get(operation)!;
  const onFault = reporter(port);
  const shared = open(sealed);
  const tools = await work.tools(engines);
  const made = items.map((item) => {
    try {
      return work.perItem(item, shared, tools);
    } catch (error) {
      return work.lost(item, onFault(error));
    } finally {
      port.postMessage({ item: 1 });
    }
  });
  port.postMessage({ last: true });
  return { hash: sealed.hash, made };
}
