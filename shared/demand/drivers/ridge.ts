/** A symmetric system `(A + diag(penalty)) x = b`, solved by Cholesky's factors. */
export interface RidgeSolution {
  readonly coefficients: Float64Array;
  /** Effective number of coefficients, the trace of `(A + diag(penalty))^-1 A`. */
  readonly freedom: number;
}

/** Pivots below this share of the diagonal are taken as zero: the column adds nothing. */
const SMALLEST_PIVOT = 1e-10;

/** Solves the normal equations of a ridge regression (Hoerl and Kennard, 1970). `gram` is row-major, p x p. */
export function solveRidge(gram: Float64Array, moments: Float64Array, penalty: ArrayLike<number>): RidgeSolution {
  const p = moments.length;
  const factor = new Float64Array(p * p);
  for (let i = 0; i < p; i += 1)
    for (let j = 0; j <= i; j += 1) {
      let sum = gram[i * p + j]! + (i === j ? penalty[i]! : 0);
      for (let k = 0; k < j; k += 1) sum -= factor[i * p + k]! * factor[j * p + k]!;
      if (i > j) factor[i * p + j] = factor[j * p + j]! === 0 ? 0 : sum / factor[j * p + j]!;
      else factor[i * p + i] = sum > SMALLEST_PIVOT * (gram[i * p + i]! + penalty[i]!) ? Math.sqrt(sum) : 0;
    }
  const solve = (b: ArrayLike<number>): Float64Array => {
    const x = new Float64Array(p);
    for (let i = 0; i < p; i += 1) {
      let sum = b[i]!;
      for (let k = 0; k < i; k += 1) sum -= factor[i * p + k]! * x[k]!;
      x[i] = factor[i * p + i]! === 0 ? 0 : sum / factor[i * p + i]!;
    }
    for (let i = p - 1; i >= 0; i -= 1) {
      let sum = x[i]!;
      for (let k = i + 1; k < p; k += 1) sum -= factor[k * p + i]! * x[k]!;
      x[i] = factor[i * p + i]! === 0 ? 0 : sum / factor[i * p + i]!;
    }
    return x;
  };
  let freedom = 0;
  for (let j = 0; j < p; j += 1) freedom += solve(gram.subarray(j * p, j * p + p))[j]!;
  return { coefficients: solve(moments), freedom };
}
