import type { Random } from "../../../shared/numeric/random.ts";
import { mix, randomFrom } from "../../../shared/numeric/random.ts";
import type { Book } from "./book.ts";
import type { Facts } from "./facts.ts";
import { worldOf, type World } from "./world.ts";
import { PLAIN, SHEETS } from "./words/plain.ts";
import { LANGUAGES, type Language, type Words } from "./words/table.ts";

/** Whether a question is in place: "may" where the right plan or a question will do, "must" where only a question will. */
export type Asks = "must not" | "may" | "must";

/** A workbook and what is right about it. */
export interface Case {
  readonly kind: string;
  readonly name: string;
  readonly language: Language;
  readonly today: string;
  readonly book: Book;
  readonly expect: {
    readonly facts: Facts;
    /** A second reading that is as good, without a question too. */
    readonly also?: Facts;
    readonly asks: Asks;
    /** Words of which a question must have one; any question will do where there are none. */
    readonly about: readonly string[];
  };
}

/** What a trap makes of a shop in a language. */
export type Made = Pick<Case, "book"> & {
  readonly facts: Facts;
  readonly also?: Facts;
  readonly asks?: Asks;
  readonly about?: readonly string[];
};

/** One kind of trap: what makes its workbooks, by name. */
export interface Kind {
  readonly kind: string;
  /** "must not" unless a workbook says otherwise. */
  readonly asks?: Asks;
  readonly traps: Readonly<Record<string, (scribe: Scribe) => Made>>;
  /** Nothing but the sheets' names tells what is expected. */
  readonly byName?: true;
  /** Fewer languages than all, where the trap lies in one's words. */
  readonly languages?: readonly Language[];
}

const CASINGS = [
  (text: string): string => text,
  (text: string): string => text,
  (text: string): string => text.toUpperCase(),
  (text: string): string => text.replace(" ", "\n"),
  (text: string): string =>
    /\p{Script=Han}/u.test(text)
      ? text
      : text
          .toLowerCase()
          .replace(/[()%.°º]+/g, "")
          .trim()
          .replace(/[\s/'’-]+/g, "_"),
];

/** Finds the words of one workbook: always the same for the same seed, in one manner of writing headers. */
export class Scribe {
  readonly world: World;
  readonly random: Random;
  private readonly casing: (text: string) => string;

  /** `second` is the language of the sheets of sales and orders, where it is another than that of the items. */
  constructor(
    readonly language: Language,
    private readonly seed: number,
    readonly second: Language = language,
  ) {
    this.world = worldOf(mix(seed, 1));
    this.random = randomFrom(mix(seed, 2, LANGUAGES.indexOf(language)));
    this.casing = CASINGS[mix(seed, 3) % CASINGS.length]!;
  }

  /** A word of a table as it is, one of its equals. */
  word(words: Words, language = this.language): string {
    const equals = words[language];
    return equals[mix(this.seed, 4, words.en[0]!.length) % equals.length]!;
  }

  /** A header of the items' sheet. */
  head(key: keyof typeof PLAIN): string {
    return this.casing(this.word(PLAIN[key]));
  }

  /** A header of the other sheets. */
  lineHead(key: keyof typeof PLAIN): string {
    return this.casing(this.word(PLAIN[key], this.second));
  }

  /** A header that is not in the plain ones. */
  other(words: Words, language = this.language): string {
    return this.casing(this.word(words, language));
  }

  sheet(key: keyof typeof SHEETS): string {
    return this.word(SHEETS[key], key === "items" ? this.language : this.second);
  }

  /** One of several, the same for the same seed and question. */
  choose<T>(list: readonly T[], question: number): T {
    return list[mix(this.seed, 5, question) % list.length]!;
  }
}

/** The case of a trap in a language; `second` mixes in another language. */
export function caseOf(kind: Kind, name: string, language: Language, seed: number, second?: Language): Case {
  const scribe = new Scribe(language, seed, second);
  const { book, facts, also, asks = kind.asks ?? "must not", about = [] } = kind.traps[name]!(scribe);
  return {
    kind: kind.kind,
    name,
    language,
    today: scribe.world.today,
    book,
    expect: { facts, ...(also && { also }), asks, about },
  };
}
