/** A pivot below this share of its diagonal is taken as zero: the column adds nothing to those before it. */
const SMALLEST_PIVOT = 1e-12;

/**
 * Lower factor L of a symmetric positive semidefinite matrix A = L L' (row-major, n x n). A column that depends on those
 * before it gets a zero pivot, and a zero in every solution.
 */
export function cholesky(matrix: ArrayLike<number>, n: number): Float64Array {
  const factor = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1)
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i * n + j]!;
      for (let k = 0; k < j; k += 1) sum -= factor[i * n + k]! * factor[j * n + k]!;
      const pivot = factor[j * n + j]!;
      if (i > j) factor[i * n + j] = pivot === 0 ? 0 : sum / pivot;
      else factor[i * n + i] = sum > SMALLEST_PIVOT * matrix[i * n + i]! ? Math.sqrt(sum) : 0;
    }
  return factor;
}

/** Solves L x = b. */
export function solveLower(factor: Float64Array, b: ArrayLike<number>): Float64Array {
  const n = b.length;
  const x = new Float64Array(n);
  for (let i = 0; i < n; i += 1) {
    const pivot = factor[i * n + i]!;
    if (pivot === 0) continue;
    let sum = b[i]!;
    for (let k = 0; k < i; k += 1) sum -= factor[i * n + k]! * x[k]!;
    x[i] = sum / pivot;
  }
  return x;
}

/** Solves L L' x = b. */
export function solveCholesky(factor: Float64Array, b: ArrayLike<number>): Float64Array {
  const n = b.length;
  const x = solveLower(factor, b);
  for (let i = n - 1; i >= 0; i -= 1) {
    const pivot = factor[i * n + i]!;
    if (pivot === 0) continue;
    let sum = x[i]!;
    for (let k = i + 1; k < n; k += 1) sum -= factor[k * n + i]! * x[k]!;
    x[i] = sum / pivot;
  }
  return x;
}
