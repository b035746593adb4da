import type { Concept } from "../words/concept.ts";
import { meanings, type Meaning } from "./lexicon.ts";

/** A header taken apart: every set of concepts its words can stand for, and the share of words that nobody knows. */
export interface ParsedHeader {
  readonly sets: readonly ReadonlySet<Concept>[];
  readonly unknown: number;
  /** The words that stand for nothing known: "north" in "Stock North". */
  readonly strange: readonly string[];
}

/** Readings of one header beyond this many are not tried. */
const MOST_SETS = 48;
const LONGEST_HEADER = 80;
const KEPT = 20_000;
const seen = new Map<string, ParsedHeader>();

function combined(words: readonly Meaning[]): Set<Concept>[] {
  let sets: Set<Concept>[] = [new Set()];
  for (const { concepts } of words) {
    if (concepts.length === 0) continue;
    sets = sets
      .flatMap((set) => concepts.map((concept) => (concept === "neutral" ? set : new Set([...set, concept]))))
      .slice(0, MOST_SETS);
  }
  return sets.filter(({ size }) => size > 0);
}

export function parseHeader(text: string): ParsedHeader {
  const known = seen.get(text);
  if (known !== undefined) return known;
  const words = text.length > LONGEST_HEADER ? [] : meanings(text);
  const strange = words.filter(({ concepts }) => concepts.length === 0).map((word) => word.text);
  const parsed = { sets: combined(words), unknown: words.length === 0 ? 0 : strange.length / words.length, strange };
  if (seen.size < KEPT) seen.set(text, parsed);
  return parsed;
}

/** Whether a text says a concept in any of its readings. */
export function says(text: string, ...concepts: readonly Concept[]): boolean {
  return parseHeader(text).sets.some((set) => concepts.every((concept) => set.has(concept)));
}
