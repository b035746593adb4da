import type { DriverEffects } from "../../../shared/demand/causes/effects.ts";
import { withDrivers } from "../../../shared/demand/causes/with-drivers.ts";
import { forecastSeasons } from "../../../shared/demand/networks/sequence/forecast-seasons.ts";
import type { Network } from "../../../shared/demand/networks/sequence/network.ts";
import { readDominicks, readRossmann, type DrivenSeries } from "./driver-series.ts";
import { mase } from "./score.ts";

/** Sets with drivers that are scored. */
const SCORED: readonly { readonly name: string; read(folder: string): DrivenSeries[] }[] = [
  { name: "Rossmann", read: (folder) => readRossmann(folder, false) },
  { name: "Rossmann with weekday", read: (folder) => readRossmann(folder, true) },
  { name: "Dominick's", read: readDominicks },
];

/** Mean MASE over a set, three ways, and the shares of the actuals inside the 80 and 95% intervals, in percent. */
export interface MeasuredDrivers {
  readonly set: string;
  readonly method: "without drivers" | "regression around the network" | "drivers as inputs";
  readonly count: number;
  readonly MASE: number;
  readonly coverage80: number;
  readonly coverage95: number;
}

const LEVELS = [0.8, 0.95] as const;

/** Scores on the test parts of series with drivers, each forecast by the network that `networkOf` names. */
export async function measureDrivers(
  folder: string,
  networkOf: (series: DrivenSeries) => Network,
): Promise<MeasuredDrivers[]> {
  const measured: MeasuredDrivers[] = [];
  for (const { name, read } of SCORED) {
    const series = read(folder);
    if (series.length === 0) continue;
    const methods = ["without drivers", "regression around the network", "drivers as inputs"] as const;
    const sums = methods.map(() => ({ MASE: 0, inside: LEVELS.map(() => 0) }));
    let periods = 0;
    for (const s of series) {
      const n = s.train.length;
      const columns = { past: s.drivers.map((c) => c.slice(0, n)), future: s.drivers.map((c) => c.slice(n)) };
      const one = (values: readonly number[], given?: DriverEffects) =>
        forecastSeasons(networkOf(s), values, s.season, s.test.length, given);
      const paths = [
        one(s.train),
        withDrivers(s.train, s.season, columns, (adjusted) => one(adjusted)),
        withDrivers(s.train, s.season, columns, one),
      ];
      periods += s.test.length;
      paths.forEach((path, k) => {
        const sum = sums[k]!;
        sum.MASE += mase(s.train, s.test, path.mean, s.season);
        LEVELS.forEach((level, j) => {
          const [low, high] = [path.quantile((1 - level) / 2), path.quantile((1 + level) / 2)];
          sum.inside[j]! += s.test.filter((y, i) => y >= low[i]! && y <= high[i]!).length;
        });
      });
    }
    measured.push(
      ...methods.map((method, k) => ({
        set: name,
        method,
        count: series.length,
        MASE: rounded(sums[k]!.MASE / series.length),
        coverage80: rounded((100 * sums[k]!.inside[0]!) / periods),
        coverage95: rounded((100 * sums[k]!.inside[1]!) / periods),
      })),
    );
  }
  return measured;
}

const rounded = (x: number): number => Number(x.toFixed(3));
