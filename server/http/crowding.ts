import type { RequestHandler } from "express";
import { Problem } from "../problem.ts";
import { clientOf } from "./client.ts";

export interface Crowd {
  readonly aClient: number;
  readonly inAll: number;
}

/** Requests one client may have under way, and all clients together, before they are asked to wait. */
export const REQUESTS: Crowd = { aClient: 32, inAll: 128 };
/** Streams of events, which stay for as long as somebody watches, are counted apart. */
export const STREAMS: Crowd = { aClient: 64, inAll: 256 };

/** Limits the requests under way at once, so that waiting stays bounded; a body that still arrives is none yet. */
export function crowding(limits: Crowd): RequestHandler {
  const underWay = new Map<string, number>();
  let total = 0;
  return (req, res, next) => {
    const client = clientOf(req);
    const mine = underWay.get(client) ?? 0;
    if (total >= limits.inAll) throw new Problem(503, "the server is busy: try again shortly", { "Retry-After": "2" });
    if (mine >= limits.aClient)
      throw new Problem(429, `more than ${limits.aClient} requests at once: join calls in one request`, {
        "Retry-After": "1",
      });
    underWay.set(client, mine + 1);
    total++;
    res.once("close", () => {
      total--;
      const left = underWay.get(client)! - 1;
      if (left) underWay.set(client, left);
      else underWay.delete(client);
    });
    next();
  };
}
