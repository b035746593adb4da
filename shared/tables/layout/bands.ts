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
