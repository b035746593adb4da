import { Cancelled, NoServer, Refused } from "./trouble.ts";

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

export const jsonPost = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: "POST",
  headers: { "Content-Type": "application/json", ...headers },
  body: JSON.stringify(body),
});
