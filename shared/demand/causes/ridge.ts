import { cholesky, solveCholesky } from "../../numeric/cholesky.ts";

export interface RidgeSolution {
  readonly coefficients: Float64Array;
  /** Effective number of coefficients, the trace of `(A + diag(penalty))^-1 A`. */
  readonly freedom: number;
  /** Lower factor of `A + diag(penalty)`. */
  readonly factor: Float64Array;
}

/**
 * Solves `(A + diag(penalty)) x = b`, the normal equations of a ridge regression (Hoerl and Kennard, 1970). `gram` is A,
 * row-major.
 */
export function solveRidge(gram: Float64Array, moments: Float64Array, penalty: ArrayLike<number>): RidgeSolution {
  const p = moments.length;
  const matrix = Float64Array.from(gram);
  for (let j = 0; j < p; j += 1) matrix[j * p + j]! += penalty[j]!;
  const factor = cholesky(matrix, p);
  let freedom = 0;
  for (let j = 0; j < p; j += 1) freedom += solveCholesky(factor, gram.subarray(j * p, j * p + p))[j]!;
  return { coefficients: solveCholesky(factor, moments), freedom, factor };
}
