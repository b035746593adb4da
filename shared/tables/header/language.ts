import { plain } from "../../words/plain.ts";
import { LANGUAGES } from "../synonyms/index.ts";

const HEADERS = LANGUAGES.map(({ name, fields }) => ({
  name,
  headers: new Set(Object.values(fields).flatMap((synonyms) => synonyms.map((synonym) => plain(synonym)))),
}));

/** The language that most of these headers are listed in; the first of equals. */
export function languageOf(headers: readonly string[]): string | undefined {
  const texts = headers.map((header) => plain(header));
  const counts = HEADERS.map(({ name, headers: known }) => ({
    name,
    count: texts.filter((text) => known.has(text)).length,
  }));
  const best = counts.reduce((a, b) => (b.count > a.count ? b : a));
  return best.count === 0 ? undefined : best.name;
}
