import { naiveScales, pinball } from "../../../shared/demand/origins/errors.ts";
import type { ForecastPath } from "../../../shared/demand/models/path.ts";
import { pathOf } from "../../../shared/demand/forecast/forecast.ts";
import { forecaster } from "../../../shared/demand/forecast/forecaster.ts";
import { THOROUGH } from "../../../shared/demand/forecast/profile.ts";
import { notAvailable } from "../../../shared/define/errors.ts";
import { fillGaps } from "../../../shared/demand/history/gaps.ts";
import { forecastSeasons } from "../../../shared/demand/networks/sequence/forecast-seasons.ts";
import { seasonalNaive } from "../../../shared/demand/networks/sequence/forecast.ts";
import { PROBABILITIES, type Network } from "../../../shared/demand/networks/sequence/network.ts";
import type { RivalKey, TrainingCard, WindowErrors } from "../../../shared/demand/networks/trained/card.ts";
import { spaced } from "./examples.ts";
import type { Plan } from "./windows.ts";

/** Series that are scored at most: more would take minutes and say the same. */
const SCORED = 300;

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

type Forecast = (history: readonly number[]) => ForecastPath;

/** Errors of one forecast of the held-back window, in units of `scale`; unknown actuals are left out. */
function errorsOf(path: ForecastPath, held: readonly number[], scale: number, least: number): WindowErrors {
  const known = held.flatMap((y, i) => (Number.isNaN(y) ? [] : [i]));
  const bounded = (values: readonly number[]): number[] => values.map((x) => Math.max(least, x));
  const central = bounded(path.mean);
  const quantiles = PROBABILITIES.map((p) => bounded(path.quantile(p)));
  return {
    mase: mean(known.map((i) => Math.abs(held[i]! - central[i]!))) / scale,
    pinball: mean(PROBABILITIES.map((p, j) => mean(known.map((i) => pinball(held[i]!, quantiles[j]![i]!, p))))) / scale,
  };
}

export interface Scores {
  readonly scored: number;
  readonly trained: WindowErrors;
  readonly rivals: TrainingCard["rivals"];
}

/** Measures the trained network beside its rivals on the windows that training never saw. */
export function scoreOnHeld(
  { windows, season, horizon }: Plan,
  networks: { readonly trained: Network; readonly pretrained: Network; readonly current: Network | undefined },
  progress: (share: number) => void,
): Scores {
  const { trained, pretrained, current } = networks;
  const by =
    (network: Network): Forecast =>
    (history) =>
      forecastSeasons(network, history, season, horizon);
  const best = forecaster({ networks: { sequence: pretrained }, profile: THOROUGH });
  const rivals: [RivalKey, Forecast][] = [
    ["best", (history) => pathOf(best(history, season), horizon)],
    ["pretrained", by(pretrained)],
    ["naive", (history) => seasonalNaive(fillGaps(history, season), season, horizon)],
    ...(current ? [["current", by(current)] as [RivalKey, Forecast]] : []),
  ];
  const methods = [by(trained), ...rivals.map(([, forecast]) => forecast)];
  const chosen = spaced(windows, SCORED);
  const rows = chosen.flatMap(({ train, validation, held }, i) => {
    progress(i / chosen.length);
    const history = [...train, ...validation];
    const scale = naiveScales(history, history.length > season ? season : 1).absolute;
    if (!(scale > 0) || held.every(Number.isNaN)) return [];
    const least = history.some((x) => x < 0) ? -Infinity : 0;
    return [methods.map((forecast) => errorsOf(forecast(history), held, scale, least))];
  });
  if (rows.length === 0)
    throw notAvailable(`series: the last ${horizon} periods hold no known demand to measure the model on`);
  const meanOf = (k: number): WindowErrors => ({
    mase: mean(rows.map((row) => row[k]!.mase)),
    pinball: mean(rows.map((row) => row[k]!.pinball)),
  });
  return {
    scored: rows.length,
    trained: meanOf(0),
    rivals: rivals.map(([rival], k) => ({ rival, ...meanOf(k + 1) })),
  };
}
