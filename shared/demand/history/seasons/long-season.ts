import { adjustSeason, centredAverage, suitsLogarithms } from "./seasonal-adjustment.ts";

/** The longer season that may go with a shorter one: days of a week and of a year, hours of a day and of a week. */
const LONGER: Readonly<Record<number, number>> = { 7: 365, 24: 168, 48: 336, 96: 672 };
/** Two of the longer season leave nothing to tell it from noise. */
const FEWEST_PERIODS = 2.5;
/** Less of the pattern believed than this is not worth carrying. */
const WEAKEST = 0.3;

/** A series without its longer season, and how to put that back. */
export interface LongSeason {
  /** Periods in the longer season. */
  readonly period: number;
  readonly adjusted: readonly number[];
  /** Share of the raw pattern that noise does not explain. */
  readonly strength: number;
  readonly multiplicative: boolean;
  /** Factor or summand of the period t, counted from the history's first. */
  effect(t: number): number;
  /** Takes the season of the period t, counted from the history's first, out of a value. */
  remove(x: number, t: number): number;
  /** Puts it back on a forecast. */
  restore(x: number, t: number): number;
}

/**
 * Takes out the longer of two seasons: the pattern in averages over the shorter one, shrunk as far as noise explains it. Undefined where there is none to speak of, or the history is shorter than two and
 * a half of it.
 */
export function takeLongSeason(values: readonly number[], season: number): LongSeason | undefined {
  const period = LONGER[season];
  if (period === undefined || values.length < FEWEST_PERIODS * period) return undefined;
  const multiplicative = suitsLogarithms(values);
  const data = multiplicative ? values.map(Math.log) : values;
  // Ends without a whole season around them take the nearest average.
  const averages = centredAverage(data, season);
  const half = Math.floor(season / 2);
  const smooth = averages.map((_, t) => averages[Math.min(Math.max(t, half), values.length - 1 - half)]!);
  const { strength, effect } = adjustSeason(smooth, period, false);
  if (strength < WEAKEST) return undefined;
  const remove = (x: number, t: number): number => (multiplicative ? x / Math.exp(effect(t)) : x - effect(t));
  return {
    period,
    strength,
    multiplicative,
    effect: (t) => (multiplicative ? Math.exp(effect(t)) : effect(t)),
    adjusted: values.map(remove),
    remove,
    restore: (x, t) => (multiplicative ? x * Math.exp(effect(t)) : x + effect(t)),
  };
}
