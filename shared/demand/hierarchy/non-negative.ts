import { cholesky, solveCholesky } from "../../numeric/cholesky.ts";

/** Rounds of exchanging whole sets without progress before indices are exchanged one by one, which always ends. */
const PATIENCE = 4;
const MOST_ROUNDS = 500;
const TOLERANCE = 1e-10;

/** Solves the rows and columns of A x = b that are free; the rest of x is 0. */
function solveFree(matrix: Float64Array, b: Float64Array, free: readonly boolean[]): Float64Array {
  const n = b.length;
  const chosen = free.flatMap((is, i) => (is ? [i] : []));
  const k = chosen.length;
  const part = new Float64Array(k * k);
  for (let i = 0; i < k; i += 1) for (let j = 0; j < k; j += 1) part[i * k + j] = matrix[chosen[i]! * n + chosen[j]!]!;
  const solved = solveCholesky(
    cholesky(part, k),
    chosen.map((i) => b[i]!),
  );
  const x = new Float64Array(n);
  for (let i = 0; i < k; i += 1) x[chosen[i]!] = solved[i]!;
  return x;
}

/**
 * The x >= 0 that minimises x'Ax / 2 - b'x for a positive definite A (row-major), by block principal pivoting (Portugal,
 * Judice and Vicente, 1994): indices whose value or gradient has the wrong sign change sides until none has.
 */
export function minimiseNonNegative(matrix: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  const slack = TOLERANCE * b.reduce((a, x) => Math.max(a, Math.abs(x)), 0);
  const free = new Array<boolean>(n).fill(true);
  let fewest = n + 1;
  let patience = PATIENCE;
  for (let round = 0; ; round += 1) {
    const x = solveFree(matrix, b, free);
    const isWrong = (i: number): boolean => {
      if (free[i]!) return x[i]! < 0;
      let gradient = -b[i]!;
      for (let j = 0; j < n; j += 1) gradient += matrix[i * n + j]! * x[j]!;
      return gradient < -slack;
    };
    const wrong = free.flatMap((_, i) => (isWrong(i) ? [i] : []));
    if (wrong.length === 0 || round === MOST_ROUNDS) return x.map((value) => Math.max(0, value));
    if (wrong.length < fewest) [fewest, patience] = [wrong.length, PATIENCE];
    else patience -= 1;
    // Murty's rule: the last index alone.
    for (const i of patience > 0 ? wrong : wrong.slice(-1)) free[i] = !free[i];
  }
}
