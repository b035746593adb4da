export interface Block {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

const MAX = { row: 1_048_575, column: 16_383 };

function columnIndex(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** "B7", "B7:D9", "'My sheet'!B7" as a block; all counted from 0. */
export function parseBlock(address: string): Block {
  const local = address.slice(address.lastIndexOf("!") + 1).replaceAll("$", "");
  const match = /^([A-Za-z]{1,3})([1-9]\d*)(?::([A-Za-z]{1,3})([1-9]\d*))?$/.exec(local);
  if (!match) throw Object.assign(new Error(`"${address}" is no address.`), { code: "InvalidArgument" });
  const [, left = "", top = "", right = left, bottom = top] = match;
  return { top: Number(top) - 1, left: columnIndex(left), bottom: Number(bottom) - 1, right: columnIndex(right) };
}

export const WHOLE_SHEET: Block = { top: 0, left: 0, bottom: MAX.row, right: MAX.column };

export function letters(index: number): string {
  return (index >= 26 ? letters(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));
}

export function showBlock(sheet: string, { top, left, bottom, right }: Block): string {
  const from = `${letters(left)}${top + 1}`;
  const to = `${letters(right)}${bottom + 1}`;
  const name = /^[A-Za-z_]\w*$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
  return `${name}!${from === to ? from : `${from}:${to}`}`;
}

/** Whether two addresses, of one or several blocks, share a cell. */
export function overlap(one: string, other: string): boolean {
  const blocks = (address: string): Block[] => address.split(",").map((part) => parseBlock(part.trim()));
  return blocks(one).some((a) =>
    blocks(other).some((b) => a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right),
  );
}
