/** A cell by zero-based row and column. */
export interface Address {
  readonly row: number;
  readonly column: number;
}

/** "B3" to its row and column. Throws where it is no address. */
export function parseAddress(text: string): Address {
  const match = /^([A-Z]{1,3})([1-9]\d*)$/i.exec(text);
  if (!match) throw new Error(`not a cell: ${text}`);
  const letters = [...match[1]!.toUpperCase()];
  return {
    row: Number(match[2]) - 1,
    column: letters.reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1,
  };
}

export function showAddress({ row, column }: Address): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

/** "A1:B2" to rows of addresses; a single cell is one row of one. */
export function parseRange(text: string): Address[][] {
  const [first, last = first] = text.split(":").map(parseAddress);
  if (!first || !last) throw new Error(`not a range: ${text}`);
  return Array.from({ length: last.row - first.row + 1 }, (_, i) =>
    Array.from({ length: last.column - first.column + 1 }, (_, j) => ({
      row: first.row + i,
      column: first.column + j,
    })),
  );
}
