import { once } from "node:events";
import type { Response } from "express";
import { JsonText } from "../json-text.ts";

/** A client that takes nothing for so long is given up, with what it was to be sent. */
const PATIENCE_MS = 60_000;

/** Waits until the client takes more, or is gone. */
async function drained(res: Response): Promise<void> {
  const over = new AbortController();
  const { signal } = over;
  const timer = setTimeout(() => res.destroy(), PATIENCE_MS);
  try {
    await Promise.race([once(res, "drain", { signal }), once(res, "close", { signal })]);
  } finally {
    clearTimeout(timer);
    over.abort();
  }
}

/** Writes JSON, no quicker than the client takes it; ends early where it leaves. */
export async function writeJson(data: unknown, res: Response): Promise<void> {
  if (!(data instanceof JsonText)) {
    res.write(JSON.stringify(data));
    return;
  }
  for await (const piece of data.pieces) {
    if (res.destroyed) return;
    if (!res.write(piece)) await drained(res);
  }
}

/** The whole answer as JSON. */
export async function sendJson(data: unknown, res: Response): Promise<void> {
  if (data instanceof JsonText) {
    res.type("json");
    if (data.length !== undefined) res.set("Content-Length", String(data.length));
    await writeJson(data, res);
    res.end();
  } else if (!res.destroyed) res.json(data);
}
