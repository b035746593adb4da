import { normalCdf } from "../../numeric/normal.ts";
import { checkOverdispersed, isOverdispersed } from "./negative-binomial.ts";

/** The families of which whole-unit demand is made; the normal one is rounded to whole units, none below zero. */
export const WHOLE_FAMILIES = ["poisson", "negative-binomial", "normal"] as const;
export type WholeFamily = (typeof WHOLE_FAMILIES)[number];

/** Poisson unless an sd says otherwise: then negative binomial where demand varies more than Poisson's, else normal. */
export function usualWholeFamily(mean: number, sd: number | undefined): WholeFamily {
  if (sd === undefined) return "poisson";
  return isOverdispersed(mean, sd) ? "negative-binomial" : "normal";
}

/** Probabilities below this share of the largest are left out. */
const NEGLIGIBLE = 1e-18;

/** Probabilities of 0, 1, 2, ... from the ratios f(k + 1) / f(k), started at the mode and scaled to add up to 1. */
function fromRatios(mode: number, ratio: (k: number) => number): number[] {
  const up = [1];
  for (let k = mode; up.at(-1)! > NEGLIGIBLE; k += 1) up.push(up.at(-1)! * ratio(k));
  const down = new Array<number>(mode).fill(0);
  for (let k = mode - 1, f = 1; k >= 0 && f > NEGLIGIBLE; k -= 1) down[k] = f /= ratio(k);
  return scaled([...down, ...up]);
}

function scaled(weights: readonly number[]): number[] {
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((w) => w / total);
}

const poissonMass = (mean: number): number[] => fromRatios(Math.floor(mean), (k) => mean / (k + 1));

function negativeBinomialMass(mean: number, sd: number): number[] {
  checkOverdispersed(mean, sd);
  const variance = sd ** 2;
  const size = mean ** 2 / (variance - mean);
  const more = 1 - mean / variance;
  const mode = size > 1 ? Math.floor(((size - 1) * more) / (1 - more)) : 0;
  return fromRatios(mode, (k) => ((k + size) / (k + 1)) * more);
}

function normalMass(mean: number, sd: number): number[] {
  if (sd === 0) return [...new Array<number>(Math.round(mean)).fill(0), 1];
  const weights: number[] = [];
  for (let k = 0; k <= mean + 9 * sd; k += 1) {
    const from = (k - 0.5 - mean) / sd;
    const to = (k + 0.5 - mean) / sd;
    // Taken in the tail that is small, where a difference keeps its digits.
    if (from > 0) weights.push(normalCdf(-from) - normalCdf(-to));
    else weights.push(normalCdf(to) - (k === 0 ? 0 : normalCdf(from)));
  }
  return scaled(weights);
}

const MASSES: Readonly<Record<WholeFamily, (mean: number, sd: number) => number[]>> = {
  poisson: poissonMass,
  "negative-binomial": negativeBinomialMass,
  normal: normalMass,
};

/**
 * Probability of each whole number of units from 0 on, of demand with this mean (> 0) and sd (>= 0). Throws a `UserError`
 * where "negative-binomial" demand would vary no more than Poisson's.
 */
export function wholeUnits(family: WholeFamily, mean: number, sd: number): number[] {
  return MASSES[family](mean, sd);
}
