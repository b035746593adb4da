import { forecastNetwork, seasonalNaive } from "../../shared/demand/network/forecast.ts";
import type { Network } from "../../shared/demand/network/network.ts";
import { readSet, type TestedSeries } from "./data.ts";
import { scoresOf, type Score } from "./score.ts";
import { heldOut } from "./series.ts";

/** Sets scored, with the season of MASE's scale: M4 scores weekly series against the last value. */
export const SCORED: readonly { readonly set: string; readonly scale?: number }[] = [
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

/** Share of the actuals between the quantiles that leave (1 - level) / 2 on each side, in percent. */
function coverage(network: Network, series: readonly TestedSeries[], level: number): number {
  let inside = 0;
  let count = 0;
  for (const s of series) {
    const path = forecastNetwork(network, s.train, s.season, s.test.length);
    const low = path.quantile((1 - level) / 2);
    const high = path.quantile((1 + level) / 2);
    s.test.forEach((y, i) => (inside += y >= low[i]! && y <= high[i]! ? 1 : 0));
    count += s.test.length;
  }
  return (100 * inside) / count;
}

/** Scores on the test parts: of the held-out half of the ids, or of all. */
export function measure(folder: string, network: Network, half: boolean): Measured[] {
  return SCORED.flatMap(({ set, scale }) => {
    const series = readSet(folder, set).filter((s) => !half || heldOut(s));
    if (series.length === 0) return [];
    const scaleSeason = (s: TestedSeries): number => scale ?? s.season;
    const methods = [
      { method: "network", path: (s: TestedSeries) => forecastNetwork(network, s.train, s.season, s.test.length).mean },
      {
        method: "seasonal naive",
        path: (s: TestedSeries) => seasonalNaive(s.train, scaleSeason(s), s.test.length).mean,
      },
    ];
    const covered = {
      coverage80: rounded(coverage(network, series, 0.8)),
      coverage95: rounded(coverage(network, series, 0.95)),
    };
    return methods.flatMap(({ method, path }) =>
      scoresOf(series, scaleSeason, path).map((score, i, all) => ({
        set,
        method,
        name: score.name,
        count: score.count,
        sMAPE: rounded(score.sMAPE),
        MASE: rounded(score.MASE),
        ...(method === "network" && i === all.length - 1 && covered),
      })),
    );
  });
}

const rounded = (x: number): number => Number(x.toFixed(3));
