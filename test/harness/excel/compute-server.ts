import type { Outcome } from "../../../shared/define/cells.ts";
import type { Fetch } from "../../../addin/batch/post.ts";
import type { FakeClock } from "../fake-clock.ts";

export interface Call {
  readonly function: string;
  readonly args: readonly unknown[];
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How the server meets one request: a reply, or no connection at all. */
export type Behaviour = (calls: readonly Call[], body: string) => Reply | "no connection" | "never";

/** A right reply, each call answered by `answer`. */
export function answering(answer: (call: Call) => Outcome): Behaviour {
  return (calls) => ({ body: JSON.stringify({ results: calls.map(answer) }) });
}

export interface ComputeServer {
  readonly fetch: Fetch;
  /** The calls of each request that arrived, in order. */
  readonly requests: (readonly Call[])[];
  /** The access token of each request, as its header has it. */
  readonly tokens: (string | undefined)[];
  /** UTF-8 bytes of the largest request. */
  largest: number;
  /** How many requests the add-in gave up. */
  aborted: number;
  /** From now on requests are met like this. */
  behave(behaviour: Behaviour): void;
  /** Meets the next requests one by one like these, and then as before. */
  next(...behaviours: Behaviour[]): void;
}

/** Stands in for `POST /v1/compute` behind `fetch`; a reply takes `delayMs` on the clock. */
export function computeServer(clock: FakeClock, delayMs = 20): ComputeServer {
  let behaviour: Behaviour = answering((call) => ({ value: call.args.length }));
  const script: Behaviour[] = [];
  const server: ComputeServer = {
    requests: [],
    tokens: [],
    largest: 0,
    aborted: 0,
    behave: (wanted) => void (behaviour = wanted),
    next: (...wanted) => void script.push(...wanted),
    async fetch(url, init) {
      if (!url.endsWith("/health")) return compute(url, init);
      if (behaviour([], "") === "no connection") throw new TypeError("Failed to fetch");
      return { status: 200, ok: true, headers: { get: () => null }, text: async () => '{"status":"ok"}' };
    },
  };
  const compute: Fetch = (url, { body, signal, headers }) => {
    if (!url.endsWith("/v1/compute") || headers["content-type"] !== "application/json")
      throw new Error(`unexpected request to ${url}`);
    const { calls } = JSON.parse(body) as { calls: Call[] };
    server.requests.push(calls);
    server.tokens.push(headers["Authorization"]);
    server.largest = Math.max(server.largest, Buffer.byteLength(body));
    const met = (script.shift() ?? behaviour)(calls, body);
    return new Promise((resolve, reject) => {
      const abort = (): void => {
        server.aborted++;
        reject(new DOMException("aborted", "AbortError"));
      };
      if (signal.aborted) return abort();
      signal.addEventListener("abort", abort, { once: true });
      if (met === "never") return;
      clock.setTimeout(() => {
        signal.removeEventListener("abort", abort);
        if (met === "no connection") return reject(new TypeError("Failed to fetch"));
        const { status = 200, headers: given = {}, body: text } = met;
        resolve({ status, headers: { get: (name) => given[name] ?? null }, text: () => Promise.resolve(text) });
      }, delayMs);
    });
  };
  return server;
}
