const LIGATURES: Readonly<Record<string, string>> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d" };
const NO_WORD = /[^\p{L}\p{N}#%]+/gu;

/**
 * A header as compared with synonyms: lower case, no accents, no brackets with their content (units), no punctuation.
 * Umlauts written out ("Stueck") are listed as synonyms of their own. `other` is what separates words.
 */
export function plain(text: string, other: RegExp = NO_WORD): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ßæœøłđ]/g, (letter) => LIGATURES[letter] ?? letter)
    .replace(/[([{【（].*?[)\]}】）]/g, " ")
    .replace(other, " ")
    .trim();
}
