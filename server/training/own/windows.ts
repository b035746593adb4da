import { notAvailable } from "../../../shared/define/errors.ts";
import { listedPart } from "../../../shared/demand/history/gaps.ts";
import { detectSeason } from "../../../shared/demand/history/seasons/detect-season.ts";
import type { TrainingRequest } from "./table.ts";

/** Values before the validation window that a series must have to be trained on. */
export const SHORTEST = 7;
/** Older values say nothing of the next periods. */
const LONGEST = 1500;
/** Series in which the season is looked for. */
const LOOKED_AT = 40;

/** A series in three parts, one after the other; gaps are NaN. */
export interface Windows {
  readonly sku: string;
  /** What the weights are fitted to. */
  readonly train: readonly number[];
  /** The window that decides when to stop. */
  readonly validation: readonly number[];
  /** The window that training never sees. */
  readonly held: readonly number[];
}

/** The table laid out for a training. */
export interface Plan {
  readonly season: number;
  readonly horizon: number;
  /** Series of the table. */
  readonly series: number;
  /** Those long enough, and not the same value throughout. */
  readonly windows: readonly Windows[];
}

/** How far ahead a buyer looks, by the season: four weeks of days, a quarter of weeks, a year of months. */
const HORIZONS: Readonly<Record<number, number>> = { 4: 8, 7: 28, 12: 12, 24: 48, 26: 13, 52: 13 };
const OTHER_HORIZON = 6;

/** The season that most series show; the longer one of two that are as frequent. */
function commonSeason(histories: readonly (readonly number[])[]): number {
  const step = Math.max(1, Math.floor(histories.length / LOOKED_AT));
  const counts = new Map<number, number>();
  for (let i = 0; i < histories.length; i += step) {
    const season = detectSeason(histories[i]!);
    counts.set(season, (counts.get(season) ?? 0) + 1);
  }
  return [...counts].sort(([a, x], [b, y]) => y - x || b - a)[0]?.[0] ?? 1;
}

/** Splits each series into its three windows. Throws a `UserError` where none is long enough. */
export function planTraining(request: Omit<TrainingRequest, "name">): Plan {
  const histories = Object.entries(request.series).map(
    ([sku, values]) => [sku, listedPart(values.map((x) => x ?? NaN))] as const,
  );
  const known = histories.map(([, values]) => values).filter((values) => values.length > SHORTEST);
  // The season must not be found by what is held back.
  const season =
    request.season ?? commonSeason(known.map((values) => values.slice(0, -(request.horizon ?? OTHER_HORIZON))));
  const horizon = request.horizon ?? HORIZONS[season] ?? OTHER_HORIZON;
  const windows = histories.flatMap(([sku, listed]): Windows[] => {
    const values = listed.slice(-LONGEST - 2 * horizon);
    const [from, to] = [values.length - 2 * horizon, values.length - horizon];
    const train = values.slice(0, Math.max(0, from));
    const present = train.filter((x) => !Number.isNaN(x));
    if (present.length < SHORTEST || present.every((x) => x === present[0])) return [];
    return [{ sku, train, validation: values.slice(from, to), held: values.slice(to) }];
  });
  if (windows.length === 0)
    throw notAvailable(
      `series: at least one must have ${SHORTEST + 2 * horizon} periods of changing demand: ${SHORTEST} to learn from and twice the horizon of ${horizon} to check on`,
    );
  return { season, horizon, series: histories.length, windows };
}

/** The plan with the validation windows among what is learnt from. */
export function withValidation(plan: Plan): Plan {
  const windows = plan.windows.map((each) => ({ ...each, train: [...each.train, ...each.validation] }));
  return { ...plan, windows };
}
