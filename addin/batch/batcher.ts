import type { Answer, Outcome } from "../../shared/define/cells.ts";
import { createBurst } from "./burst.ts";
import { createCache } from "./cache.ts";
import { encodeCall } from "./call.ts";
import { systemClock } from "./clock.ts";
import { createFlights, type Entry } from "./flights.ts";
import { LIMITS } from "./limits.ts";
import { invalid, messages, notAvailable } from "./messages.ts";
import type { Wire } from "./post.ts";

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

const settled = (outcome: Outcome): Waiting => ({ outcome: Promise.resolve(outcome), cancel: () => undefined });

export function createBatcher(options: Pick<Wire, "origin" | "fetch"> & Partial<Wire>): Batcher {
  const wire: Wire = { clock: systemClock, random: Math.random, limits: LIMITS, ...options };
  const { clock, limits } = wire;
  const cache = createCache(limits.cacheBytes);
  /** Every distinct call not yet answered, by its text. */
  const open = new Map<string, Entry>();
  const flights = createFlights(wire, settle);
  const burst = createBurst<Entry>(wire, flights.send);

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
      flights.delete(entry);
      close(entry);
    } else if (flight.entries.every(({ cells }) => cells.size === 0)) {
      // Out of `open` first: the same call may come again before the abort is through.
      flight.entries.forEach(close);
      flight.controller.abort();
    }
  }

  return {
    call(name, args) {
      const encoded = encodeCall(name, args);
      const answer = cache.get(encoded.text);
      if (answer !== undefined) return settled({ value: answer });
      if (encoded.bytes > limits.bytes) return settled(invalid(messages.tooLarge(name, limits.bytes)));
      const known = open.get(encoded.text);
      if (known) return join(known, abandon);
      const deadline = clock.now() + limits.timeoutMs;
      const entry: Entry = { ...encoded, deadline, lasts: args.length > 0, cells: new Set() };
      open.set(entry.text, entry);
      burst.add(entry);
      return join(entry, abandon);
    },
    known: (name, args) => cache.get(encodeCall(name, args).text),
  };
}

/** One more cell that waits for a call; `abandon` is told when none does any more. */
function join(entry: Entry, abandon: (entry: Entry) => void): Waiting {
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
