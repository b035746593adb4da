import type JSZip from "jszip";
import { UserError } from "../../../shared/define/errors.ts";

const MOST_BYTES = 200e6;
/** A cell has some four; what is made of each takes about a kilobyte. */
const MOST_TAGS = 6e6;
const MOST_SHEETS = 500;
const LESS = 60;

const INSTEAD = "Plan it from the command line (npm run reorder), or open a smaller one";

export const MANY = `This file holds more than the browser workbook can show. ${INSTEAD}.`;

/** Places in merged zones, each of which becomes a cell. */
const MOST_MERGED = 500_000;
const MERGED = /<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g;

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0);

/** Throws a `UserError` where a sheet's zones would become too many cells. The file must have been found small enough. */
export async function checkMerges(zip: JSZip): Promise<void> {
  let places = 0;
  for (const part of zip.file(/\/worksheets\/[^/]+$/i)) {
    for (const [, left = "", top, right = "", bottom] of (await part.async("string")).matchAll(MERGED))
      places += (Number(bottom) - Number(top) + 1) * (columnOf(right) - columnOf(left) + 1);
    if (places > MOST_MERGED) throw new UserError(MANY);
  }
}

/** JSZip's way to unpack piece by piece, which its types leave out. */
interface Unpacking {
  on(event: "data", told: (piece: Uint8Array) => void): Unpacking;
  on(event: "error", told: (error: Error) => void): Unpacking;
  on(event: "end", told: () => void): Unpacking;
  resume(): void;
  pause(): void;
}

/**
 * Throws a `UserError` where a file is too large to be opened. What the archive declares is not believed: each part is
 * unpacked piece by piece and counted, until all together are too much.
 */
export async function checkSize(zip: JSZip): Promise<void> {
  const parts = Object.values(zip.files).filter(({ dir }) => !dir);
  if (parts.filter(({ name }) => /\/worksheets\/[^/]+$/i.test(name)).length > MOST_SHEETS)
    throw new UserError(
      `This file has more than ${MOST_SHEETS} sheets, which the browser workbook cannot show. ${INSTEAD}.`,
    );
  let [bytes, tags] = [0, 0];
  const full = (): boolean => bytes > MOST_BYTES || tags > MOST_TAGS;
  for (const part of parts) {
    await new Promise<void>((resolve, reject) => {
      const unpacking = (part as unknown as { internalStream(type: "uint8array"): Unpacking }).internalStream(
        "uint8array",
      );
      unpacking
        .on("data", (piece) => {
          bytes += piece.length;
          for (const byte of piece) if (byte === LESS) tags++;
          if (!full()) return;
          unpacking.pause();
          resolve();
        })
        .on("error", reject)
        .on("end", resolve)
        .resume();
    });
    if (full()) throw new UserError(MANY);
  }
}
