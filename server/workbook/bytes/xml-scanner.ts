import { UserError } from "../../../shared/define/errors.ts";

/** What a scan tells, as places in the bytes at hand, which are never changed. */
export interface ScanHandler {
  /** A start tag, with its attributes between `from` and `to`. `name` is its place in the list of names, else -1. */
  open(name: number, bytes: Buffer, from: number, to: number): void;
  close(name: number): void;
  /** Text as it stands in the file, with its entities; a long one comes in pieces. */
  text(bytes: Buffer, from: number, to: number): void;
}

const [LESS, GREATER, SLASH, COLON, BANG, QUESTION, QUOTE, APOSTROPHE, AMPERSAND, SPACE] = [
  60, 62, 47, 58, 33, 63, 34, 39, 38, 32,
];
const BYTE_ORDER_MARK = Buffer.from("\uFEFF");
/** Elements of a workbook are some ten deep. */
const DEEPEST = 256;
/** A tag, a comment or such is never so long. */
const LONGEST_MARKUP = 1 << 20;
/** "&#x10FFFF;" */
export const LONGEST_ENTITY = 10;

export const invalidXml = (): UserError =>
  new UserError("The workbook holds a part that is not valid XML. Open it in Excel, save it again and retry.");

/** Order matters and few names are told apart, so that any spread hash does. */
const mixed = (hash: number, byte: number): number => (Math.imul(hash, 31) + byte) | 0;

/**
 * Scans an XML part as its bytes arrive, in UTF-8. Holds no more than a tag in hand, knows no entities and takes no
 * document type (ECMA-376 part 2, 8.1.4, forbids it), so that nothing can expand; tags must match.
 */
export class XmlScanner {
  private readonly ids: ReadonlyMap<number, number>;
  private readonly open = new Int32Array(DEEPEST);
  private readonly openIds = new Int32Array(DEEPEST);
  private depth = 0;
  private rest: Buffer = Buffer.alloc(0);
  private begun = false;
  /** One element is the root; after it nothing else comes. */
  private ended = false;

  /** `names`: elements to tell apart, without their namespace's prefix. */
  constructor(
    names: readonly string[],
    private readonly handler: ScanHandler,
  ) {
    this.ids = new Map(names.map((name, i) => [[...Buffer.from(name)].reduce(mixed, 0), i]));
  }

  push(chunk: Buffer): void {
    const bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    let at = 0;
    if (!this.begun) {
      this.rest = bytes;
      if (bytes.length < BYTE_ORDER_MARK.length) return;
      this.begun = true;
      if (bytes.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK)) at = BYTE_ORDER_MARK.length;
    }
    while (at < bytes.length) {
      const next = bytes[at] === LESS ? this.markup(bytes, at) : this.plain(bytes, at);
      if (next < 0) break;
      at = next;
    }
    this.rest = bytes.subarray(at);
    if (this.rest.length > LONGEST_MARKUP) throw invalidXml();
  }

  /** Nothing more comes: what is open by now never closes. */
  end(): void {
    if (!this.ended || this.rest.length > 0) throw invalidXml();
  }

  /** Hands on text up to the next tag. An entity that may go on in the next bytes waits for them. */
  private plain(bytes: Buffer, at: number): number {
    const { length } = bytes;
    let to = at;
    while (to < length && bytes[to] !== LESS) to++;
    if (this.depth === 0) {
      for (let i = at; i < to; i++) if (bytes[i]! > SPACE) throw invalidXml();
      return to;
    }
    let until = to;
    if (to === length) {
      const entity = bytes.lastIndexOf(AMPERSAND);
      if (entity >= at && length - entity < LONGEST_ENTITY) until = entity;
      if (until === at) return -1;
    }
    this.handler.text(bytes, at, until);
    return until;
  }

  private markup(bytes: Buffer, at: number): number {
    const kind = bytes[at + 1];
    if (kind === undefined) return -1;
    if (kind === SLASH) return this.endTag(bytes, at + 2);
    if (kind === QUESTION) return after(bytes, "?>", at);
    if (kind === BANG) return this.special(bytes, at);
    return this.startTag(bytes, at + 1);
  }

  /** A comment or text between CDATA's brackets. */
  private special(bytes: Buffer, at: number): number {
    const start = bytes.toString("latin1", at, at + 9);
    if (start.startsWith("<!--")) return after(bytes, "-->", at + 4);
    if (start === "<![CDATA[") {
      const next = after(bytes, "]]>", at);
      if (next >= 0 && this.depth > 0) {
        const raw = bytes.toString("utf8", at + 9, next - 3).replaceAll("&", "&amp;");
        const text = Buffer.from(raw);
        this.handler.text(text, 0, text.length);
      }
      return next;
    }
    if (start.length < 9 && ("<!--".startsWith(start) || "<![CDATA[".startsWith(start))) return -1;
    throw invalidXml();
  }

  private startTag(bytes: Buffer, from: number): number {
    const { length } = bytes;
    let [whole, local, at] = [0, 0, from];
    for (; at < length; at++) {
      const byte = bytes[at]!;
      if (byte <= SPACE || byte === GREATER || byte === SLASH) break;
      whole = mixed(whole, byte);
      local = byte === COLON ? 0 : mixed(local, byte);
    }
    const attributes = at;
    let quote = 0;
    for (; at < length; at++) {
      const byte = bytes[at];
      if (quote !== 0) {
        if (byte === quote) quote = 0;
        else if (byte === LESS) throw invalidXml();
      } else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
      else if (byte === GREATER) break;
      else if (byte === LESS) throw invalidXml();
    }
    if (at >= length) return -1;
    if (this.depth === DEEPEST || this.ended || attributes === from) throw invalidXml();
    const id = this.ids.get(local) ?? -1;
    this.handler.open(id, bytes, attributes, at);
    if (bytes[at - 1] === SLASH) {
      this.handler.close(id);
      this.ended = this.depth === 0;
    } else {
      this.open[this.depth] = whole;
      this.openIds[this.depth++] = id;
    }
    return at + 1;
  }

  private endTag(bytes: Buffer, from: number): number {
    const { length } = bytes;
    let [whole, at] = [0, from];
    for (; at < length; at++) {
      const byte = bytes[at]!;
      if (byte <= SPACE || byte === GREATER) break;
      whole = mixed(whole, byte);
    }
    while (at < length && bytes[at] !== GREATER) if (bytes[at++]! > SPACE) throw invalidXml();
    if (at >= length) return -1;
    if (this.depth === 0 || this.open[--this.depth] !== whole) throw invalidXml();
    this.handler.close(this.openIds[this.depth]!);
    this.ended = this.depth === 0;
    return at + 1;
  }
}

function after(bytes: Buffer, text: string, from: number): number {
  const at = bytes.indexOf(text, from, "latin1");
  return at < 0 ? -1 : at + text.length;
}
