import { engines } from "../../server/engines/index.ts";
import { evaluate } from "../../shared/define/evaluate.ts";
import { fitEts } from "../../shared/demand/models/ets/ets.ts";
import type { Fit } from "../../shared/demand/models/model.ts";
import { fitSeasonalNaive } from "../../shared/demand/models/seasonal-naive.ts";
import { fitStatisticalMean } from "../../shared/demand/models/statistical-mean.ts";
import { findFunction } from "../../shared/functions/index.ts";
import { dataFolder } from "../../server/training/pretrained/data.ts";
import { readDominicks, readRossmann, type DrivenSeries } from "../../server/training/pretrained/driver-series.ts";
import type { Figure } from "./main.ts";

type Method = (series: DrivenSeries) => readonly number[] | Promise<readonly number[]>;

const by =
  (fit: Fit, season?: number): Method =>
  ({ train, season: own, test }) =>
    fit({ values: train.slice(-420), season: season ?? own }).predict(test.length);

/** A worksheet function as it would be called, with or without the driver columns. */
const called =
  (name: string, withColumns: boolean): Method =>
  async ({ train, test, season, drivers }) => {
    const rows = (from: number, to: number): number[][] =>
      Array.from({ length: to - from }, (_, t) => drivers.map((column) => column[from + t]!));
    const n = train.length;
    // FORECAST_LSTM has a model before its drivers.
    const before = name === "FORECAST_LSTM" ? [null, null] : [null];
    const extra = withColumns ? [...before, rows(0, n), rows(n, n + test.length)] : [];
    const args = [train.map((x) => [x]), test.length, season, ...extra];
    const outcome = await evaluate(findFunction(name)!, args, engines, String);
    if ("error" in outcome) throw new Error(`${name}: ${outcome.error.message}`);
    return (outcome.value as number[][]).map(([x]) => x!);
  };

/** Mean absolute error over that of the seasonal naive forecast within the history. */
function mase({ train, test, season }: DrivenSeries, path: readonly number[]): number {
  let scale = 0;
  for (let t = season; t < train.length; t += 1) scale += Math.abs(train[t]! - train[t - season]!);
  const error = test.reduce((a, y, h) => a + Math.abs(y - path[h]!), 0) / test.length;
  return error / (scale / (train.length - season));
}

const WITHOUT: Readonly<Record<string, Method>> = {
  "seasonal naive": by(fitSeasonalNaive),
  "statistical mean": by(fitStatisticalMean),
  ETS: by(fitEts),
  FORECAST_BEST: called("FORECAST_BEST", false),
  FORECAST_LSTM: called("FORECAST_LSTM", false),
};
const WITH = ["FORECAST_BEST", "FORECAST_LSTM", "FORECAST_ETS", "FORECAST_ML"];

async function compare(
  set: string,
  series: readonly DrivenSeries[],
  others: Record<string, Method>,
): Promise<Figure[]> {
  const score = async (method: Method): Promise<{ mean: number; milliseconds: number }> => {
    const start = performance.now();
    let sum = 0;
    for (const one of series) sum += mase(one, await method(one));
    return { mean: sum / series.length, milliseconds: (performance.now() - start) / series.length };
  };
  const figures: Figure[] = [];
  let peer = Infinity;
  for (const [name, method] of Object.entries({ ...WITHOUT, ...others })) {
    const { mean } = await score(method);
    peer = Math.min(peer, mean);
    figures.push({ name: `${set} MASE without drivers, ${name}, ${series.length} series`, value: mean, unit: "ratio" });
  }
  for (const name of WITH) {
    const { mean, milliseconds } = await score(called(name, true));
    figures.push(
      {
        name: `${set} MASE with drivers, ${name}, ${series.length} series`,
        value: mean,
        unit: "ratio",
        peer,
        ratio: mean / peer,
      },
      { name: `${set} time with drivers, ${name}`, value: milliseconds, unit: "ms/series" },
    );
  }
  return figures;
}

/** Every n-th series: `LOTWISE_EVERY=1` for all of them. */
function thinned<T>(series: readonly T[]): T[] {
  const every = Number(process.env["LOTWISE_EVERY"] ?? "10");
  return series.filter((_, i) => i % every === 0);
}

/** What promotion, holiday and price columns are worth; the peer is the best method without them. */
export async function run(): Promise<Figure[]> {
  const folder = dataFolder();
  const [plain, weekdays, juice] = [readRossmann(folder, false), readRossmann(folder, true), readDominicks(folder)];
  if (plain.length === 0 || juice.length === 0)
    throw new Error("no data: set LOTWISE_DATA to the folder that holds dev/rossmann_daily.csv.gz");
  return [
    ...(await compare("Rossmann", thinned(plain), { "seasonal naive, 12 open days": by(fitSeasonalNaive, 12) })),
    ...(await compare("Rossmann with weekday", thinned(weekdays), {})),
    ...(await compare("Dominick's", thinned(juice), {})),
  ];
}
