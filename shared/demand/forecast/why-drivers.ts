import type { DriverColumns } from "../causes/columns.ts";
import { driverEffects } from "../causes/effects.ts";
import type { Reason } from "./why.ts";

/** Each scenario is told for two periods in a row, so that an effect a period later counts in the second. */
const PERIODS = 2;

function sorted(column: readonly number[]): number[] {
  return column.filter((x) => !Number.isNaN(x)).sort((a, b) => a - b);
}

export interface DriversExplained {
  readonly reasons: readonly Reason[];
  /** The history as it would have been with every driver as usual. */
  readonly adjusted: readonly number[];
}

/**
 * What each driver does to demand: by how much demand differs, all else at its median, between the driver's lowest and
 * highest value so far, as the regression on drivers of FORECAST_BEST estimates it.
 * @param past one column a driver, as long as the history, NaN where it is not known
 */
export function explainDrivers(
  values: readonly number[],
  season: number,
  past: DriverColumns["past"],
): DriversExplained {
  const ordered = past.map(sorted);
  const usual = ordered.map((column) => column[Math.floor(column.length / 2)] ?? 0);
  const ends = ordered.map((column) => [column[0] ?? 0, column.at(-1) ?? 0] as const);
  const scenarios = ends.flatMap((pair, j) => pair.map((x) => usual.map((u, k) => (k === j ? x : u))));
  const future = past.map((_, k) => scenarios.flatMap((row) => new Array<number>(PERIODS).fill(row[k]!)));
  const { multiplicative, past: effects, ahead } = driverEffects(values, season, { past, future });
  const effectOf = (scenario: number): number => ahead[PERIODS * scenario + PERIODS - 1]!;
  return {
    adjusted: values.map((x, t) => (multiplicative ? x / effects[t]! : x - effects[t]!)),
    reasons: ends.map(([low, high], j): Reason => {
      const [before, after] = [effectOf(2 * j), effectOf(2 * j + 1)];
      const change = multiplicative ? after / before - 1 : after - before;
      const words = multiplicative ? "share by which demand changes" : "units by which demand changes";
      return ["driver", change, `column ${j + 1}: ${words} from its lowest value (${low}) to its highest (${high})`];
    }),
  };
}
