/** Font units in an em. */
const EM = 1000;
const ASCENT = 930;
const DESCENT = 270;
/** Every table starts at a multiple of so many bytes. */
const ALIGNED = 4;

/** Bytes of unsigned or two's complement numbers, each so many bytes wide. */
const u8 = (...values: number[]): Buffer => Buffer.from(values);
const u16 = (...values: number[]): Buffer => Buffer.concat(values.map((v) => u8((v >> 8) & 0xff, v & 0xff)));
const u32 = (...values: number[]): Buffer => Buffer.concat(values.map((v) => u16((v >>> 16) & 0xffff, v & 0xffff)));

/** A box of three fifths of the advance, from the base line to the height of a capital. */
function box(advance: number): Buffer {
  const [left, right, top] = [Math.round(advance * 0.2), Math.round(advance * 0.8), 700];
  const outline = [
    u16(1, left, 0, right, top, 3, 0),
    u8(1, 1, 1, 1),
    u16(left, 0, right - left, 0),
    u16(0, top, 0, -top),
  ];
  return Buffer.concat([...outline, u8(0, 0)]);
}

/** The tables that browsers ask of a TrueType font. */
function tables(advance: number, family: string): Readonly<Record<string, Buffer>> {
  const glyph = box(advance);
  const name = Buffer.concat([...family].map((letter) => u16(letter.charCodeAt(0))));
  return {
    "OS/2": Buffer.concat([
      u16(4, advance, 400, 5, 0, ...Array<number>(10).fill(0), 0),
      Buffer.alloc(10),
      u32(1, 0, 0, 0),
      Buffer.from("NONE"),
      u16(0x40, 0x20, 0xffff, ASCENT, -DESCENT, 0, ASCENT, DESCENT),
      u32(1, 0),
      u16(500, 700, 0, 0x20, 0),
    ]),
    // Format 13 gives every character from the space on the one glyph.
    cmap: Buffer.concat([u16(0, 1, 3, 10), u32(12), u16(13, 0), u32(28, 0, 1, 0x20, 0x10ffff, 1)]),
    glyf: Buffer.concat([glyph, Buffer.alloc((ALIGNED - (glyph.length % ALIGNED)) % ALIGNED)]),
    head: Buffer.concat([
      u32(0x10000, 0x10000, 0, 0x5f0f3cf5),
      u16(0, EM),
      Buffer.alloc(16),
      u16(0, 0, advance, 700, 0, 8, 2, 1, 0),
    ]),
    hhea: Buffer.concat([
      u32(0x10000),
      u16(ASCENT, -DESCENT, 0, advance, 0, 0, advance, 1, 0, 0, 0, 0, 0, 0, 0),
      u16(2),
    ]),
    hmtx: u16(advance, 0, advance, Math.round(advance * 0.2)),
    loca: u32(0, 0, glyph.length + ((ALIGNED - (glyph.length % ALIGNED)) % ALIGNED)),
    maxp: Buffer.concat([u32(0x10000), u16(2, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)]),
    name: Buffer.concat([u16(0, 1, 18, 3, 1, 0x409, 1, name.length, 0), name]),
    post: u32(0x30000, 0, 0, 0, 0, 0, 0, 0),
  };
}

/**
 * A TrueType font in which every character is a box `width` em wide: text is as wide as asked on every machine, whatever
 * its fonts.
 */
export function blockFont(width: number, family: string): Buffer {
  const parts = Object.entries(tables(Math.round(width * EM), family));
  const range = 2 ** Math.floor(Math.log2(parts.length));
  const header = [u32(0x10000), u16(parts.length, range * 16, Math.log2(range), (parts.length - range) * 16)];
  let offset = 12 + 16 * parts.length;
  const bodies = parts.map(([tag, body]) => {
    const padded = Buffer.concat([body, Buffer.alloc((ALIGNED - (body.length % ALIGNED)) % ALIGNED)]);
    let sum = 0;
    for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
    header.push(Buffer.from(tag), u32(sum, offset, body.length));
    offset += padded.length;
    return padded;
  });
  return Buffer.concat([...header, ...bodies]);
}
