import { dataFolder, readSet } from "../../server/training/pretrained/data.ts";
import { detectSeason } from "../../shared/demand/history/seasons/detect-season.ts";
import { normalQuantile } from "../../shared/numeric/normal.ts";
import type { Figure } from "./main.ts";

const SERIES = 1000;

/** Share of white noise series of a length in which a season is found. */
function falseAlarms(length: number): Figure {
  let state = 12345;
  const noise = (): number => normalQuantile((state = (state * 48271) % 2147483647) / 2147483647);
  let found = 0;
  for (let i = 0; i < SERIES; i += 1)
    if (detectSeason(Array.from({ length }, () => 100 + 10 * noise())) !== 1) found += 1;
  return { name: `season found in noise, ${length} values`, value: (100 * found) / SERIES, unit: "%" };
}

/** Whether a series is seasonal by the M4 competition's test: the autocorrelation of its changes at the season's lag. */
function isSeasonal(values: readonly number[], season: number): boolean {
  const changes = values.slice(1).map((x, t) => x - values[t]!);
  const n = changes.length;
  if (n < 3 * season) return false;
  const mean = changes.reduce((a, b) => a + b, 0) / n;
  const covariance = (lag: number): number =>
    changes.slice(lag).reduce((a, x, t) => a + (x - mean) * (changes[t]! - mean), 0);
  const correlation = (lag: number): number => covariance(lag) / covariance(0);
  let squares = 0;
  for (let lag = 1; lag < season; lag += 1) squares += correlation(lag) ** 2;
  return Math.abs(correlation(season)) > 1.645 * Math.sqrt((1 + 2 * squares) / n);
}

/** How often the season is found where there is none, and where a series has one. */
export async function run(): Promise<Figure[]> {
  const figures = [12, 24, 36, 48, 60, 84, 120, 250].map(falseAlarms);
  const folder = dataFolder();
  for (const set of ["m3", "m1", "hospital", "m4_weekly", "nn5_daily"]) {
    const series = readSet(folder, set).filter(
      ({ season, train }) =>
        season > 1 &&
        isSeasonal(
          train.filter((x) => !Number.isNaN(x)),
          season,
        ),
    );
    for (const frequency of new Set(series.map((one) => one.frequency))) {
      const of = series.filter((one) => one.frequency === frequency);
      const found = of.map(({ train, season }) => [detectSeason(train), season] as const);
      const share = (right: (m: number, season: number) => boolean): number =>
        (100 * found.filter(([m, season]) => right(m, season)).length) / of.length;
      const title = `${of.length} seasonal series of ${set} ${frequency}`;
      figures.push(
        { name: `season found, ${title}`, value: share((m, season) => m === season), unit: "%" },
        { name: `another season found, ${title}`, value: share((m, season) => m !== season && m !== 1), unit: "%" },
      );
    }
  }
  return Promise.resolve(figures);
}
