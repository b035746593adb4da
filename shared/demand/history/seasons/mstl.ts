import { stl, usualWindows } from "./stl.ts";

/** A series as the sum of trend, one seasonal part a season, and the rest. */
export interface Mstl {
  readonly trend: Float64Array;
  /** In the order of the seasons given. */
  readonly seasonal: readonly Float64Array[];
  readonly remainder: Float64Array;
}

/** Rounds in which the seasons are told apart. */
const ROUNDS = 2;

/**
 * Decomposition with several seasons (Bandara, Hyndman and Bergmeir, 2021): STL for each season in turn on what the
 * others leave, shortest first, in two rounds. As R `forecast::mstl` and statsforecast `mstl`.
 * @param seasons lengths above 1, ascending, each at most half of the series
 * @param jump see `stl`
 */
export function mstl(values: readonly number[], seasons: readonly number[], jump = 0): Mstl {
  let rest = Float64Array.from(values);
  let trend = new Float64Array(values.length);
  const seasonal = seasons.map(() => new Float64Array(values.length));
  for (let round = 0; round < (seasons.length > 1 ? ROUNDS : 1); round += 1)
    for (const [i, season] of seasons.entries()) {
      const own = rest.map((x, t) => x + seasonal[i]![t]!);
      const found = stl(own, season, usualWindows(season, 7 + 4 * (i + 1)), jump);
      seasonal[i] = Float64Array.from(found.seasonal);
      trend = Float64Array.from(found.trend);
      rest = own.map((x, t) => x - found.seasonal[t]!);
    }
  return { trend, seasonal, remainder: rest.map((x, t) => x - trend[t]!) };
}
