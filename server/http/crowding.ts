import type { RequestHandler } from "express";
import { Problem } from "../problem.ts";

/** Requests one client may have under way, and all clients together, before they are asked to wait. */
const A_CLIENT = 32;
const IN_ALL = 128;

/** Limits the requests under way at once, so that memory and waiting stay bounded. */
export function crowding(limits = { aClient: A_CLIENT, inAll: IN_ALL }): RequestHandler {
  const underWay = new Map<string, number>();
  let total = 0;
  return (req, res, next) => {
    const client = req.get("authorization") ?? req.ip ?? "";
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
