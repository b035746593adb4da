import type { Outcome } from "../../shared/define/cells.ts";
import { requestBody, type EncodedCall } from "./call.ts";
import { invalid, messages, notAvailable } from "./messages.ts";
import { post, type Sent, type Wire } from "./post.ts";
import { firstRequest } from "./split.ts";

/** A distinct call on its way, and the cells that wait for it. */
export interface Entry extends EncodedCall {
  readonly deadline: number;
  /** Whether its answer stays true: a call without arguments asks how things stand, such as which models there are. */
  readonly lasts: boolean;
  readonly cells: Set<(outcome: Outcome) => void>;
  flight?: Flight;
}

/** A request under way. */
export interface Flight {
  readonly entries: readonly Entry[];
  readonly controller: AbortController;
}

type Settle = (entry: Entry, outcome: Outcome) => void;

/** Calls that wait for a free connection. */
export interface Flights {
  send(entries: readonly Entry[]): void;
  /** Takes back a call that is not on its way yet. */
  delete(entry: Entry): void;
}

/** Sends calls in as few requests as carry them, no more of them at once than there may be. */
export function createFlights(wire: Wire, settle: Settle): Flights {
  const { limits } = wire;
  const ready = new Set<Entry>();
  let underWay = 0;

  function pump(): void {
    while (underWay < limits.inFlight && ready.size > 0) {
      const flight: Flight = { entries: firstRequest(ready, limits), controller: new AbortController() };
      for (const entry of flight.entries) {
        ready.delete(entry);
        entry.flight = flight;
      }
      underWay++;
      void deliver(wire, flight.entries, flight.controller.signal, settle).then(() => {
        underWay--;
        pump();
      });
    }
  }

  return {
    send(entries) {
      for (const entry of entries) ready.add(entry);
      pump();
    },
    delete: (entry) => void ready.delete(entry),
  };
}

/** Sends calls as one request, in halves where that is too large, and settles every one of them. */
async function deliver(wire: Wire, entries: readonly Entry[], signal: AbortSignal, settle: Settle): Promise<void> {
  const [first] = entries;
  if (!first) return;
  const sent = await post(wire, {
    body: requestBody(entries),
    calls: entries.length,
    deadline: Math.min(...entries.map((entry) => entry.deadline)),
    signal,
  }).catch((error: unknown): Sent => ({ kind: "failed", message: `the add-in failed: ${String(error)}` }));
  if (sent.kind === "tooLarge" && entries.length > 1) {
    const half = Math.ceil(entries.length / 2);
    await deliver(wire, entries.slice(0, half), signal, settle);
    return deliver(wire, entries.slice(half), signal, settle);
  }
  if (sent.kind === "outcomes") wire.recovery?.answered();
  else if (sent.kind === "failed" && sent.passing) wire.recovery?.unanswered();
  entries.forEach((entry, i) => {
    if (sent.kind === "outcomes") settle(entry, sent.outcomes[i]!);
    else if (sent.kind === "failed") settle(entry, notAvailable(sent.message));
    else settle(entry, invalid(messages.refusedAsLarge(entry.name)));
  });
}
