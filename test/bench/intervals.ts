import { engines } from "../../server/engines/index.ts";
import { dataFolder, readSet, type TestedSeries } from "../../server/training/pretrained/data.ts";
import { METHODS, type Method } from "../../shared/demand/backtest/methods.ts";
import type { Figure } from "./main.ts";

/** What is asked, and how many of the series: the ARIMA search takes longer. */
const ASKED: Readonly<Record<string, number>> = {
  BEST: 1,
  LSTM: 1,
  ETS: 1,
  THETA: 1,
  CES: 1,
  ARIMA: 1,
  SES: 1,
  NAIVE: 1,
  SEASONAL_NAIVE: 1,
};
/** The sets whose test parts the calibration was learnt on, then two that had no say in it. */
const SETS = ["m3", "m4_weekly", "m1", "hospital"] as const;
const LEVELS = [0.5, 0.8, 0.9, 0.95, 0.99] as const;

const average = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** Shares of the test periods of one series inside the central intervals of each level, none below 0. */
function insideOf({ train, season, test }: TestedSeries, method: Method): number[] {
  const path = method(train, season, test.length);
  return LEVELS.map((level) => {
    const [low, high] = [path.quantile((1 - level) / 2), path.quantile((1 + level) / 2)];
    return average(test.map((y, h) => (y >= Math.max(0, low[h]!) && y <= Math.max(0, high[h]!) ? 1 : 0)));
  });
}

/** Coverage of the central intervals by method, set and frequency: the share of what came that lay inside. */
export async function run(): Promise<Figure[]> {
  const folder = dataFolder();
  const sets = SETS.map((name) => ({ name, series: readSet(folder, name) })).filter(({ series }) => series.length > 0);
  if (sets.length === 0) throw new Error(`none of ${SETS.join(", ")} is in ${folder}: LOTWISE_DATA names the folder`);
  const figures: Figure[] = [];
  for (const [method, every] of Object.entries(ASKED)) {
    const forecast = await METHODS[method]!(engines);
    for (const { name, series } of sets) {
      const chosen = series.filter(({ test }, i) => i % every === 0 && !test.some(Number.isNaN));
      const rows = chosen.map((one) => ({ frequency: one.frequency, inside: insideOf(one, forecast) }));
      for (const frequency of new Set(rows.map((row) => row.frequency)))
        LEVELS.forEach((level, i) => {
          const of = rows.filter((row) => row.frequency === frequency);
          figures.push({
            name: `inside the ${100 * level}% interval, ${method}, ${name} ${frequency}, ${of.length} series`,
            value: 100 * average(of.map((row) => row.inside[i]!)),
            unit: "%",
            peer: 100 * level,
          });
        });
    }
  }
  return figures;
}
