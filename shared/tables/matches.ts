import { FIELDS, type Field } from "./fields.ts";
import { plain } from "./plain.ts";
import { LANGUAGES } from "./synonyms/index.ts";
import type { Language } from "./synonyms/language.ts";

interface Synonym {
  readonly field: Field;
  readonly text: string;
  readonly rank: number;
}

const HAN = /\p{Script=Han}/u;

const SYNONYMS: readonly Synonym[] = LANGUAGES.flatMap((language) =>
  FIELDS.flatMap((field) => language.fields[field].map((text, rank) => ({ field, text: plain(text), rank }))),
);

const EXACT = new Map<string, Synonym[]>();
for (const synonym of SYNONYMS) EXACT.set(synonym.text, [...(EXACT.get(synonym.text) ?? []), synonym]);

/** Synonyms long enough to be looked for inside a longer header. */
const CONTAINED = SYNONYMS.filter(({ text }) => (HAN.test(text) ? text.length >= 2 : text.length >= 5));

/** "Last order date" speaks of a date, whatever else it mentions. */
const DATE_WORDS = ["date", "datum", "fecha", "data", "日期"];
const DATE_FIELDS: ReadonlySet<Field> = new Set(["date", "due", "start", "end"]);

function contains(header: string, text: string): boolean {
  return HAN.test(text) ? header.includes(text) : ` ${header} `.includes(` ${text} `);
}

/**
 * How well a header says each field: 200 less the synonym's rank where they are equal, else 60 plus the synonym's
 * length where the header contains it ("Current stock on hand" says on hand). Fields it does not say are absent.
 */
export function headerMatches(header: string): ReadonlyMap<Field, number> {
  const found = new Map<Field, number>();
  const text = plain(header);
  if (text === "" || text.length > 60) return found;
  const better = (field: Field, score: number): void => {
    if (score > (found.get(field) ?? 0)) found.set(field, score);
  };
  for (const { field, rank } of EXACT.get(text) ?? []) better(field, 200 - rank);
  const ofDate = DATE_WORDS.some((word) => contains(text, word));
  for (const synonym of CONTAINED) {
    if (ofDate && !DATE_FIELDS.has(synonym.field)) continue;
    if (contains(text, synonym.text)) better(synonym.field, 60 + Math.min(60, synonym.text.length));
  }
  return found;
}

/** Looks words up in one list of every language: totals, units, statuses, sheet names. */
export function wordsOf(list: (language: Language) => readonly string[]): ReadonlySet<string> {
  return new Set(LANGUAGES.flatMap((language) => list(language).map(plain)));
}
