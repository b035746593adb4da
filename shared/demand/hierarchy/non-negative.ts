import type { NormalEquations } from "./normal-equations.ts";

/** Rounds of exchanging whole sets without progress before indices are exchanged one by one, which always ends. */
const PATIENCE = 4;
const MOST_ROUNDS = 500;
const TOLERANCE = 1e-10;

/**
 * The x >= 0 that minimises x'Ax / 2 - b'x, by block principal pivoting (Portugal, Judice and Vicente, 1994): indices
 * whose value or gradient has the wrong sign change sides until none has.
 */
export function minimiseNonNegative(equations: NormalEquations): Float64Array {
  const { b } = equations;
  const n = b.length;
  const slack = TOLERANCE * b.reduce((a, x) => Math.max(a, Math.abs(x)), 0);
  const free = new Array<boolean>(n).fill(true);
  let fewest = n + 1;
  let patience = PATIENCE;
  for (let round = 0; ; round += 1) {
    const x = equations.solve(free.flatMap((is, i) => (is ? [i] : [])));
    const product = equations.times(x);
    const isWrong = (i: number): boolean => (free[i]! ? x[i]! < 0 : product[i]! - b[i]! < -slack);
    const wrong = free.flatMap((_, i) => (isWrong(i) ? [i] : []));
    if (wrong.length === 0 || round === MOST_ROUNDS) return x.map((value) => Math.max(0, value));
    if (wrong.length < fewest) [fewest, patience] = [wrong.length, PATIENCE];
    else patience -= 1;
    // Murty's rule: the last index alone.
    for (const i of patience > 0 ? wrong : wrong.slice(-1)) free[i] = !free[i];
  }
}
