import { isBlank } from "../sheet.ts";
import { ownHeader, type Region } from "./region.ts";

/** The parts of a table's columns between columns without a header: tables may stand side by side. */
export function bandsOf(region: Region): Region[] {
  const bands: Region[] = [];
  let left: number | undefined;
  for (let column = region.left; column <= region.right; column++) {
    const blank = column === region.right || ownHeader(region, column) === "";
    if (!blank) left ??= column;
    else if (left !== undefined) {
      bands.push(tight({ ...region, left, right: column }));
      left = undefined;
    }
  }
  return bands;
}

/** Sheets with more gaps than this are read as one table, or as its parts. */
const MOST_BANDS = 6;

/** Every way to join neighbouring parts to tables, from one table of all to a table each. */
export function groupings(bands: readonly Region[]): Region[][] {
  if (bands.length > MOST_BANDS) return [bands.map((band) => tight(band))];
  return Array.from({ length: 2 ** Math.max(0, bands.length - 1) }, (_, cuts) => {
    const groups: Region[] = [];
    bands.forEach((band, i) => {
      const last = groups.at(-1);
      if (last === undefined || (cuts >> (i - 1)) & 1) groups.push(band);
      else groups[groups.length - 1] = { ...last, right: band.right, bottom: Math.max(last.bottom, band.bottom) };
    });
    return groups.map((group) => tight(group));
  });
}

/** Ends a band where its own rows end. */
function tight(region: Region): Region {
  let { bottom } = region;
  const { rows } = region.sheet;
  const blank = (row: number): boolean => {
    for (let column = region.left; column < region.right; column++) if (!isBlank(rows[row]?.[column])) return false;
    return true;
  };
  while (bottom > region.header + 1 && blank(bottom - 1)) bottom--;
  return { ...region, bottom };
}
