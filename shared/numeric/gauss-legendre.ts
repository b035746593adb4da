const POINTS = 64;

/** Nodes on (-1, 1) with their weights: Newton's method on the Legendre polynomial (Numerical Recipes, 4.6). */
const RULE: readonly { readonly node: number; readonly weight: number }[] = Array.from({ length: POINTS }, (_, i) => {
  let x = Math.cos((Math.PI * (i + 0.75)) / (POINTS + 0.5));
  let slope = 1;
  for (let turn = 0; turn < 8; turn += 1) {
    let [p, before] = [1, 0];
    for (let n = 0; n < POINTS; n += 1) [p, before] = [((2 * n + 1) * x * p - n * before) / (n + 1), p];
    slope = (POINTS * (x * p - before)) / (x * x - 1);
    x -= p / slope;
  }
  return { node: x, weight: 2 / ((1 - x * x) * slope * slope) };
});

/** Integral of a smooth function from a to b, by 64 Gauss-Legendre points. */
export function gaussLegendre(f: (x: number) => number, a: number, b: number): number {
  const half = (b - a) / 2;
  const middle = (a + b) / 2;
  return RULE.reduce((sum, { node, weight }) => sum + weight * f(middle + half * node), 0) * half;
}
