import type { Fitted } from "../models/model.ts";

/** A model whose forecast is one demand rate for all periods ahead. */
export function flatRate({
  name,
  values,
  path,
  response,
  parameters,
}: {
  readonly name: string;
  readonly values: readonly number[];
  /** Rate forecast before each period of the history and, last, after it; undefined where there is no demand. */
  readonly path: readonly number[] | undefined;
  /** By how much an error of 1 moves the rate. */
  readonly response: number;
  readonly parameters: number;
}): Fitted {
  const rate = path?.at(-1) ?? 0;
  return {
    name,
    predict: (horizon) => new Array<number>(horizon).fill(rate),
    errors: values.slice(1).map((x, i) => x - (path?.[i + 1] ?? 0)),
    relative: false,
    response: (horizon) => new Array<number>(horizon).fill(response),
    parameters,
  };
}
