import { normalCdf } from "./normal.ts";

// Godfrey's coefficients for Lanczos' approximation with g = 607/128, n = 15: about 1e-15 relative.
const LANCZOS_G = 607 / 128;
const LANCZOS = [
  0.99999999999999709182, 57.156235665862923517, -59.597960355475491248, 14.136097974741747174, -0.49191381609762019978,
  0.33994649984811888699e-4, 0.46523628927048575665e-4, -0.98374475304879564677e-4, 0.15808870322491248884e-3,
  -0.21026444172410488319e-3, 0.2174396181152126432e-3, -0.16431810653676389022e-3, 0.84418223983852743293e-4,
  -0.2619083840158140867e-4, 0.36899182659531622704e-5,
] as const;

/** Natural logarithm of the gamma function, x > 0. */
export function logGamma(x: number): number {
  let sum: number = LANCZOS[0];
  for (let i = 1; i < LANCZOS.length; i += 1) sum += LANCZOS[i]! / (x + i);
  const t = x + LANCZOS_G + 0.5;
  return (x + 0.5) * Math.log(t) - t + Math.log((Math.sqrt(2 * Math.PI) * sum) / x);
}

/** x - 1 - log(x) >= 0, without cancellation near x = 1. */
function excess(x: number): number {
  const d = x - 1;
  if (Math.abs(d) > 0.1) return d - Math.log(x);
  let term = d * d;
  let sum = term / 2;
  for (let k = 3; Math.abs(term) > 1e-18 * sum; k += 1) {
    term *= -d;
    sum += term / k;
  }
  return sum;
}

/** x^a e^-x / gamma(a + 1): the first term of the series of P(a, x). */
function leadingTerm(a: number, x: number): number {
  if (a < 10) return Math.exp(a * Math.log(x) - x - logGamma(a + 1));
  // Loader (2000): around x = a the exponent is small, so it is formed without the two large terms that cancel.
  const stirling = 1 / 12 / a - 1 / 360 / a ** 3 + 1 / 1260 / a ** 5 - 1 / 1680 / a ** 7 + 1 / 1188 / a ** 9;
  return Math.exp(-a * excess(x / a) - stirling) / Math.sqrt(2 * Math.PI * a);
}

/** Above this shape the Wilson-Hilferty normal approximation is exact enough (1e-7) and the series too long. */
const LARGE_SHAPE = 1e7;
/** Both expansions need a few times the square root of the shape. */
const MOST_TERMS = 1e5;

/**
 * Regularised incomplete gamma functions: P(a, x), the probability that a gamma variable of shape a (> 0) and scale 1
 * is at most x, and Q = 1 - P. Series below x = a + 1, Lentz's continued fraction above (Numerical Recipes, 6.2).
 */
function regularisedGamma(a: number, x: number): { p: number; q: number } {
  if (x <= 0) return { p: 0, q: 1 };
  if (x === Infinity) return { p: 1, q: 0 };
  if (a > LARGE_SHAPE) {
    const z = (Math.cbrt(x / a) - 1 + 1 / (9 * a)) * 3 * Math.sqrt(a);
    return { p: normalCdf(z), q: normalCdf(-z) };
  }
  if (x < a + 1) {
    let term = 1;
    let sum = 1;
    for (let n = 1; term > 1e-17 * sum; n += 1) {
      term *= x / (a + n);
      sum += term;
    }
    const p = Math.min(1, leadingTerm(a, x) * sum);
    return { p, q: 1 - p };
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let i = 1; ; i += 1) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    h *= d * c;
    if (!(Math.abs(d * c - 1) > 1e-16) || i > MOST_TERMS) break;
  }
  const q = Math.min(1, leadingTerm(a, x) * a * h);
  return { p: 1 - q, q };
}

/** P(a, x), lower regularised incomplete gamma function. */
export function regularisedGammaP(a: number, x: number): number {
  return regularisedGamma(a, x).p;
}

/** Q(a, x), upper regularised incomplete gamma function. */
export function regularisedGammaQ(a: number, x: number): number {
  return regularisedGamma(a, x).q;
}
