export interface WholeMinimum {
  readonly point: readonly number[];
  readonly value: number;
}

/** Every coordinate up and down, and every two against each other. */
function directions(n: number): number[][] {
  const moves: number[][] = [];
  for (let i = 0; i < n; i += 1) {
    const alone = new Array<number>(n).fill(0);
    alone[i] = 1;
    moves.push(alone);
    for (let j = i + 1; j < n; j += 1) moves.push(alone.map((move, k) => (k === j ? -1 : move)));
  }
  return moves.flatMap((move) => [move, move.map((by) => -by)]);
}

/**
 * A minimum over whole numbers: steps as long as they improve, then steps half as long, down to 1 (Hooke and Jeeves'
 * pattern search without its pattern moves, 1961). Exact for one coordinate and a convex function.
 */
export function wholeNumberSearch(
  f: (point: readonly number[]) => number,
  start: readonly number[],
  firstStep: number,
): WholeMinimum {
  const seen = new Map<string, number>();
  const valueAt = (point: readonly number[]): number => {
    const key = point.join();
    const value = seen.get(key) ?? f(point);
    seen.set(key, value);
    return value;
  };
  const moves = directions(start.length);
  let best: WholeMinimum = { point: start, value: valueAt(start) };
  for (let step = firstStep; step >= 1; step = Math.floor(step / 2))
    for (let before = Infinity; best.value < before;) {
      before = best.value;
      for (const move of moves) {
        const point = best.point.map((x, i) => x + step * move[i]!);
        const value = valueAt(point);
        if (value < best.value) best = { point, value };
      }
    }
  return best;
}
