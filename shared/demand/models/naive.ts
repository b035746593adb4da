import type { Fitted, Series } from "./model.ts";

/** The last value goes on. */
export function fitNaive({ values }: Series): Fitted {
  const last = values.at(-1)!;
  return {
    name: "Naive",
    predict: (horizon) => new Array<number>(horizon).fill(last),
    errors: values.slice(1).map((x, i) => x - values[i]!),
    relative: false,
    response: (horizon) => new Array<number>(horizon).fill(1),
    parameters: 0,
  };
}
