import express, { type RequestHandler } from "express";
import { Problem } from "../problem.ts";
import { jsonOnly } from "./security.ts";

/** Nesting no request of ours needs; deeper ones only cost memory. */
const MAX_DEPTH = 16;

const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET, QUOTE, BACKSLASH] = [...'{}[]"\\'].map((c) =>
  c.charCodeAt(0),
);

/** Throws where the JSON text nests too deeply, before it is parsed. */
export function checkDepth(text: Uint8Array): void {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c === BACKSLASH) i++;
      else if (c === QUOTE) quoted = false;
    } else if (c === QUOTE) quoted = true;
    else if (c === OPEN_BRACE || c === OPEN_BRACKET) {
      if (++depth > MAX_DEPTH) throw new Problem(400, `the body must not nest more than ${MAX_DEPTH} levels deep`);
    } else if (c === CLOSE_BRACE || c === CLOSE_BRACKET) depth--;
  }
}

/** Reads a JSON body of at most `limit`. */
export function jsonBody(limit: string): RequestHandler[] {
  return [jsonOnly, express.json({ limit, verify: (_req, _res, text) => checkDepth(text) })];
}
