import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { Request, RequestHandler } from "express";
import { Problem } from "../problem.ts";
import type { Budget, Hold } from "./budget.ts";
import { clientOf } from "./client.ts";
import { JsonScanner } from "./json-scanner.ts";
import { jsonOnly } from "./security.ts";

/** The least bytes a second of a body, from when it is first looked at: whoever sends less only holds on to us. */
export interface Pace {
  readonly bytesPerSecond: number;
  readonly afterMs: number;
}
const PACE: Pace = { bytesPerSecond: 4096, afterMs: 10_000 };
const LOOK_MS = 1000;

const UNPACKED: Readonly<Record<string, () => NodeJS.ReadWriteStream & Readable>> = {
  gzip: createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

const tooLarge = (): Problem => new Problem(413, "the body is larger than this address takes: send it in parts");

/** The bytes of a body as they were before they were packed for the way. */
function unpacked(req: Request): Readable {
  const encoding = req.get("content-encoding")?.toLowerCase() ?? "identity";
  if (encoding === "identity") return req;
  const unpack = Object.hasOwn(UNPACKED, encoding) ? UNPACKED[encoding] : undefined;
  if (!unpack) throw new Problem(415, `send the body plain or packed by ${Object.keys(UNPACKED).join(", ")}`);
  return req.pipe(unpack());
}

function refuseOtherCharsets(req: Request): void {
  const [, charset = "utf-8"] = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(req.get("content-type") ?? "") ?? [];
  if (!/^utf-?8$/i.test(charset)) throw new Problem(415, "send the body in UTF-8");
}

/** Collects a body's bytes, scanned and counted as they come; rejects with the first thing that is wrong with it. */
function collect(req: Request, limit: number, hold: Hold, pace: Pace): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const source = unpacked(req);
    const scanner = new JsonScanner();
    const pieces: Uint8Array[] = [];
    const began = performance.now();
    let [length, sent] = [0, 0];
    const stop = (error: Error): void => {
      clearInterval(timer);
      source.off("data", take);
      if (source !== req) req.unpipe();
      // What still comes is let pass, so that the client reads why it was refused.
      req.resume();
      reject(error);
    };
    const count = ({ length: bytes }: Uint8Array): void => void (sent += bytes);
    const take = (piece: Uint8Array): void => {
      try {
        if ((length += piece.length) > limit) throw tooLarge();
        scanner.take(piece);
        hold.add(piece.length);
        pieces.push(piece);
      } catch (error) {
        stop(error as Error);
      }
    };
    const timer = setInterval(() => {
      const ms = performance.now() - began;
      if (ms > pace.afterMs && sent < (pace.bytesPerSecond * ms) / 1000)
        stop(new Problem(408, "the body came too slowly: send it again", { Connection: "close" }));
    }, LOOK_MS);
    source.on("data", take);
    if (source !== req) req.on("data", count);
    else source.on("data", count);
    source.once("end", () => {
      clearInterval(timer);
      resolve(Buffer.concat(pieces, length));
    });
    source.once("error", () => stop(new Problem(400, "the body cannot be unpacked")));
    req.once("close", () => {
      if (!req.complete) stop(new Problem(400, "the client left while it sent"));
    });
  });
}

/** Reads a JSON body of at most `limit` as bytes, into `req.body`; they count in the budget until it is answered. */
export function jsonBody(limit: number, budget: Budget, pace = PACE): RequestHandler[] {
  return [
    jsonOnly,
    async (req, res, next) => {
      refuseOtherCharsets(req);
      const declared = Number(req.get("content-length") ?? 0);
      if (declared > limit) throw tooLarge();
      const hold = budget.hold(clientOf(req), declared);
      res.once("close", () => hold.free());
      req.body = await collect(req, limit, hold, pace);
      hold.arrived();
      next();
    },
  ];
}
