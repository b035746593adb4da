import type { Distribution } from "./distribution.ts";
import { polynomial } from "./polynomial.ts";

const SQRT_2PI = Math.sqrt(2 * Math.PI);

/** Density of the standard normal distribution at z. */
export function normalPdf(z: number): number {
  return Math.exp(-0.5 * z * z) / SQRT_2PI;
}

// Cody (1969), Rational Chebyshev approximations for the error function, as in R's pnorm; highest power last.
const CENTRE = [
  [18154.981253343561249, 1067.6894854603709582, 161.02823106855587881, 2.2352520354606839287, 0.065682337918207449113],
  [45507.789335026729956, 10260.932208618978205, 976.09855173777669322, 47.20258190468824187, 1],
] as const;
const SHOULDER = [
  [
    9842.7148383839780218, 11602.651437647350124, 6848.1904505362823326, 2494.5375852903726711, 597.27027639480026226,
    93.506656132177855979, 8.8831497943883759412, 0.39894151208813466764, 1.0765576773720192317e-8,
  ],
  [
    19685.429676859990727, 38912.003286093271411, 34900.952721145977266, 18615.571640885098091, 6485.558298266760755,
    1519.377599407554805, 235.38790178262499861, 22.266688044328115691, 1,
  ],
] as const;
const TAIL = [
  [
    2.9112874951168792e-5, 0.001421619193227893466, 0.022235277870649807, 0.1274011611602473639, 0.21589853405795699,
    0.02307344176494017303,
  ],
  [7.29751555083966205e-5, 0.00378239633202758244, 0.0659881378689285515, 0.468238212480865118, 1.28426009614491121, 1],
] as const;

/** exp(-z²/2) without the rounding error of squaring a large z. */
function gaussian(z: number): number {
  const head = Math.trunc(z * 16) / 16;
  return Math.exp(-0.5 * head * head) * Math.exp(-0.5 * (z - head) * (z + head));
}

/** Probability that a standard normal exceeds z, for z >= 0: relative accuracy about 1e-15. */
function upperTail(z: number): number {
  if (z <= 0.67448975) return 0.5 - (z * polynomial(CENTRE[0], z * z)) / polynomial(CENTRE[1], z * z);
  if (z <= Math.sqrt(32)) return (gaussian(z) * polynomial(SHOULDER[0], z)) / polynomial(SHOULDER[1], z);
  const w = 1 / (z * z);
  return (gaussian(z) * (1 / SQRT_2PI - (w * polynomial(TAIL[0], w)) / polynomial(TAIL[1], w))) / z;
}

/** Probability that a standard normal is at most z. Accurate in the far lower tail (no cancellation). */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) return NaN;
  return z < 0 ? upperTail(-z) : 1 - upperTail(z);
}

// Wichura (1988), algorithm AS 241 (PPND16), lowest power first.
const AS241 = {
  centre: [
    [
      3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457,
      67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
    ],
    [
      1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867,
      39307.89580009271061, 28729.085735721942674, 5226.495278852545925,
    ],
  ],
  middle: [
    [
      1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
      1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
    ],
    [
      1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
      0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
    ],
  ],
  far: [
    [
      6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
      0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ],
    [
      1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
      1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
    ],
  ],
} as const;

/** The z with normalCdf(z) = p; -Infinity at 0, Infinity at 1, NaN outside. Relative accuracy about 1e-16. */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return NaN;
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(AS241.centre[0], r)) / polynomial(AS241.centre[1], r);
  }
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const [above, below] = r <= 5 ? AS241.middle : AS241.far;
  const x = r <= 5 ? r - 1.6 : r - 5;
  return (Math.sign(q) * polynomial(above, x)) / polynomial(below, x);
}

/** The standard normal loss function E(Z - z)+ = pdf(z) - z (1 - cdf(z)). */
export function normalLoss(z: number): number {
  return normalPdf(z) - z * normalCdf(-z);
}

/**
 * A normal distribution of demand, `sd` >= 0. Demand is never negative, so what lies below zero counts as zero in
 * `quantile` and `cdf`; `mean` and `sd` are those of the normal itself.
 */
export function normalDistribution(mean: number, sd: number): Distribution {
  if (sd === 0) return pointDistribution(mean);
  return {
    kind: "normal",
    mean,
    sd,
    quantile: (p) => Math.max(0, mean + sd * normalQuantile(p)),
    cdf: (x) => (x < 0 ? 0 : normalCdf((x - mean) / sd)),
  };
}

/** All probability on one value. */
export function pointDistribution(value: number): Distribution {
  return { kind: "point", mean: value, sd: 0, quantile: () => Math.max(0, value), cdf: (x) => (x >= value ? 1 : 0) };
}
