import { isBlank, type CellValue, type Sheet } from "../sheet.ts";
import type { Region } from "./region.ts";
import { regionsOf } from "./regions.ts";

/** Sheets with more blocks than this are read as a whole. */
const MOST_BLOCKS = 6;

interface Block {
  readonly left: number;
  readonly right: number;
}

/** Columns of a sheet without gaps: what stands between columns that are blank from top to bottom. */
function blocksOf({ rows }: Sheet): Block[] {
  const filled: boolean[] = [];
  let open = 0;
  for (const row of rows) {
    for (; filled.length < row.length; open++) filled.push(false);
    if (open === 0) continue;
    for (let column = 0; column < row.length; column++) {
      if (filled[column] === true || isBlank(row[column])) continue;
      filled[column] = true;
      open--;
    }
  }
  const blocks: Block[] = [];
  let left: number | undefined;
  for (let column = 0; column <= filled.length; column++) {
    if (filled[column] === true) left ??= column;
    else if (left !== undefined) {
      blocks.push({ left, right: column });
      left = undefined;
    }
  }
  return blocks;
}

/** The sheet with nothing but one block on it, each cell at its place. */
function only({ left, right }: Block, sheet: Sheet): Sheet {
  const rows = sheet.rows.map((row) => {
    const part: CellValue[] = Array<CellValue>(Math.min(left, row.length)).fill(null);
    for (let column = left; column < Math.min(right, row.length); column++) part.push(row[column] ?? null);
    return part;
  });
  return { ...sheet, rows };
}

/**
 * The tables of a sheet. Those that stand side by side under headers in one row are parts of one region; where their
 * headers stand in different rows, each block between blank columns is looked through by itself.
 */
export function sheetRegions(sheet: Sheet): Region[] {
  const whole = regionsOf(sheet);
  const blocks = blocksOf(sheet);
  if (blocks.length < 2 || blocks.length > MOST_BLOCKS) return whole;
  const parts = blocks.map((block) => ({ block, found: regionsOf(only(block, sheet)) }));
  const tops = parts.flatMap(({ found }) => found[0]?.header ?? []);
  if (tops.length < 2 || new Set(tops).size === 1) return whole;
  return parts.flatMap(({ block: { left, right }, found }) =>
    found.map((region) => ({ ...region, left, right: Math.min(right, region.right) })),
  );
}
