import type { Outcome } from "../../shared/define/cells.ts";
import type { Clock } from "./clock.ts";
import type { Limits } from "./limits.ts";
import { messages } from "./messages.ts";
import type { Recovery } from "./recovery.ts";
import { DamagedReply, problemDetail, readReply } from "./reply.ts";
import { backoff, retryAfter } from "./retry.ts";

/** As much of `fetch` as we use. */
export type Fetch = (
  url: string,
  init: { method: "POST"; headers: Record<string, string>; body: string; signal: AbortSignal },
) => Promise<{
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}>;

export interface Wire {
  /** The server's scheme, host and port. */
  readonly origin: string;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** Spreads retries; 0 up to 1. */
  readonly random: () => number;
  readonly limits: Limits;
  /** Told of requests that came back without answers because the server was out of reach or busy, and of those with. */
  readonly recovery?: Recovery;
}

export interface Request {
  readonly body: string;
  /** How many calls the body holds. */
  readonly calls: number;
  /** When its cells have waited long enough, on the clock of `Wire`. */
  readonly deadline: number;
  /** Aborted when nobody waits any more. */
  readonly signal: AbortSignal;
}

/** What became of a request. `tooLarge` asks the caller to send less at once. */
export type Sent =
  | { readonly kind: "outcomes"; readonly outcomes: readonly Outcome[] }
  | { readonly kind: "tooLarge" }
  /** `passing`: the same request may be answered later, without anybody changing anything in the workbook. */
  | { readonly kind: "failed"; readonly message: string; readonly passing?: true };

interface Reply {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly text: string;
}

/** One try: the reply, or undefined where the network failed. */
async function tryOnce({ fetch, origin }: Wire, body: string, signal: AbortSignal): Promise<Reply | undefined> {
  try {
    const headers = { "content-type": "application/json", accept: "application/json" };
    const response = await fetch(`${origin}/v1/compute`, { method: "POST", headers, body, signal });
    const text = await response.text();
    return { status: response.status, retryAfter: response.headers.get("retry-after"), text };
  } catch {
    return undefined;
  }
}

/** Resolves after `ms`, or as soon as `stopped` does. */
async function pause(clock: Clock, ms: number, stopped: Promise<undefined>): Promise<void> {
  let clear: (() => void) | undefined;
  await Promise.race([new Promise<void>((resolve) => (clear = clock.after(ms, resolve))), stopped]);
  clear?.();
}

/** Statuses that pass by themselves: too many requests, bad gateway, unavailable, gateway timeout. */
const passing: readonly number[] = [429, 502, 503, 504];

function sentOf({ origin, limits }: Wire, { status, text }: Reply, calls: number): Sent {
  if (status === 413) return { kind: "tooLarge" };
  if (status === 401) return { kind: "failed", message: messages.token(origin) };
  if (status !== 200) return { kind: "failed", message: messages.refused(origin, status, problemDetail(text)) };
  try {
    return { kind: "outcomes", outcomes: readReply(text, calls, origin, limits.answerBytes) };
  } catch (error) {
    if (!(error instanceof DamagedReply)) throw error;
    const foreign = text.trimStart().startsWith("<");
    return {
      kind: "failed",
      message: foreign ? messages.foreign(origin, status) : messages.malformed(origin, error.message),
    };
  }
}

/** Sends one request, trying again while that may help and its deadline allows. Never throws, never hangs. */
export async function post(wire: Wire, request: Request): Promise<Sent> {
  const { clock, limits, origin } = wire;
  const stop = new AbortController();
  const abort = (): void => stop.abort();
  request.signal.addEventListener("abort", abort, { once: true });
  const stopped = new Promise<undefined>((resolve) => {
    stop.signal.addEventListener("abort", () => resolve(undefined), { once: true });
  });
  if (request.signal.aborted) abort();
  const cancelTimer = clock.after(Math.max(0, request.deadline - clock.now()), abort);
  try {
    let reply: Reply | undefined;
    for (let attempt = 0; !stop.signal.aborted; attempt++) {
      // The race is for a transport that doesn't heed its signal: a cell must never wait on it.
      reply = await Promise.race([tryOnce(wire, request.body, stop.signal), stopped]);
      if (reply && !passing.includes(reply.status)) return sentOf(wire, reply, request.calls);
      if (stop.signal.aborted) break;
      if (!reply && attempt + 1 >= limits.attempts)
        return { kind: "failed", message: messages.down(origin), passing: true };
      const asked = retryAfter(reply?.retryAfter ?? null, clock.now()) ?? 0;
      await pause(clock, Math.max(asked, backoff(attempt, wire.random)), stopped);
    }
    if (request.signal.aborted) return { kind: "failed", message: messages.cancelled };
    // A deadline that falls between tries is the server's refusal, not its slowness.
    if (reply) return { kind: "failed", message: messages.busy(origin, reply.status), passing: true };
    return { kind: "failed", message: messages.timeout(origin, limits.timeoutMs) };
  } finally {
    cancelTimer();
    request.signal.removeEventListener("abort", abort);
  }
}
