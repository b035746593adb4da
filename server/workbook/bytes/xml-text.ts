import { MOST_BYTES, shortened, type Texts } from "./texts.ts";
import { invalidXml, LONGEST_ENTITY } from "./xml-scanner.ts";

const [AMPERSAND, RETURN, UNDERSCORE, SEMICOLON] = [38, 13, 95, 59];
const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
function entity(name: string): string {
  const known = NAMED[name];
  if (known !== undefined) return known;
  const code = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name);
  const point = code === null ? -1 : code[1] === undefined ? Number(code[2]) : parseInt(code[1], 16);
  if (point <= 0 || point > 0x10ffff) throw invalidXml();
  return String.fromCodePoint(point);
}

/** Undoes Excel's escape of characters that XML cannot hold: "_x000D_". */
const withoutEscapes = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** Text of an element as its pieces come: whole only where it is asked for. */
export class XmlText {
  private bytes: Buffer = Buffer.alloc(0);
  private from = 0;
  private to = 0;
  /** Where several pieces are put together. */
  private joined = Buffer.alloc(256);

  clear(): void {
    this.from = this.to = 0;
  }

  add(bytes: Buffer, from: number, to: number): void {
    const length = this.to - this.from;
    if (length === 0) [this.bytes, this.from, this.to] = [bytes, from, to];
    else if (length <= MOST_BYTES) this.append(bytes, from, Math.min(to, from + MOST_BYTES + 1));
  }

  private append(bytes: Buffer, from: number, to: number): void {
    const length = this.to - this.from;
    if (this.bytes !== this.joined || this.joined.length < length + to - from) {
      const roomy = this.joined.length < length + to - from ? Buffer.alloc(2 * (length + to - from)) : this.joined;
      this.bytes.copy(roomy, 0, this.from, this.to);
      this.bytes = this.joined = roomy;
      [this.from, this.to] = [0, length];
    }
    bytes.copy(this.joined, length, from, to);
    this.to += to - from;
  }

  /** Reads the bytes as they stand. */
  read<T>(as: (bytes: Buffer, from: number, to: number) => T): T {
    return as(this.bytes, this.from, this.to);
  }

  /** The characters that are meant, of no more bytes than a cell can hold. */
  text(texts: Texts): string {
    const { bytes, from } = this;
    const to = this.to - from > MOST_BYTES ? cut(bytes, from) : this.to;
    for (let at = from; at < to; at++) {
      const byte = bytes[at];
      if (byte === AMPERSAND || byte === RETURN || byte === UNDERSCORE) return meant(texts.of(bytes, from, to));
    }
    return texts.of(bytes, from, to);
  }
}

/** Where a text that is too long ends: not within an entity either. */
function cut(bytes: Buffer, from: number): number {
  const to = shortened(bytes, from);
  const entity = bytes.lastIndexOf(AMPERSAND, to - 1);
  return entity >= to - LONGEST_ENTITY && bytes.indexOf(SEMICOLON, entity) >= to ? entity : to;
}

/** Line ends, entities and escapes undone, in this order. */
function meant(raw: string): string {
  const text = raw.replace(/\r\n?/g, "\n").replace(/&([^;]*);?/g, (_, name: string) => entity(name));
  return text.includes("_x") ? withoutEscapes(text) : text;
}
