import type { Fitted, Series } from "./model.ts";
import { fitNaive } from "./naive.ts";

/** The last season repeats; the naive forecast where there is not yet a whole season. */
export function fitSeasonalNaive(series: Series): Fitted {
  const { values, season } = series;
  if (season < 2 || values.length <= season) return fitNaive(series);
  const last = values.slice(-season);
  return {
    name: "Seasonal naive",
    predict: (horizon) => Array.from({ length: horizon }, (_, h) => last[h % season]!),
    errors: values.slice(season).map((x, i) => x - values[i]!),
    relative: false,
    response: (horizon) => Array.from({ length: horizon }, (_, h) => ((h + 1) % season === 0 ? 1 : 0)),
    parameters: 0,
  };
}
