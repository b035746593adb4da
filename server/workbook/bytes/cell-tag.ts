/** What a cell's tag says. */
export interface CellTag {
  /** From 0; a tag without a reference is the next column. */
  column: number;
  /** "" where none is given, which means a number. */
  type: string;
  style: number;
}

const [SPACE, QUOTE, APOSTROPHE, EQUALS, A, Z, ZERO, NINE] = [32, 34, 39, 61, 65, 90, 48, 57];
const [R, S, T] = [114, 115, 116];
/** Beyond the last column, however many letters follow. */
const FAR = 1e6;
const TYPES = ["s", "n", "b", "e", "d", "str", "inlineStr"];
const UNKNOWN = "?";

/** The attributes of a tag whose name is one letter, one after another. */
class ShortAttributes {
  letter = 0;
  from = 0;
  to = 0;
  private bytes: Buffer = Buffer.alloc(0);
  private at = 0;
  private end = 0;

  of(bytes: Buffer, from: number, end: number): this {
    [this.bytes, this.at, this.end] = [bytes, from, end];
    return this;
  }

  next(): boolean {
    const { bytes, end } = this;
    let { at } = this;
    while (at < end) {
      while (at < end && bytes[at]! <= SPACE) at++;
      const name = at;
      while (at < end && bytes[at] !== EQUALS && bytes[at]! > SPACE) at++;
      const length = at - name;
      while (at < end && bytes[at] !== QUOTE && bytes[at] !== APOSTROPHE) at++;
      const quote = bytes[at++];
      const value = at;
      while (at < end && bytes[at] !== quote) at++;
      if (length === 1 && at < end) {
        this.letter = bytes[name]!;
        [this.from, this.to, this.at] = [value, at, at + 1];
        return true;
      }
      at++;
    }
    return false;
  }
}

const attributes = new ShortAttributes();

function columnOf(bytes: Buffer, from: number, to: number): number {
  let column = 0;
  for (let at = from; at < to; at++) {
    const code = bytes[at]!;
    if (code < A || code > Z) break;
    column = Math.min(FAR, column * 26 + code - A + 1);
  }
  return column - 1;
}

function wholeNumber(bytes: Buffer, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const code = bytes[at]!;
    if (code < ZERO || code > NINE) return NaN;
    value = value * 10 + code - ZERO;
  }
  return from === to ? NaN : value;
}

function typeOf(bytes: Buffer, from: number, to: number): string {
  for (const type of TYPES)
    if (
      type.length === to - from &&
      type.charCodeAt(0) === bytes[from] &&
      (to - from === 1 || bytes.toString("latin1", from, to) === type)
    )
      return type;
  return UNKNOWN;
}

/** Reads the tag of the next cell into `tag`, from what lies between its name and its end. */
export function cellTag(bytes: Buffer, from: number, to: number, tag: CellTag): void {
  tag.column++;
  tag.type = "";
  tag.style = 0;
  for (attributes.of(bytes, from, to); attributes.next();) {
    const { letter } = attributes;
    if (letter === R) tag.column = columnOf(bytes, attributes.from, attributes.to);
    else if (letter === S) tag.style = wholeNumber(bytes, attributes.from, attributes.to);
    else if (letter === T) tag.type = typeOf(bytes, attributes.from, attributes.to);
  }
}

/** The place of a row from 0, as its tag says; undefined where it says none, NaN where it says none that is a number. */
export function rowNumber(bytes: Buffer, from: number, to: number): number | undefined {
  for (attributes.of(bytes, from, to); attributes.next();)
    if (attributes.letter === R) return wholeNumber(bytes, attributes.from, attributes.to) - 1;
  return undefined;
}
