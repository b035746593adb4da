import { cholesky, solveCholesky } from "../../numeric/cholesky.ts";

/** A x = b with A symmetric and positive definite, of which parts can be solved. */
export interface NormalEquations {
  readonly b: Float64Array;
  /** Solves the chosen rows and columns; the rest of x is 0. */
  solve(chosen: readonly number[]): Float64Array;
  /** A x. */
  times(x: Float64Array): Float64Array;
}

/** Any A, row-major. */
export function denseEquations(matrix: Float64Array, b: Float64Array): NormalEquations {
  const n = b.length;
  return {
    b,
    solve(chosen) {
      const k = chosen.length;
      const part = new Float64Array(k * k);
      for (let i = 0; i < k; i += 1)
        for (let j = 0; j < k; j += 1) part[i * k + j] = matrix[chosen[i]! * n + chosen[j]!]!;
      const solved = solveCholesky(
        cholesky(part, k),
        chosen.map((i) => b[i]!),
      );
      const x = new Float64Array(n);
      for (let i = 0; i < k; i += 1) x[chosen[i]!] = solved[i]!;
      return x;
    },
    times: (x) =>
      x.map((_, i) => {
        let sum = 0;
        for (let j = 0; j < n; j += 1) sum += matrix[i * n + j]! * x[j]!;
        return sum;
      }),
  };
}

/** A sum over some of the indices with one weight. */
export interface Group {
  readonly members: readonly number[];
  readonly weight: number;
}

/**
 * A = diag(diagonal) + the sum of weight x 11' over groups: solved by the groups alone (Woodbury, 1950), which are few
 * where series are many.
 */
export function groupedEquations(diagonal: Float64Array, groups: readonly Group[], b: Float64Array): NormalEquations {
  const n = b.length;
  const groupsOf: number[][] = Array.from({ length: n }, () => []);
  for (const [g, { members }] of groups.entries()) for (const i of members) groupsOf[i]!.push(g);
  const k = groups.length;
  const roots = groups.map(({ weight }) => Math.sqrt(weight));
  return {
    b,
    solve(chosen) {
      const inner = new Float64Array(k * k);
      const right = new Float64Array(k);
      for (let g = 0; g < k; g += 1) inner[g * k + g] = 1;
      for (const i of chosen)
        for (const g of groupsOf[i]!) {
          right[g]! += (roots[g]! * b[i]!) / diagonal[i]!;
          for (const h of groupsOf[i]!) inner[g * k + h]! += (roots[g]! * roots[h]!) / diagonal[i]!;
        }
      const solved = solveCholesky(cholesky(inner, k), right);
      const x = new Float64Array(n);
      for (const i of chosen)
        x[i] = (b[i]! - groupsOf[i]!.reduce((sum, g) => sum + roots[g]! * solved[g]!, 0)) / diagonal[i]!;
      return x;
    },
    times(x) {
      const sums = groups.map(({ members, weight }) => weight * members.reduce((sum, i) => sum + x[i]!, 0));
      return x.map((value, i) => diagonal[i]! * value + groupsOf[i]!.reduce((sum, g) => sum + sums[g]!, 0));
    },
  };
}
