import type { Case } from "./case.ts";
import { differences } from "./facts.ts";
import { readBook } from "./read.ts";

/**
 * How a case went. "wrong": a wrong plan and no question, the worst there is. "silent": a plan where only a question
 * would do. "vague": a question that does not name what is open. "needless": a question where nothing is open.
 */
export type Verdict = "right" | "asked" | "needless" | "vague" | "silent" | "wrong";

export interface Judged {
  readonly verdict: Verdict;
  /** What is wrong, or what was asked. */
  readonly says: readonly string[];
}

/** A list of all headers seen names everything and so asks about nothing. */
const withoutSeen = (text: string): string => text.replace(/Seen:[^]*/, "");

export async function judge({ book, today, expect }: Case): Promise<Judged> {
  const { read, asked } = await readBook(book, today);
  const { facts, also, asks, about } = expect;
  const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, " ");
  const texts = asked.map((text) => plain(withoutSeen(text)));
  const named = about.length === 0 || about.some((word) => texts.some((text) => text.includes(plain(word))));
  const other = read && also && differences(also, read).length === 0;
  const wrong = read === undefined || other ? [] : differences(facts, read);
  if (asked.length > 0) {
    if (asks === "must not") return { verdict: "needless", says: [...asked, ...wrong] };
    const right = read !== undefined && wrong.length === 0 && asks === "may";
    if (!named && !right) return { verdict: "vague", says: asked };
    return { verdict: "asked", says: asked };
  }
  if (asks === "must") return { verdict: "silent", says: wrong };
  return wrong.length > 0 ? { verdict: "wrong", says: wrong } : { verdict: "right", says: [] };
}
