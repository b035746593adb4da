import type { MessagePort } from "node:worker_threads";
import type { Outcome } from "../../shared/define/cells.ts";
import { evaluate } from "../../shared/define/evaluate.ts";
import { findFunction } from "../../shared/functions/index.ts";
import type { DemandPrior } from "../../shared/inventory/least-cost/demand-prior.ts";
import { planItems } from "../../shared/purchasing/make-plan.ts";
import type { PlannedItem } from "../../shared/purchasing/plan-item.ts";
import type { PlanRequest } from "../../shared/purchasing/plan.ts";
import type { ReplayFrame } from "../../shared/purchasing/replay/frame.ts";
import { replayItems } from "../../shared/purchasing/replay/make-replay.ts";
import type { ReplayedItem } from "../../shared/purchasing/replay/replay-item.ts";
import type { ReplayRequest } from "../../shared/purchasing/replay/replay.ts";
import { engines } from "../engines/index.ts";
import { trainedFrom } from "../engines/trained.ts";
import { faultReference } from "../faults.ts";
import { askOver } from "./ask.ts";
import type { Call } from "./call.ts";

/** What a worker tells while it works through a batch: the call it begins, then its outcome. */
export type Progress = { readonly begin: number } | { readonly end: number; readonly outcome: Outcome };

export interface BatchTask {
  readonly calls: readonly Call[];
  readonly port: MessagePort;
}

export interface PlanTask {
  readonly request: PlanRequest;
  readonly prior: DemandPrior | undefined;
  readonly port: MessagePort;
}

export interface ReplayTask {
  readonly request: ReplayRequest;
  readonly frame: ReplayFrame;
  readonly port: MessagePort;
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

/** Plans some of a request's items, counting them as they are done. */
export async function planPart({ request, prior, port }: PlanTask): Promise<PlannedItem[]> {
  const planned = planItems(request, {
    onFault: reporter(port),
    prior,
    onItem: () => port.postMessage({ item: 1 }),
    counts: await engines.counts(),
    network: await engines.network(),
  });
  port.postMessage({ last: true });
  return planned;
}

/** Replays some of a request's items, counting them as they are done. */
export function replayPart({ request, frame, port }: ReplayTask): ReplayedItem[] {
  const replayed = replayItems(request, {
    frame,
    onFault: reporter(port),
    onItem: () => port.postMessage({ item: 1 }),
  });
  port.postMessage({ last: true });
  return replayed;
}
