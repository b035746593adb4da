import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import type { Log } from "../log.ts";

const ID = /^[\w.-]{1,64}$/;

/** Gives every request an id (the caller's own where it is a plain one) and logs its end: never its contents. */
export function requests(log: Log): RequestHandler {
  return (req, res, next) => {
    const given = req.get("x-request-id");
    const requestId = given && ID.test(given) ? given : randomUUID();
    res.locals["requestId"] = requestId;
    res.set("X-Request-Id", requestId);
    const address = req.ip;
    const began = performance.now();
    res.once("close", () => {
      const { method, path } = req;
      const ms = Math.round(performance.now() - began);
      log.info(
        {
          requestId,
          method,
          path,
          address,
          status: res.statusCode,
          ms,
          finished: res.writableFinished,
          ...res.locals["logged"],
        },
        "request",
      );
    });
    next();
  };
}
