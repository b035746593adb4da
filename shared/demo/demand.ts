import { addDays, dayOfYear } from "../calendar/dates.ts";
import { WEEKS, mondayOf } from "./weeks.ts";
import type { Article } from "./catalogue.ts";
import { liftOf, type Offer } from "./promotions.ts";
import type { Random } from "../numeric/random.ts";
import { seasonalIndex } from "./season.ts";

export interface Demand {
  /** Mean demand a week before chance and promotions, to well beyond today. */
  readonly expected: readonly number[];
  /** What customers wanted in each week of the history, whether or not it was there. */
  readonly wanted: readonly number[];
}

/** Slow movers sell now and then, one or a few at a time. */
function lumpy(mean: number, random: Random): number {
  const size = 1.4;
  return random.chance(Math.min(1, mean / size)) ? 1 + random.poisson(size - 1) : 0;
}

export function drawDemand({ category, life, random }: Article, offers: readonly Offer[]): Demand {
  const index = seasonalIndex(category.season);
  const expected = life.level.map((level, week) => level * index(dayOfYear(addDays(mondayOf(week), 3))));
  const wanted = expected.slice(0, WEEKS).map((mean, week) => {
    const lifted = mean * liftOf(offers, week);
    return life.kind === "slow" ? lumpy(lifted, random) : random.poisson(lifted * random.factor(0.22));
  });
  return { expected, wanted };
}
