import { createHash } from "node:crypto";
import { jsonOf } from "./packed.ts";

/** What the parts of a work share: JSON that all threads read in one place, with the hash of its content. */
export interface Sealed {
  readonly hash: string;
  readonly json: Uint8Array<SharedArrayBuffer>;
}

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

export function seal(shared: unknown): Sealed {
  const text = Buffer.from(JSON.stringify(shared) ?? "null");
  const json = new Uint8Array(new SharedArrayBuffer(text.length));
  json.set(text);
  return { hash: hashOf(text), json };
}

/** Works that are under way at once take turns on a thread; more than a few are opened anew. */
const KEPT = 4;
const opened = new Map<string, unknown>();

/** What was sealed, read once a thread. Throws where the content is not what the hash says. */
export function open({ hash, json }: Sealed): unknown {
  if (opened.has(hash)) return opened.get(hash);
  if (hashOf(json) !== hash) throw new Error("a part of a work does not go with the rest: its hash is another");
  const shared: unknown = jsonOf(json);
  const [oldest] = opened.keys();
  if (opened.size >= KEPT && oldest !== undefined) opened.delete(oldest);
  opened.set(hash, shared);
  return shared;
}
