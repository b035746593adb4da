import type { Fitted, Series } from "./model.ts";

/** Weight of a value relative to the one after it: of what can be done with five values, best on M1, M3 and hospital. */
const MEMORY = 0.5;
/** Coefficient of variation believed before there are errors to go by, worth this many errors. */
const PRIOR = { variation: 0.25, errors: 2 } as const;

/** Mean of the values with weights that halve backwards; the first value alone is its own mean. */
function weightedMean(values: readonly number[]): number {
  let sum = 0;
  let weight = 0;
  for (const x of values) {
    sum = MEMORY * sum + x;
    weight = MEMORY * weight + 1;
  }
  return sum / weight;
}

/**
 * A level from a handful of values: too few to tell trend or season from noise. Its errors are padded with what usual
 * demand varies by, since two or three values seldom show how much it does.
 */
export function fitShort({ values }: Series): Fitted {
  const level = weightedMean(values);
  const scale = PRIOR.variation * Math.abs(level);
  const own = values.slice(1).map((x, i) => x - weightedMean(values.slice(0, i + 1)));
  return {
    name: "Weighted mean",
    predict: (horizon) => new Array<number>(horizon).fill(level),
    errors: [...new Array<number>(PRIOR.errors).fill(scale), ...own],
    relative: false,
    response: (horizon) => new Array<number>(horizon).fill(1 - MEMORY),
    parameters: 0,
  };
}
