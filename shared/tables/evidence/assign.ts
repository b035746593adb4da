/**
 * The assignment of rows to columns with the largest sum (Kuhn, Munkres), a row to one column at most. Pairs of `least`
 * or less are none. Answers the column of each row, or -1.
 */
export function bestAssignment(scores: readonly (readonly number[])[], least: number): number[] {
  const count = scores.length;
  const width = Math.max(count, ...scores.map(({ length }) => length));
  const cost = (row: number, column: number): number => {
    const score = scores[row]?.[column] ?? 0;
    return score > least ? -score : 0;
  };
  const potentialOfRow = new Array<number>(count + 1).fill(0);
  const potentialOfColumn = new Array<number>(width + 1).fill(0);
  const rowOf = new Array<number>(width + 1).fill(0);
  for (let row = 1; row <= count; row++) augment(row, { cost, width, potentialOfRow, potentialOfColumn, rowOf });
  const columnOf = new Array<number>(count).fill(-1);
  for (let column = 1; column <= width; column++) {
    const row = (rowOf[column] ?? 0) - 1;
    if (row >= 0 && (scores[row]?.[column - 1] ?? 0) > least) columnOf[row] = column - 1;
  }
  return columnOf;
}

interface Matching {
  readonly cost: (row: number, column: number) => number;
  readonly width: number;
  readonly potentialOfRow: number[];
  readonly potentialOfColumn: number[];
  /** The row that each column is given to, from 1; 0 where it is free. */
  readonly rowOf: number[];
}

/** Gives one more row a column, by the path that costs least. */
function augment(start: number, { cost, width, potentialOfRow, potentialOfColumn, rowOf }: Matching): void {
  const least = new Array<number>(width + 1).fill(Infinity);
  const from = new Array<number>(width + 1).fill(0);
  const used = new Array<boolean>(width + 1).fill(false);
  rowOf[0] = start;
  let column = 0;
  do {
    used[column] = true;
    const row = rowOf[column] ?? 0;
    let delta = Infinity;
    let next = 0;
    for (let to = 1; to <= width; to++) {
      if (used[to]) continue;
      const reduced = cost(row - 1, to - 1) - (potentialOfRow[row] ?? 0) - (potentialOfColumn[to] ?? 0);
      if (reduced < (least[to] ?? Infinity)) {
        least[to] = reduced;
        from[to] = column;
      }
      if ((least[to] ?? Infinity) < delta) {
        delta = least[to] ?? Infinity;
        next = to;
      }
    }
    for (let to = 0; to <= width; to++) {
      if (used[to]) {
        const of = rowOf[to] ?? 0;
        potentialOfRow[of] = (potentialOfRow[of] ?? 0) + delta;
        potentialOfColumn[to] = (potentialOfColumn[to] ?? 0) - delta;
      } else least[to] = (least[to] ?? Infinity) - delta;
    }
    column = next;
  } while ((rowOf[column] ?? 0) !== 0);
  while (column !== 0) {
    const before = from[column] ?? 0;
    rowOf[column] = rowOf[before] ?? 0;
    column = before;
  }
}
