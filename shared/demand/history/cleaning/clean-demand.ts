import { average } from "../../../numeric/average.ts";
import { detectSeason } from "../seasons/detect-season.ts";
import { fillBySeason } from "./fill-by-season.ts";
import { ABSENCE, sellingNow } from "../pattern.ts";
import { findOutliers } from "./outliers.ts";

/** What was done to one period. */
export type Note = "" | "not yet listed" | "gap filled" | "stock-out" | "outlier" | "no demand any more";

export interface CleanPeriod {
  /** Demand as it would have been; NaN before the item was listed. */
  readonly demand: number;
  readonly note: Note;
}

/** First and last period of the item's life: silence no longer than usual belongs to it. Undefined without a demand. */
function lifeOf(values: readonly number[]): { readonly first: number; readonly last: number } | undefined {
  const busy = values.flatMap((x, t) => (x > 0 || x < 0 ? [t] : []));
  if (busy.length === 0) return undefined;
  const [first, last] = [busy[0]!, busy.at(-1)!];
  const patience = ABSENCE * ((last - first + 1) / busy.length);
  return {
    first: first > patience || Number.isNaN(values[0]!) ? first : 0,
    last: values.length - 1 - last > Math.max(patience, ABSENCE) ? last : values.length - 1,
  };
}

/**
 * Demand as it would have been with stock at all times and without one-off events, oldest first. Before its first demand
 * an item was not listed; gaps take what neighbours and seasons suggest; a period without stock takes that too where it
 * sold less; outliers of quick movers come down (or up) to what level and season lead one to expect. Zeros at the end,
 * longer than the item ever was silent, stay zero and are named.
 * @param values demand per period, NaN where missing
 * @param inStock whether there was stock in each period; undefined for always
 */
export function cleanDemand(
  values: readonly number[],
  inStock: readonly boolean[] | undefined,
  season: number | undefined,
): CleanPeriod[] {
  const life = lifeOf(values.map((x, t) => (inStock?.[t] === false && x === 0 ? NaN : x)));
  if (life === undefined)
    return values.map((x) => (Number.isNaN(x) ? { demand: 0, note: "gap filled" } : { demand: x, note: "" }));
  const notes = new Array<Note>(values.length).fill("");
  const alive = values.slice(life.first, life.last + 1);
  const censored = alive.map((_, i) => inStock?.[life.first + i] === false);
  const m = season ?? detectSeason(alive.filter((_, i) => !censored[i]));
  const expected = withoutGaps(
    alive.map((x, i) => (censored[i] ? NaN : x)),
    m,
  );
  const complete = alive.map((x, i) => {
    if (!Number.isNaN(x) && !(censored[i] && expected[i]! > x)) return x;
    notes[life.first + i] = censored[i] ? "stock-out" : "gap filled";
    return expected[i]!;
  });
  // Large orders of slow movers are no outliers.
  const { slow, since } = sellingNow(complete);
  if (!slow)
    for (const { at: after, instead } of findOutliers(complete.slice(since), m)) {
      const at = since + after;
      if (notes[life.first + at] !== "") continue;
      notes[life.first + at] = "outlier";
      complete[at] = instead;
    }
  return values.map((_, t) => {
    if (t < life.first) return { demand: NaN, note: "not yet listed" };
    if (t > life.last) return { demand: 0, note: "no demand any more" };
    return { demand: complete[t - life.first]!, note: notes[t]! };
  });
}

/** Gaps filled from neighbours and seasons; for slow movers with their rate, since neighbours are mostly zeros or lumps. */
function withoutGaps(values: readonly number[], season: number): number[] {
  const known = values.filter((x) => !Number.isNaN(x));
  if (known.length === 0) return values.map(() => 0);
  const { slow, since } = sellingNow(values);
  const sparse = slow ? values : values.slice(0, since);
  const rate = average(sparse.filter((x) => !Number.isNaN(x)));
  const filled = sparse.map((x) => (Number.isNaN(x) ? rate : x));
  return slow ? filled : [...filled, ...fillBySeason(values.slice(since), season)];
}
