import { FIELD_SPECS, type Field } from "../fields/index.ts";
import { conceptsOf } from "../fields/field.ts";
import { plain } from "../../words/plain.ts";
import { LANGUAGES } from "../synonyms/index.ts";
import type { Concept } from "../words/concept.ts";
import { parseHeader } from "./parse.ts";

interface Pattern {
  readonly sure: number;
  readonly all: readonly Concept[];
}
interface Compiled {
  readonly name: Field;
  readonly patterns: readonly Pattern[];
  readonly may: ReadonlySet<Concept>;
}

const COMPILED: readonly Compiled[] = FIELD_SPECS.map((spec) => ({
  name: spec.name,
  patterns: spec.says.map(([sure, concepts]) => ({ sure, all: conceptsOf(concepts) })),
  may: new Set(conceptsOf("may" in spec ? spec.may : "")),
}));
const MAY = new Map(COMPILED.map(({ name, may }) => [name, may]));

/** Whole headers that are listed for a field, with how surely: earlier ones are the surer. */
const LISTED = new Map<string, { readonly field: Field; readonly sure: number }[]>();
for (const { fields } of LANGUAGES)
  for (const [name, synonyms] of Object.entries(fields))
    synonyms.forEach((synonym, rank) => {
      const text = plain(synonym);
      LISTED.set(text, [...(LISTED.get(text) ?? []), { field: name as Field, sure: 1 - 0.002 * rank }]);
    });

/** Each concept beside those a field needs makes it a little less sure; a word nobody knows much less. */
const PER_EXTRA = 0.015;
const PER_UNKNOWN = 0.45;
/** A header that is listed as a whole is a little surer than one put together. */
const PUT_TOGETHER = 0.98;
const BRACKETS = /[([{【（](.*?)[)\]}】）]/g;
const KEPT = 20_000;
const seen = new Map<string, ReadonlyMap<Field, number>>();

function match({ patterns, may }: Compiled, set: ReadonlySet<Concept>): number {
  let best = 0;
  for (const { sure, all } of patterns) {
    if (sure <= best || !all.every((concept) => set.has(concept))) continue;
    const extra = [...set].filter((concept) => !all.includes(concept));
    if (extra.every((concept) => may.has(concept))) best = Math.max(best, sure - PER_EXTRA * extra.length);
  }
  return best;
}

/** What stands in brackets ("(cases)", "(value)") must not make a listed header another one. */
function bracketsAllow(text: string, field: Field): boolean {
  const inside = [...text.matchAll(BRACKETS)].map((found) => found[1] ?? "").join(" ");
  if (inside.trim() === "") return true;
  const { sets } = parseHeader(inside);
  const may = MAY.get(field);
  return sets.length === 0 || sets.some((set) => [...set].every((concept) => may?.has(concept)));
}

function scoresOf(header: string): Map<Field, number> {
  const found = new Map<Field, number>();
  const better = (name: Field, sure: number): void => {
    if (sure > (found.get(name) ?? 0)) found.set(name, sure);
  };
  for (const { field, sure } of LISTED.get(plain(header)) ?? []) if (bracketsAllow(header, field)) better(field, sure);
  const { sets, unknown } = parseHeader(header);
  for (const field of COMPILED)
    for (const set of sets)
      better(field.name, PUT_TOGETHER * match(field, set) * (1 - PER_UNKNOWN * Math.min(1, 2 * unknown)));
  for (const [name, sure] of found) if (sure < 0.2) found.delete(name);
  return found;
}

/** How surely a header says each field, 0 to 1: only by its words, whatever stands below. */
export function fieldScores(header: string): ReadonlyMap<Field, number> {
  const known = seen.get(header);
  if (known !== undefined) return known;
  const scores = header.length > 80 ? new Map<Field, number>() : scoresOf(header);
  if (seen.size < KEPT) seen.set(header, scores);
  return scores;
}
