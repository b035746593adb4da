import type { ArimaFit, ArimaOrder } from "./order.ts";
import { difference } from "./differencing.ts";

/**
 * ARIMA without AR and MA terms in closed form: mean, random walk, drift, seasonal random walk and their mixtures.
 * `order` has p = q = P = Q = 0. A series without noise has an infinite
 * likelihood. Undefined where differencing leaves too few values.
 */
export function fitWhiteNoise(values: readonly number[], order: ArimaOrder, horizon: number): ArimaFit | undefined {
  const { d, D, s, constant } = order;
  let noise: readonly number[] = values;
  for (let i = 0; i < D; i += 1) noise = difference(noise, s);
  for (let i = 0; i < d; i += 1) noise = difference(noise);
  const n = noise.length;
  if (n < 1 + (constant ? 1 : 0)) return undefined;
  const drift = constant ? noise.reduce((a, b) => a + b, 0) / n : 0;
  const variance = noise.reduce((a, x) => a + (x - drift) ** 2, 0) / n;
  const recursion = differenceCoefficients(order);
  return {
    coefficients: [],
    logLikelihood: (-n / 2) * (Math.log(2 * Math.PI * variance) + 1),
    mean: extend(values, recursion, drift, horizon).slice(values.length),
    standardError: cumulativeErrors(recursion, horizon).map((sum) => Math.sqrt(variance * sum)),
  };
}

/** c with x[t] = c[1] x[t-1] + c[2] x[t-2] + ... + noise, from (1 - B)^d (1 - B^s)^D. */
function differenceCoefficients({ d, D, s }: ArimaOrder): number[] {
  let polynomial = [1];
  const times = (lag: number): void => {
    const next = [...polynomial, ...new Array<number>(lag).fill(0)];
    polynomial.forEach((x, i) => (next[i + lag]! -= x));
    polynomial = next;
  };
  for (let i = 0; i < D; i += 1) times(s);
  for (let i = 0; i < d; i += 1) times(1);
  return polynomial.map((x) => -x);
}

function extend(start: readonly number[], recursion: readonly number[], drift: number, horizon: number): number[] {
  const path = [...start];
  for (let h = 0; h < horizon; h += 1)
    path.push(recursion.reduce((a, c, lag) => (lag === 0 ? a : a + c * (path.at(-lag) ?? 0)), drift));
  return path;
}

/** Sums of the squared weights of past errors, psi0² + ... + psi(h-1)². */
function cumulativeErrors(recursion: readonly number[], horizon: number): number[] {
  const psi = extend([1], recursion, 0, horizon - 1);
  let sum = 0;
  return psi.map((x) => (sum += x * x));
}
