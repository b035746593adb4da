import type { ForecastPath } from "../../../shared/demand/models/path.ts";
import { pathOf } from "../../../shared/demand/forecast/forecast.ts";
import { forecaster } from "../../../shared/demand/forecast/forecaster.ts";
import { THOROUGH } from "../../../shared/demand/forecast/profile.ts";
import { fitTheta } from "../../../shared/demand/models/theta.ts";
import { forecastNetwork, seasonalNaive } from "../../../shared/demand/networks/sequence/forecast.ts";
import type { Network } from "../../../shared/demand/networks/sequence/network.ts";
import { seasonallyAdjusted } from "../../../shared/demand/models/transforms.ts";
import { readSet, type TestedSeries } from "./data.ts";
import { scoresOf, type Score } from "./score.ts";

/** Sets scored, with the season of MASE's scale: M4 scores weekly series against the last value. */
const SCORED: readonly { readonly set: string; readonly scale?: number }[] = [
  { set: "m3" },
  { set: "m4_weekly", scale: 1 },
  { set: "hospital" },
];

export interface Measured extends Score {
  readonly set: string;
  readonly method: string;
  /** Shares of the actuals inside the central 80 and 95% intervals, in percent. */
  readonly coverage80?: number;
  readonly coverage95?: number;
}

/** The network that forecasts a series. */
export type NetworkOf = (series: TestedSeries) => Network;

interface Method {
  readonly method: string;
  readonly central: (s: TestedSeries) => readonly number[];
  /** Where intervals are measured too. */
  readonly path?: (s: TestedSeries) => ForecastPath;
}

/** A function's answers, each asked for once. */
function kept<Answer>(answer: (s: TestedSeries) => Answer): (s: TestedSeries) => Answer {
  const answers = new Map<TestedSeries, Answer>();
  return (s) => {
    if (!answers.has(s)) answers.set(s, answer(s));
    return answers.get(s)!;
  };
}

function intervals(method: string, answer: (s: TestedSeries) => ForecastPath): Method {
  const path = kept(answer);
  return { method, path, central: (s) => path(s).mean };
}

/** What is measured beside each other; `scale` is the season of the set's naive forecast, where it is not the series'. */
function methodsOf(networkOf: NetworkOf, scale: number | undefined): Method[] {
  const theta = seasonallyAdjusted(() => fitTheta);
  return [
    intervals("network", (s) => forecastNetwork(networkOf(s), s.train, s.season, s.test.length)),
    intervals("FORECAST_BEST", (s) =>
      pathOf(forecaster({ networks: { sequence: networkOf(s) }, profile: THOROUGH })(s.train, s.season), s.test.length),
    ),
    { method: "Theta", central: (s) => theta({ values: s.train, season: s.season }).predict(s.test.length) },
    { method: "seasonal naive", central: (s) => seasonalNaive(s.train, scale ?? s.season, s.test.length).mean },
  ];
}

/** Share of the actuals between the quantiles that leave (1 - level) / 2 on each side, in percent. */
function coverage(path: (s: TestedSeries) => ForecastPath, series: readonly TestedSeries[], level: number): number {
  let inside = 0;
  let count = 0;
  for (const s of series) {
    const low = path(s).quantile((1 - level) / 2);
    const high = path(s).quantile((1 + level) / 2);
    s.test.forEach((y, i) => (inside += y >= low[i]! && y <= high[i]! ? 1 : 0));
    count += s.test.length;
  }
  return (100 * inside) / count;
}

/** Scores on the test parts of the series that `chosen` accepts. */
export function measure(folder: string, networkOf: NetworkOf, chosen: (s: TestedSeries) => boolean): Measured[] {
  return SCORED.flatMap(({ set, scale }) => {
    const series = readSet(folder, set).filter(chosen);
    if (series.length === 0) return [];
    return methodsOf(networkOf, scale).flatMap(({ method, central, path }) => {
      const scores = scoresOf(series, (s) => scale ?? s.season, central);
      return scores.map((score, i) => ({
        set,
        method,
        name: score.name,
        count: score.count,
        sMAPE: rounded(score.sMAPE),
        MASE: rounded(score.MASE),
        ...(path &&
          i === scores.length - 1 && {
            coverage80: rounded(coverage(path, series, 0.8)),
            coverage95: rounded(coverage(path, series, 0.95)),
          }),
      }));
    });
  });
}

const rounded = (x: number): number => Number(x.toFixed(3));
