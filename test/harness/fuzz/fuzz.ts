import http from "node:http";
import { mix, randomFrom } from "../../../shared/numeric/random.ts";
import type { ServerProcess } from "../process.ts";
import { describedBy, drawnRequest, type FuzzRequest } from "./requests.ts";
import type { Schema } from "./values.ts";

/** What only we know: no answer says it, whatever it is asked. */
const INSIDES =
  /on our side|node_modules|\bat \w+ \(|\.[cm]?[jt]s:\d|file:\/\/|\/(home|tmp|usr|work)\/|ECONN|SQLSTATE|lotwise\.\w|PGlite|piscina|\bzod\b|Invalid input|expected \w+, received|is not a function|is not iterable|Cannot (read|convert|destructure)|Maximum call stack|Invalid (array length|string length|time value)|undefined/i;

export interface FuzzResult {
  readonly requests: number;
  readonly statuses: Readonly<Record<number, number>>;
  /** Requests with an answer that must not be, a few of them. */
  readonly faults: readonly { readonly seed: number; readonly request: FuzzRequest; readonly says: string }[];
  /** Megabytes held after each eighth. */
  readonly memory: readonly number[];
}

/** Requests under way at once. */
const AT_ONCE = 8;
const SHOWN = 20;

const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE });

function send(url: string, { method, path, headers, body }: FuzzRequest): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = http.request(url + path, { agent, method: method.toUpperCase(), headers });
    request.on("response", (response) => {
      const pieces: Buffer[] = [];
      response.on("data", (piece: Buffer) => pieces.push(piece));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(pieces).toString() }));
    });
    request.on("error", reject);
    request.end(body);
  });
}

/** Sends requests that follow from the seed; each has a seed of its own, by which it can be sent again. */
export async function fuzz(server: ServerProcess, count: number, seed: number): Promise<FuzzResult> {
  const described = describedBy((await (await fetch(`${server.url}/openapi.json`)).json()) as Schema);
  const statuses: Record<number, number> = {};
  const faults: FuzzResult["faults"][number][] = [];
  const memory: number[] = [];
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < count && faults.length < SHOWN) {
      const own = next++;
      if (own % Math.ceil(count / 8) === 0) memory.push(server.memory()?.now ?? NaN);
      const request = drawnRequest(described, randomFrom(mix(seed, own)));
      const { status, text } = await send(server.url, request).catch((error: unknown) => ({
        status: 0,
        text: String(error),
      }));
      statuses[status] = (statuses[status] ?? 0) + 1;
      // What was sent may be quoted; nothing that is sent holds what only we know.
      if (status === 0 || (status >= 500 && status !== 503) || (request.path !== "/openapi.json" && INSIDES.test(text)))
        faults.push({ seed: own, request, says: `${status} ${text.slice(0, 500)}` });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  agent.destroy();
  memory.push(server.memory()?.now ?? NaN);
  return { requests: next, statuses, faults, memory };
}
