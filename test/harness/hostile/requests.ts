import { once } from "node:events";
import http from "node:http";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { createGzip } from "node:zlib";

/** What an attacker does over and over; each round answers the statuses it was given. */
export type Attack = (url: URL) => () => Promise<readonly number[]>;

const upTo = <T>(n: number, of: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => of(i));
const item = (i: number, more: object = {}): object => ({ sku: `S${i}`, on_hand: 5, lead_time_days: 14, ...more });
const plan = (more: object): Buffer => Buffer.from(JSON.stringify({ today: "2026-11-23", period: "week", ...more }));

/** 0: the connection ended without an answer. */
function post(url: URL, path: string, body: Buffer, headers: http.OutgoingHttpHeaders = {}): Promise<number> {
  return new Promise((resolve) => {
    const request = http.request(new URL(path, url), {
      method: "POST",
      headers: { "content-type": "application/json", "content-length": body.length, ...headers },
    });
    request.on("response", (response) => {
      response.resume();
      response.on("close", () => resolve(response.statusCode ?? 0));
    });
    request.on("error", () => resolve(0));
    request.end(body);
  });
}

const again =
  (path: string, body: () => Buffer, headers: http.OutgoingHttpHeaders = {}): Attack =>
  (url) => {
    const made = body();
    return async () => [await post(url, path, made, headers)];
  };

const filled = (head: string, each: string, end: string, megabytes: number): Buffer =>
  Buffer.from(head + each.repeat(Math.floor((megabytes * 2 ** 20 - 1000) / each.length)) + end);

const manyItems = (): Buffer =>
  plan({
    items: upTo(50_000, (i) =>
      item(i, {
        description: `Article ${i}, ${"with a long text ".repeat(40)}`,
        supplier: `Supplier ${i % 500}`,
        cost: 2,
      }),
    ),
    history: Object.fromEntries(upTo(50_000, (i) => [`S${i}`, [1, 2, 3, 4, 5, 6, 7, 8]])),
  });

/** The job is asked for its result, over and over, once it is done. */
const largeJob: Attack = (url) => {
  const body = manyItems();
  let job = "";
  return async () => {
    if (job === "") {
      const response = await fetch(new URL("/v1/reorder", url), {
        method: "POST",
        headers: { "content-type": "application/json", prefer: "respond-async" },
        body: new Uint8Array(body),
      });
      await response.arrayBuffer();
      job = response.headers.get("location") ?? "";
      return [response.status];
    }
    await sleep(200);
    const response = await fetch(new URL(job, url));
    await response.arrayBuffer();
    return [response.status];
  };
};

/** Text of 1 GB that is 1 MB on the way. */
async function bomb(): Promise<Buffer> {
  const gzip = createGzip();
  const pieces: Buffer[] = [];
  gzip.on("data", (piece: Buffer) => pieces.push(piece));
  gzip.write('{"items":["');
  const text = Buffer.alloc(2 ** 20, "x");
  for (let i = 0; i < 1024; i++) if (!gzip.write(text)) await once(gzip, "drain");
  gzip.end('"]}');
  await once(gzip, "end");
  return Buffer.concat(pieces);
}

const gzipBomb: Attack = (url) => {
  const made = bomb();
  return async () => [await post(url, "/v1/reorder", await made, { "content-encoding": "gzip" })];
};

/** Connections that send so much at first and then a byte a second, until they are ended. */
const connections =
  (count: number, first: string): Attack =>
  (url) => {
    const open = new Set<net.Socket>();
    return async () => {
      while (open.size < count) {
        const socket = net.connect(Number(url.port), url.hostname);
        open.add(socket);
        socket.on("error", () => undefined);
        socket.on("close", () => open.delete(socket));
        socket.on("data", () => undefined);
        socket.write(first);
        if (open.size % 50 === 0) await sleep(20);
      }
      await sleep(1000);
      if (first.includes("{")) for (const socket of open) socket.write(" ");
      return [];
    };
  };

const SLOW =
  "POST /v1/reorder HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 60000000\r\n\r\n{";

/** The worst requests there are, each of them once brought a server down or held it up. */
export const ATTACKS: Readonly<Record<string, Attack>> = {
  "20,000 items and sales of as many others": again("/v1/reorder", () =>
    plan({
      items: upTo(20_000, (i) => item(i)),
      history: Object.fromEntries(upTo(20_000, (i) => [`gone${i}`, [1, 2, 3]])),
    }),
  ),
  "20,000 successors in a row": again("/v1/reorder", () =>
    plan({
      items: upTo(20_000, (i) => item(i, { status: "discontinued", successor: `S${i + 1}` })),
      history: Object.fromEntries(upTo(20_000, (i) => [`S${i}`, [1, 2, 3]])),
    }),
  ),
  "10,000 items, 20,000 promotions for all": again("/v1/reorder", () =>
    plan({
      items: upTo(10_000, (i) => item(i)),
      history: {},
      promotions: upTo(20_000, () => ({ start: "2026-12-01", end: "2026-12-07", discount: 0.1 })),
    }),
  ),
  "63 MB of empty items": again("/v1/reorder", () => filled('{"items":[', "{},", "{}]}", 63)),
  "63 MB of numbers to train on": again("/v1/models", () =>
    filled('{"name":"shop","series":{"A":[', "1234567,", "1]}}", 63),
  ),
  "8 plans of 50,000 items at once, 54 MB each": (url) => {
    const body = manyItems();
    return () => Promise.all(upTo(8, (i) => post(url, "/v1/reorder", body, { authorization: `client ${i}` })));
  },
  "a job of 50,000 items with texts": largeJob,
  "a gzip bomb of 1 GB": gzipBomb,
  "deep nesting": again("/v1/compute", () => Buffer.from("[".repeat(9 * 2 ** 20))),
  "cells of a million numbers": again("/v1/compute", () =>
    Buffer.from(JSON.stringify({ calls: upTo(2, () => ({ function: "ABC", args: [upTo(500_000, (i) => [i])] })) })),
  ),
  "20,000 forecasts": again("/v1/compute", () =>
    Buffer.from(
      JSON.stringify({
        calls: upTo(20_000, () => ({ function: "FORECAST_ETS", args: [upTo(48, (i) => [i % 7]), 12] })),
      }),
    ),
  ),
  "1,000 slow bodies": connections(1000, SLOW),
  "10,000 idle connections": connections(10_000, ""),
};
