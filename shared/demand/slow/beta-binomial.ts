import type { Incidence } from "./incidence.ts";

function whole(periods: number, { probability, concentration }: Incidence): Float64Array {
  const a = probability * concentration;
  const b = (1 - probability) * concentration;
  const weights = new Float64Array(periods + 1);
  let log = 0;
  for (let i = 0; i < periods; i += 1) log += Math.log((b + i) / (concentration + i));
  for (let k = 0; k <= periods; k += 1) {
    weights[k] = Math.exp(log);
    if (k < periods) log += Math.log((((periods - k) / (k + 1)) * (a + k)) / (b + periods - k - 1));
  }
  return weights;
}

/**
 * Probabilities of 0, 1, 2, ... periods with demand among `periods`: beta-binomial (Johnson, Kemp and Kotz, Univariate
 * Discrete Distributions, 6.2.2). A part of a period is that share of the chance of one more.
 */
export function busyPeriods(periods: number, incidence: Incidence): Float64Array {
  const below = Math.floor(periods);
  const part = periods - below;
  if (part === 0) return whole(below, incidence);
  const few = whole(below, incidence);
  return whole(below + 1, incidence).map((w, k) => part * w + (1 - part) * (few[k] ?? 0));
}
