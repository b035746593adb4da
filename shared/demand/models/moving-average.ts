import type { Fit } from "./model.ts";

/** The mean of the last `periods` values goes on; of all where there are fewer. */
export function movingAverage(periods: number): Fit {
  return ({ values }) => {
    const before = (t: number): number => {
      const window = values.slice(Math.max(0, t - periods), t);
      return window.reduce((a, b) => a + b, 0) / window.length;
    };
    const level = before(values.length);
    return {
      name: `Moving average of ${periods}`,
      predict: (horizon) => new Array<number>(horizon).fill(level),
      errors: values.slice(periods).map((x, i) => x - before(periods + i)),
      relative: false,
      response: (horizon) => new Array<number>(horizon).fill(1 / periods),
      parameters: 1,
    };
  };
}
