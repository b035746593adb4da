import { foretell, type Beside, type Counted, type Foretold } from "./foretell.ts";
import { learnHorizon } from "./learn.ts";
import { FEWEST_ITEMS, type Lesson } from "./lesson.ts";
import { schemeOf, tableHistory } from "./scheme.ts";

/** What is learnt from at once: one horizon of one table. Plain data, for any thread. */
export interface TableTask {
  /** Periods in a season, which say how long a period is: 7, 12 or 52. */
  readonly season: number;
  /** Periods. */
  readonly horizon: number;
  /** Oldest first, null where missing; all end with the same period. */
  readonly histories: readonly (readonly (number | null)[])[];
}

/** What the items of a table taught of each other. Plain data. */
export interface TableLessons {
  readonly season: number;
  /** Items that were learnt from. */
  readonly items: number;
  readonly lessons: readonly Lesson[];
}

/** Horizons that are learnt of at most; a rate over other periods is taken from the nearest. */
const MOST_HORIZONS = 2;
/** An item that is younger, or has sold less, is forecast alone. */
const LEAST_PERIODS = 8;
const LEAST_SALES = 2;

/** Whether a history says enough of an item to tell it apart. */
export const tells = (values: Float64Array): boolean =>
  values.length >= LEAST_PERIODS && values.filter((x) => x > 0).length >= LEAST_SALES;

/** Tasks that a table is learnt from by, none where it is too small. */
export function tableTasks(
  histories: TableTask["histories"],
  season: number,
  horizons: readonly number[],
): TableTask[] {
  if (schemeOf(season) === undefined) return [];
  const sold = histories.filter((history) => history.filter((x) => x !== null && x > 0).length >= LEAST_SALES);
  if (sold.length < FEWEST_ITEMS) return [];
  return chosenHorizons(horizons).map((horizon) => ({ season, horizon, histories: sold }));
}

/** A few horizons that most are near to: of groups as many, of as many items each, the middle ones. */
function chosenHorizons(horizons: readonly number[], most = MOST_HORIZONS): number[] {
  const sorted = [...horizons].sort((a, b) => a - b);
  if (sorted.length === 0) return [];
  if (new Set(sorted).size <= most) return [...new Set(sorted)];
  const middles = Array.from({ length: most }, (_, k) => sorted[Math.floor(((k + 0.5) * sorted.length) / most)]!);
  return [...new Set(middles)];
}

/** Learns what one task asks for; undefined where there is too little to learn from. */
export function learnTask({ season, horizon, histories }: TableTask): Lesson | undefined {
  const { block, spans } = schemeOf(season)!;
  const items = histories
    .map((history) =>
      tableHistory(
        history.map((x) => x ?? NaN),
        block,
      ),
    )
    .filter(tells);
  if (items.length < FEWEST_ITEMS) return undefined;
  return learnHorizon(items, Math.max(1, Math.ceil(horizon / block)), spans);
}

/** What there is beside a table's lessons. */
export interface BesideTable extends Pick<Beside, "pretrained"> {
  /** Mean demand a period that the item's own forecast expects over so many; smoothing's unless given. */
  readonly own?: ((periods: number) => number) | undefined;
}

/** A lesson of a horizon that is this many times as long or as short says nothing, unless none is nearer. */
const FAR = 2;

/** The lessons to go by for a horizon, and what each counts: the nearer the more. */
function nearLessons(lessons: readonly Lesson[], horizon: number): Counted[] {
  const distances = lessons.map((lesson) => Math.abs(Math.log(lesson.horizon / horizon)) / Math.log(FAR));
  const nearest = Math.min(...distances);
  const weights = distances.map((distance) =>
    distance === nearest ? Math.max(0.5, 1 - distance) : Math.max(0, 1 - distance),
  );
  const total = weights.reduce((a, b) => a + b, 0);
  return lessons.map((lesson, k) => ({ lesson, weight: weights[k]! / total })).filter(({ weight }) => weight > 0);
}

/**
 * What a table's lessons say of an item, a period of its history, over a horizon of such periods; undefined where it is
 * too young or sold too little.
 */
export function foretold(
  { season, lessons }: TableLessons,
  history: readonly number[],
  horizon: number,
  { own, pretrained }: BesideTable,
): Foretold | undefined {
  const { block, spans } = schemeOf(season)!;
  const values = tableHistory(history, block);
  if (lessons.length === 0 || !tells(values)) return undefined;
  const usual = own && own(horizon) * block;
  const { share, typical, mean, quantile } = foretell(nearLessons(lessons, horizon / block), values, spans, {
    own: usual,
    pretrained,
  });
  return { share, typical: typical / block, mean: mean / block, quantile: (p) => quantile(p) / block };
}
