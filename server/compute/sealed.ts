import { createHash } from "node:crypto";

/** What the parts of a work share, as text, with the hash of its content. */
export interface Sealed {
  readonly hash: string;
  readonly text: string;
}

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

export function seal(shared: unknown): Sealed {
  const text = JSON.stringify(shared) ?? "null";
  return { hash: hashOf(text), text };
}

/** Works that are under way at once take turns on a thread; more than a few are opened anew. */
const KEPT = 4;
const opened = new Map<string, unknown>();

/** What was sealed, read once a thread. Throws where the content is not what the hash says. */
export function open({ hash, text }: Sealed): unknown {
  if (opened.has(hash)) return opened.get(hash);
  if (hashOf(text) !== hash) throw new Error("a part of a work does not go with the rest: its hash is another");
  const shared: unknown = JSON.parse(text);
  const [oldest] = opened.keys();
  if (opened.size >= KEPT && oldest !== undefined) opened.delete(oldest);
  opened.set(hash, shared);
  return shared;
}
