import type { Answer, Outcome } from "../../shared/define/cells.ts";
import { createCache } from "./cache.ts";
import { encodeCall, requestBody, type EncodedCall } from "./call.ts";
import { systemClock } from "./clock.ts";
import { LIMITS } from "./limits.ts";
import { invalid, messages, notAvailable } from "./messages.ts";
import { post, type Wire } from "./post.ts";
import { firstRequest } from "./split.ts";

/** One cell's wait. */
export interface Waiting {
  /** Always comes, never rejects. */
  readonly outcome: Promise<Outcome>;
  /** The cell no longer wants the answer. The request is aborted once none of its cells does. */
  cancel(): void;
}

export interface Batcher {
  /** Asks the server, together with the other calls of this recalculation; identical calls are asked once. */
  call(name: string, args: readonly unknown[]): Waiting;
  /** The answer where it is known already. */
  known(name: string, args: readonly unknown[]): Answer | undefined;
}

/** A distinct call on its way, and the cells that wait for it. */
interface Entry extends EncodedCall {
  readonly deadline: number;
  /** Whether its answer stays true: a call without arguments asks how things stand, such as which models there are. */
  readonly lasts: boolean;
  readonly cells: Set<(outcome: Outcome) => void>;
  flight?: Flight;
}

/** A request under way. */
interface Flight {
  readonly entries: readonly Entry[];
  readonly controller: AbortController;
}

const settled = (outcome: Outcome): Waiting => ({ outcome: Promise.resolve(outcome), cancel: () => undefined });

export function createBatcher(options: Pick<Wire, "origin" | "fetch"> & Partial<Wire>): Batcher {
  const wire: Wire = { clock: systemClock, random: Math.random, limits: LIMITS, ...options };
  const { clock, limits } = wire;
  const cache = createCache(limits.cacheBytes);
  /** Every distinct call not yet answered, by its text. */
  const open = new Map<string, Entry>();
  /** Calls of the burst that is still coming in, and calls of finished bursts that wait for a free connection. */
  const burst = new Set<Entry>();
  const ready = new Set<Entry>();
  let underWay = 0;
  let lastCallAt = 0;

  function collect(entry: Entry): void {
    lastCallAt = clock.now();
    if (burst.size === 0) waitForQuiet(lastCallAt + limits.longestBurstMs, limits.quietMs);
    burst.add(entry);
  }

  /** Looks again after `ms`: one timer a burst instead of one a call. */
  function waitForQuiet(latest: number, ms: number): void {
    clock.after(ms, () => {
      const quietIn = Math.min(lastCallAt + limits.quietMs, latest) - clock.now();
      if (quietIn > 0) return waitForQuiet(latest, quietIn);
      for (const entry of burst) ready.add(entry);
      burst.clear();
      pump();
    });
  }

  function pump(): void {
    while (underWay < limits.inFlight && ready.size > 0) {
      const flight: Flight = { entries: firstRequest(ready, limits), controller: new AbortController() };
      for (const entry of flight.entries) {
        ready.delete(entry);
        entry.flight = flight;
      }
      underWay++;
      void deliver(flight.entries, flight.controller.signal).then(() => {
        underWay--;
        pump();
      });
    }
  }

  async function deliver(entries: readonly Entry[], signal: AbortSignal): Promise<void> {
    const [first] = entries;
    if (!first) return;
    const sent = await post(wire, {
      body: requestBody(entries),
      calls: entries.length,
      deadline: Math.min(...entries.map((entry) => entry.deadline)),
      signal,
    }).catch((error: unknown) => ({ kind: "failed" as const, message: `the add-in failed: ${String(error)}` }));
    if (sent.kind === "tooLarge" && entries.length > 1) {
      const half = Math.ceil(entries.length / 2);
      await deliver(entries.slice(0, half), signal);
      return deliver(entries.slice(half), signal);
    }
    entries.forEach((entry, i) => {
      if (sent.kind === "outcomes") settle(entry, sent.outcomes[i]!);
      else if (sent.kind === "failed") settle(entry, notAvailable(sent.message));
      else settle(entry, invalid(messages.refusedAsLarge(entry.name)));
    });
  }

  /** No further cell joins this entry; a later one of the same text stays. */
  function close(entry: Entry): void {
    if (open.get(entry.text) === entry) open.delete(entry.text);
  }

  function settle(entry: Entry, outcome: Outcome): void {
    close(entry);
    if ("value" in outcome && entry.lasts) cache.set(entry.text, outcome.value);
    for (const tell of entry.cells) tell(outcome);
    entry.cells.clear();
  }

  function abandon(entry: Entry): void {
    const { flight } = entry;
    if (!flight) {
      burst.delete(entry);
      ready.delete(entry);
      close(entry);
    } else if (flight.entries.every(({ cells }) => cells.size === 0)) {
      // Out of `open` first: the same call may come again before the abort is through.
      flight.entries.forEach(close);
      flight.controller.abort();
    }
  }

  function join(entry: Entry): Waiting {
    let tell!: (outcome: Outcome) => void;
    const outcome = new Promise<Outcome>((resolve) => (tell = resolve));
    entry.cells.add(tell);
    const cancel = (): void => {
      if (!entry.cells.delete(tell)) return;
      tell(notAvailable(messages.cancelled));
      if (entry.cells.size === 0) abandon(entry);
    };
    return { outcome, cancel };
  }

  return {
    call(name, args) {
      const encoded = encodeCall(name, args);
      const answer = cache.get(encoded.text);
      if (answer !== undefined) return settled({ value: answer });
      if (encoded.bytes > limits.bytes) return settled(invalid(messages.tooLarge(name, limits.bytes)));
      const known = open.get(encoded.text);
      if (known) return join(known);
      const deadline = clock.now() + limits.timeoutMs;
      const entry: Entry = { ...encoded, deadline, lasts: args.length > 0, cells: new Set() };
      open.set(entry.text, entry);
      collect(entry);
      return join(entry);
    },
    known: (name, args) => cache.get(encodeCall(name, args).text),
  };
}
