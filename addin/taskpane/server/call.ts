import type { Entry } from "./operations.ts";
import { Cancelled, NoServer, Refused } from "../work/trouble.ts";

export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

interface ProblemJson {
  readonly title?: unknown;
  readonly detail?: unknown;
}

/** Asks the server. Throws `NoServer`, `Refused` or `Cancelled`; an answer is always a good one. */
export async function call(fetch: Fetch, url: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch {
    throw init.signal?.aborted ? new Cancelled() : new NoServer();
  }
  if (response.ok) return response;
  const problem = (await response.json().catch(() => ({}))) as ProblemJson;
  throw new Refused(
    response.status,
    typeof problem.title === "string" ? problem.title : `The server answered ${response.status}`,
    typeof problem.detail === "string" ? problem.detail : "the server gave no reason",
  );
}

/** The JSON of a good answer, which the server's own types describe. */
export const answerOf = async <T>(response: Response): Promise<T> => (await response.json()) as T;

export interface AskOptions extends Pick<RequestInit, "signal" | "cache"> {
  /** The parts of the path in braces. */
  readonly params?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An operation's address, with the parts in braces filled in. */
export const addressOf = ({ path }: { readonly path: string }, params: AskOptions["params"] = {}): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));

/** How an operation is called; `body` is sent as JSON where there is one. */
export function initOf<Request>(
  { method }: Entry<Request, unknown>,
  body: Request,
  { params: _, headers, ...init }: AskOptions = {},
): RequestInit {
  const all = { ...(body !== undefined && { "Content-Type": "application/json" }), ...headers };
  return {
    ...(method !== "GET" && { method }),
    ...(Object.keys(all).length > 0 && { headers: all }),
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...init,
  };
}

/** Calls an operation. Throws as `call` does. */
export const ask = <Request>(
  fetch: Fetch,
  operation: Entry<Request, unknown>,
  body: Request,
  options: AskOptions = {},
): Promise<Response> => call(fetch, addressOf(operation, options.params), initOf(operation, body, options));
