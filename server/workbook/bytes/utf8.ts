import { isUtf8 } from "node:buffer";

const PIECE = 1 << 20;

/** Text of another encoding as UTF-8, piece by piece: a text of it all would take up to four times the memory. */
function transcoded(data: Buffer, encoding: string): Buffer {
  const decoder = new TextDecoder(encoding);
  const pieces: Buffer[] = [];
  for (let at = 0; at < data.length; at += PIECE)
    pieces.push(Buffer.from(decoder.decode(data.subarray(at, at + PIECE), { stream: true })));
  pieces.push(Buffer.from(decoder.decode()));
  return Buffer.concat(pieces);
}

/**
 * Text in UTF-8, without a byte order mark: UTF-8 or UTF-16 by that mark or by validity, else Windows-1252, as Excel's
 * plain "CSV" is.
 */
export function utf8Of(data: Buffer): Buffer {
  if (data[0] === 0xff && data[1] === 0xfe) return transcoded(data, "utf-16le");
  if (data[0] === 0xfe && data[1] === 0xff) return transcoded(data, "utf-16be");
  if (!isUtf8(data)) return transcoded(data, "windows-1252");
  return data[0] === 0xef && data[1] === 0xbb && data[2] === 0xbf ? data.subarray(3) : data;
}
