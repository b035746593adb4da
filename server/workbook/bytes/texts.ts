import { TEXT, type Memory } from "./memory.ts";

const SLOTS = 1 << 16;
/** Excel's cells hold 32,767 characters, of at most three bytes each. */
export const MOST_BYTES = 3 * 32_767;

/** Where a text that is too long ends: not within a character. */
export function shortened(bytes: Buffer, from: number): number {
  let to = from + MOST_BYTES;
  while ((bytes[to]! & 0xc0) === 0x80) to--;
  return to;
}

function same(text: string, bytes: Buffer, from: number): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== bytes[from + i]) return false;
  return true;
}

/**
 * Makes texts of UTF-8 bytes. A text that stood in another cell lately is the same one, which saves memory and the time of
 * whoever looks texts up.
 */
export class Texts {
  private readonly recent: string[] = Array<string>(SLOTS).fill("");

  constructor(private readonly memory: Memory) {}

  /** The text of these bytes, but for what is beyond the most that a cell can hold. */
  of(bytes: Buffer, from: number, end: number): string {
    const to = end - from > MOST_BYTES ? shortened(bytes, from) : end;
    let hash = 0;
    let all = 0;
    for (let i = from; i < to; i++) {
      const byte = bytes[i]!;
      all |= byte;
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    const slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
    const ascii = all < 0x80;
    const known = this.recent[slot]!;
    if (ascii && known.length === to - from && same(known, bytes, from)) return known;
    const text = bytes.toString(ascii ? "latin1" : "utf8", from, to);
    if (!ascii && known === text) return known;
    this.memory.take(TEXT + (ascii ? text.length : 2 * text.length));
    this.recent[slot] = text;
    return text;
  }
}
