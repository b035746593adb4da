import { CONCEPTS, type Concept } from "../words/concept.ts";
import { WORDS } from "../words/index.ts";
import { plain } from "../../words/plain.ts";

const HAN = /\p{Script=Han}/u;
/** Words shorter than this are no part of a compound: "art" in "artikel". */
const SHORTEST_PART = 3;
const LINKS = ["", "s", "n", "en", "es", "e"];

/** What each phrase of every language can stand for. */
const PHRASES = new Map<string, Set<Concept>>();
for (const words of WORDS)
  for (const concept of CONCEPTS)
    for (const raw of (words[concept] ?? "").split(",")) {
      const phrase = bare(raw);
      if (phrase !== "") PHRASES.set(phrase, (PHRASES.get(phrase) ?? new Set()).add(concept));
    }

const LONGEST_PHRASE = Math.max(...[...PHRASES.keys()].map((phrase) => phrase.split(" ").length));
const LONGEST_HAN = Math.max(...[...PHRASES.keys()].filter((phrase) => HAN.test(phrase)).map(({ length }) => length));

/** One word, or several read as one, with all it can stand for; none where it is unknown. */
export interface Meaning {
  readonly text: string;
  readonly concepts: readonly Concept[];
}

/** A header's words without accents, case and punctuation; signs of currency, number and percent stay. */
export function bare(text: string): string {
  return plain(
    text
      .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
      .replace(/[()[\]{}【】（）]/g, " ")
      .replace(/([€$£¥])/g, " $1 "),
    /[^\p{L}\p{N}#%€$£¥º]+/gu,
  );
}

/** A compound of known words ("Mindest|bestell|wert"), or undefined. */
function parts(word: string, depth = 0): Concept[][] | undefined {
  if (depth > 4) return undefined;
  for (let end = word.length; end >= SHORTEST_PART; end--) {
    const known = PHRASES.get(word.slice(0, end));
    if (known === undefined || (end < word.length && [...known].every((concept) => concept === "neutral"))) continue;
    if (end === word.length) return [[...known]];
    for (const link of LINKS) {
      if (!word.startsWith(link, end)) continue;
      const rest =
        word.length - end - link.length >= SHORTEST_PART ? parts(word.slice(end + link.length), depth + 1) : undefined;
      if (rest !== undefined) return [[...known], ...rest];
    }
  }
  return undefined;
}

/** Chinese has no spaces: the longest known words from the left. */
function hanMeanings(word: string): Meaning[] {
  const found: Meaning[] = [];
  for (let at = 0; at < word.length;) {
    let length = Math.min(LONGEST_HAN, word.length - at);
    while (length > 1 && !PHRASES.has(word.slice(at, at + length))) length--;
    const text = word.slice(at, at + length);
    found.push({ text, concepts: [...(PHRASES.get(text) ?? [])] });
    at += length;
  }
  return found;
}

function wordMeanings(word: string): Meaning[] {
  if (HAN.test(word)) return hanMeanings(word);
  const compound = word.length > 2 * SHORTEST_PART ? parts(word) : undefined;
  return compound === undefined
    ? [{ text: word, concepts: [] }]
    : compound.map((concepts) => ({ text: word, concepts }));
}

/** Reads a header as the longest known phrases from the left. */
export function meanings(text: string): Meaning[] {
  const words = bare(text).split(" ").filter(Boolean);
  const found: Meaning[] = [];
  for (let at = 0; at < words.length;) {
    let count = Math.min(LONGEST_PHRASE, words.length - at);
    while (count > 0 && !PHRASES.has(words.slice(at, at + count).join(" "))) count--;
    if (count === 0) found.push(...wordMeanings(words[at++] ?? ""));
    else {
      const phrase = words.slice(at, at + count).join(" ");
      found.push({ text: phrase, concepts: [...(PHRASES.get(phrase) ?? [])] });
      at += count;
    }
  }
  return found;
}
