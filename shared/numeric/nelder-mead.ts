export interface Minimum {
  readonly point: number[];
  readonly value: number;
  readonly evaluations: number;
}

export interface SimplexOptions {
  /** Size of the first simplex along each coordinate. */
  readonly steps: readonly number[];
  /** Stops when the simplex' values differ by less than this. */
  readonly tolerance: number;
  readonly evaluations: number;
}

/**
 * Minimises a function of a few variables without derivatives (Nelder and Mead, 1965; the coefficients 1, 2, 1/2, 1/2).
 * Points outside the domain may answer Infinity. Deterministic.
 */
export function nelderMead(
  f: (x: readonly number[]) => number,
  start: readonly number[],
  { steps, tolerance, evaluations: limit }: SimplexOptions,
): Minimum {
  const n = start.length;
  let evaluations = 0;
  const at = (point: number[]): { point: number[]; value: number } => {
    evaluations += 1;
    const value = f(point);
    return { point, value: Number.isNaN(value) ? Infinity : value };
  };
  const simplex = [at([...start])];
  for (let i = 0; i < n; i += 1) simplex.push(at(start.map((x, j) => (i === j ? x + steps[j]! : x))));
  simplex.sort((a, b) => a.value - b.value);
  const centre = new Array<number>(n);
  const along = (from: readonly number[], by: number): number[] => centre.map((c, j) => c + by * (from[j]! - c));
  while (evaluations < limit) {
    const worst = simplex[n]!;
    if (worst.value - simplex[0]!.value <= tolerance) break;
    for (let j = 0; j < n; j += 1) {
      let sum = 0;
      for (let i = 0; i < n; i += 1) sum += simplex[i]!.point[j]!;
      centre[j] = sum / n;
    }
    let next = at(along(worst.point, -1));
    if (next.value < simplex[0]!.value) {
      const further = at(along(worst.point, -2));
      if (further.value < next.value) next = further;
    } else if (next.value >= simplex[n - 1]!.value) {
      const inner = at(along(next.value < worst.value ? next.point : worst.point, 0.5));
      if (inner.value >= Math.min(next.value, worst.value)) {
        const best = simplex[0]!;
        for (let i = 1; i <= n; i += 1) simplex[i] = at(simplex[i]!.point.map((x, j) => (x + best.point[j]!) / 2));
        simplex.sort((a, b) => a.value - b.value);
        continue;
      }
      next = inner;
    }
    let place = n;
    while (place > 0 && simplex[place - 1]!.value > next.value) {
      simplex[place] = simplex[place - 1]!;
      place -= 1;
    }
    simplex[place] = next;
  }
  return { ...simplex[0]!, evaluations };
}
