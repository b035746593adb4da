/** The languages of the grammar, in the order in which the tables of words have them. */
export const LANGUAGES = ["en", "de", "fr", "es", "it", "nl", "pt", "zh"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The ways to say one thing, by language. */
export type Words = Readonly<Record<Language, readonly string[]>>;

/** A table of words: a line a thing, `key = en | de | fr | es | it | nl | pt | zh`, with " / " between equals. */
export function wordTable<Key extends string>(text: string): Readonly<Record<Key, Words>> {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const entries = lines.map((line): [Key, Words] => {
    const [key = "", rest = ""] = line.split(/ = (.*)/);
    const cells = rest.split(" | ");
    if (cells.length !== LANGUAGES.length) throw new Error(`${key}: ${cells.length} languages instead of 8`);
    const words = Object.fromEntries(LANGUAGES.map((language, i) => [language, cells[i]!.trim().split(" / ")]));
    return [key.trim() as Key, words as unknown as Words];
  });
  return Object.fromEntries(entries) as Record<Key, Words>;
}
