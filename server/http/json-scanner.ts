import { Problem } from "../problem.ts";

/** What a JSON text may hold at most: more than any request of ours, and little enough for a thread's memory. */
export interface JsonLimits {
  /** Levels of nesting. */
  readonly depth: number;
  /** Objects and lists. */
  readonly containers: number;
  /** Values, whatever they are. */
  readonly values: number;
  /** Names of fields, an object's entries. */
  readonly keys: number;
  /** Bytes of one text. */
  readonly text: number;
}

const JSON_LIMITS: JsonLimits = {
  depth: 16,
  // 50,000 items with their histories and fifty open orders each; or two columns of a whole sheet.
  containers: 3_000_000,
  values: 16_000_000,
  keys: 4_000_000,
  text: 12 * 2 ** 20,
};

const SAYS: Readonly<Record<keyof JsonLimits, (most: number) => string>> = {
  depth: (most) => `the body must not nest more than ${most} levels deep`,
  containers: (most) => `the body must not hold more than ${most.toLocaleString("en")} objects and lists`,
  values: (most) => `the body must not hold more than ${most.toLocaleString("en")} values`,
  keys: (most) => `the body must not hold more than ${most.toLocaleString("en")} fields`,
  text: (most) => `a text in the body must not be longer than ${most.toLocaleString("en")} bytes`,
};

const [QUOTE, BACKSLASH, OPEN, CLOSE, COMMA, COLON] = [1, 2, 3, 4, 5, 6] as const;
/** What each byte means outside of text; all others mean nothing here. UTF-8 has no such byte inside a longer character. */
const MEANS = new Uint8Array(256);
for (const [bytes, meaning] of [
  ['"', QUOTE],
  ["\\", BACKSLASH],
  ["{[", OPEN],
  ["}]", CLOSE],
  [",", COMMA],
  [":", COLON],
] as const)
  for (const byte of Buffer.from(bytes)) MEANS[byte] = meaning;

/**
 * Counts what a JSON text holds while its bytes arrive, in pieces cut anywhere, and refuses it at the first limit it
 * passes: before it is kept whole, let alone parsed. Whether it is JSON at all is the parser's business.
 */
export class JsonScanner {
  readonly #limits: JsonLimits;
  #depth = 0;
  #containers = 0;
  #values = 1;
  #keys = 0;
  #text = 0;
  #quoted = false;
  #escaped = false;

  constructor(limits: JsonLimits = JSON_LIMITS) {
    this.#limits = limits;
  }

  /** Throws a `Problem` that says which limit was passed. */
  take(bytes: Uint8Array): void {
    for (let i = 0; i < bytes.length;) i = this.#quoted ? this.#inText(bytes, i) : this.#outside(bytes, i);
  }

  /** Goes on in a text from `at`; answers where it or the piece ends. */
  #inText(bytes: Uint8Array, at: number): number {
    let i = at;
    for (; i < bytes.length; i++) {
      if (this.#escaped) this.#escaped = false;
      else {
        const meaning = MEANS[bytes[i]!];
        if (meaning === BACKSLASH) this.#escaped = true;
        else if (meaning === QUOTE) {
          this.#quoted = false;
          break;
        }
      }
    }
    this.#check("text", (this.#text += i - at));
    return i + 1;
  }

  /** Goes on outside of texts from `at`; answers where one begins or the piece ends. */
  #outside(bytes: Uint8Array, at: number): number {
    for (let i = at; i < bytes.length; i++) {
      const meaning = MEANS[bytes[i]!];
      if (meaning === 0) continue;
      if (meaning === QUOTE) {
        this.#quoted = true;
        this.#text = 0;
        return i + 1;
      }
      if (meaning === COMMA) this.#check("values", ++this.#values);
      else if (meaning === COLON) this.#check("keys", ++this.#keys);
      else if (meaning === OPEN) {
        this.#check("depth", ++this.#depth);
        this.#check("containers", ++this.#containers);
        this.#check("values", ++this.#values);
      } else if (meaning === CLOSE) this.#depth--;
    }
    return bytes.length;
  }

  #check(what: keyof JsonLimits, count: number): void {
    const most = this.#limits[what];
    if (count > most) throw new Problem(what === "depth" ? 400 : 413, SAYS[what](most));
  }
}
