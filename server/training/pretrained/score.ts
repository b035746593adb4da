import type { TestedSeries } from "./data.ts";
import { smape } from "./smape.ts";

/** Mean absolute error over that of the seasonal naive forecast in the history (Hyndman and Koehler 2006). */
export function mase(
  history: readonly number[],
  actual: readonly number[],
  forecast: readonly number[],
  season: number,
): number {
  let scale = 0;
  for (let t = season; t < history.length; t++) scale += Math.abs(history[t]! - history[t - season]!);
  scale /= history.length - season;
  return actual.reduce((sum, y, i) => sum + Math.abs(y - forecast[i]!), 0) / actual.length / scale;
}

export interface Score {
  readonly name: string;
  readonly count: number;
  readonly sMAPE: number;
  readonly MASE: number;
}

/** Mean scores by frequency and over all, of the series whose MASE exists. */
export function scoresOf(
  series: readonly TestedSeries[],
  scaleSeason: (s: TestedSeries) => number,
  forecast: (s: TestedSeries) => readonly number[],
): Score[] {
  const rows = series.map((s) => {
    const path = forecast(s);
    return { name: s.frequency, sMAPE: smape(s.test, path), MASE: mase(s.train, s.test, path, scaleSeason(s)) };
  });
  const names = [...new Set(rows.map((row) => row.name))];
  const summary = (name: string, chosen: typeof rows): Score => ({
    name,
    count: chosen.length,
    sMAPE: chosen.reduce((sum, row) => sum + row.sMAPE, 0) / chosen.length,
    MASE: mean(chosen.map((row) => row.MASE).filter(Number.isFinite)),
  });
  const each = names.map((name) =>
    summary(
      name,
      rows.filter((row) => row.name === name),
    ),
  );
  return names.length > 1 ? [...each, summary("all", rows)] : each;
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
