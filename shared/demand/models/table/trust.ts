import { fromTarget, type Examples } from "./examples.ts";
import { noiseClass, NOISE_CLASSES } from "./lesson.ts";

/** Shares of what was learnt, beside smoothing, that are tried on what it did not see. */
const SHARES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
/** From this share on it is believed as far as it can be. */
const ENOUGH = 0.5;
/** Fewer examples of a class say nothing against what is learnt. */
const FEWEST = 100;

/**
 * How far what was learnt is to be believed for each class of noise: as far as a mix with smoothing that errs least had a
 * share of it, on blocks of the past that did not teach it (totals at their edges reach into the next). What it does not earn there, it does not get.
 */
export function trustOf({ targets, weights, smoothed, noise }: Examples, foretold: Float64Array): number[] {
  return Array.from({ length: NOISE_CLASSES }, (_, one) => {
    const members = [...noise.keys()].filter((i) => noiseClass(noise[i]!) === one);
    if (members.length < FEWEST) return 1;
    const errorOf = (share: number): number =>
      members.reduce((sum, i) => {
        const [actual, learnt, usual] = [targets[i]!, foretold[i]!, smoothed[i]!].map((x) => fromTarget(x, 1)) as [
          number,
          number,
          number,
        ];
        return sum + weights[i]! * Math.abs(share * learnt + (1 - share) * usual - actual);
      }, 0);
    const errors = SHARES.map(errorOf);
    const best = SHARES[errors.indexOf(Math.min(...errors))]!;
    return Math.min(1, best / ENOUGH);
  });
}
