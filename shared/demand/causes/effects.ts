import { EXPANSIONS, expandDrivers, type DriverColumns } from "./columns.ts";
import { regress, type Design, type Regression } from "./regression.ts";

/** What the drivers did to each past period and will do ahead: factors where multiplicative, else summands. */
export interface DriverEffects {
  readonly multiplicative: boolean;
  readonly past: readonly number[];
  readonly ahead: readonly number[];
  /** Standard error of each effect ahead: of its logarithm where multiplicative. */
  readonly errors: readonly number[];
}

/** Whether they change nothing, as those of drivers that never change. */
export function areIdle({ multiplicative, past, ahead }: DriverEffects): boolean {
  const none = multiplicative ? 1 : 0;
  return past.every((x) => x === none) && ahead.every((x) => x === none);
}

/** Seasons up to this length get an effect a season beside the drivers, so that a driver takes no season's credit. */
const LONGEST_SEASON = 12;
const SEASON_PULL = 1;
/** No driver changes demand by more than a factor of e^4, about 55. */
const LARGEST_EFFECT = 4;
/** Added to demand, as a share of its mean, before logarithms where some of it is zero; effects come out cautious. */
const ZERO_OFFSET = 0.3;
/** Fewer values than this say nothing of effects. */
const FEWEST = 6;
/** Older periods say little of today's effects. */
const LONGEST = 1000;

/**
 * Estimates the effects of drivers on one series (NaN where demand is unknown) by ridge regression beside a level that
 * drifts and a season: on logarithms where no demand is negative, so that effects multiply. Effects a period later and
 * products of drivers are taken in where generalised cross-validation finds them worth it.
 */
export function driverEffects(values: readonly number[], season: number, drivers: DriverColumns): DriverEffects {
  const start = Math.max(0, values.length - LONGEST);
  const recent = values.slice(start);
  const columns = { past: drivers.past.map((column) => column.slice(start)), future: drivers.future };
  const known = recent.filter((x) => !Number.isNaN(x));
  const multiplicative = known.every((x) => x >= 0);
  const offset = known.every((x) => x > 0) ? 0 : ZERO_OFFSET;
  const unit = known.reduce((a, x) => a + Math.abs(x), 0) / known.length || 1;
  const scaled = recent.map((x) => (multiplicative ? Math.log(x / unit + offset) : x / unit));
  const seasons = seasonColumns(scaled.length, season);
  const kinds = known.length < FEWEST ? [] : EXPANSIONS;
  let best: { fit: Regression; design: Design; ahead: readonly (readonly number[])[] } | undefined;
  for (const kind of kinds) {
    const expansion = expandDrivers(columns, multiplicative, kind);
    if (expansion === undefined) continue;
    const { design, ahead } = expansion;
    const fit = regress(scaled, {
      columns: [...design.columns, ...seasons],
      pull: [...design.pull, ...seasons.map(() => SEASON_PULL)],
    });
    if (best === undefined || fit.score < best.fit.score) best = { fit, design, ahead };
  }
  if (best === undefined) return noEffects(values.length, columns.future[0]?.length ?? 0, multiplicative);
  const { fit, design, ahead } = best;
  const sumAt = (table: readonly ArrayLike<number>[], t: number): number =>
    table.reduce((sum, column, j) => sum + fit.coefficients[j]! * column[t]!, 0);
  const back = (x: number): number =>
    multiplicative ? Math.exp(Math.max(-LARGEST_EFFECT, Math.min(LARGEST_EFFECT, x))) : x * unit;
  return {
    multiplicative,
    past: values.map((_, t) => (t < start ? back(0) : back(sumAt(design.columns, t - start)))),
    ahead: (columns.future[0] ?? []).map((_, h) => back(sumAt(ahead, h))),
    errors: (columns.future[0] ?? []).map(
      (_, h) => fit.errorOf(ahead.map((column) => column[h]!)) * (multiplicative ? 1 : unit),
    ),
  };
}

/** Season indicators of unit variance. */
function seasonColumns(length: number, season: number): number[][] {
  if (season < 2 || season > LONGEST_SEASON || length < 2 * season) return [];
  return Array.from({ length: season - 1 }, (_, j) =>
    Array.from({ length }, (_, t) => (t % season === j ? Math.sqrt(season) : 0)),
  );
}

function noEffects(past: number, ahead: number, multiplicative: boolean): DriverEffects {
  const none = (length: number): number[] => new Array<number>(length).fill(multiplicative ? 1 : 0);
  return { multiplicative, past: none(past), ahead: none(ahead), errors: new Array<number>(ahead).fill(0) };
}

/** The effects on demand that is divided by a unit. */
export function inUnit(effects: DriverEffects, unit: number): DriverEffects {
  if (effects.multiplicative || unit === 1) return effects;
  const scaled = (values: readonly number[]): number[] => values.map((x) => x / unit);
  return { ...effects, past: scaled(effects.past), ahead: scaled(effects.ahead), errors: scaled(effects.errors) };
}
