const LIGATURES: Readonly<Record<string, string>> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d" };

/**
 * A header as compared with synonyms: lower case, no accents, no brackets with their content (units), no punctuation.
 * Umlauts written out ("Stueck") are listed as synonyms of their own.
 */
export function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ßæœøłđ]/g, (letter) => LIGATURES[letter] ?? letter)
    .replace(/[([{【（].*?[)\]}】）]/g, " ")
    .replace(/[^\p{L}\p{N}#%]+/gu, " ")
    .trim();
}
