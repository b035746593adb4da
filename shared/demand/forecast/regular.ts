import type { DriverEffects } from "../causes/effects.ts";
import { changeBy } from "../causes/change.ts";
import { recentPart } from "../history/gaps.ts";
import { takeLongSeason } from "../history/seasons/long-season.ts";
import type { Network } from "../networks/sequence/network.ts";
import { blend, type Blend } from "./blend.ts";
import { changed, courseWith, type Course } from "./course.ts";
import type { QuarterSold } from "./forecast.ts";
import { lastQuarter } from "./last-quarter.ts";
import type { Profile } from "./profile.ts";

/** A regular item's forecast in numbers, and what is said of it. */
export interface Regular extends Pick<Blend, "parts" | "seasonal" | "learned"> {
  readonly course: Course;
  /** Periods that it looked at. */
  readonly periods: number;
  readonly longSeason: number | undefined;
  readonly quarter: QuarterSold | undefined;
}

/** Values kept where a longer season is looked for: enough for four years of days. */
const LONGEST = 1500;

/**
 * Forecasts a complete series with a course of its own: a longer season beside the given one is taken out first, and
 * the last quarter holds the mean. Drivers are a reason of their own to leave it.
 */
export function forecastRegular(
  complete: readonly number[],
  season: number,
  network: Network | undefined,
  profile: Profile,
  effects?: DriverEffects,
): Regular {
  const kept = profile.thorough ? complete.slice(-LONGEST) : complete;
  const long = profile.thorough ? takeLongSeason(kept, season) : undefined;
  const values = recentPart(long?.adjusted ?? kept, season);
  const { predict, quantile, spread, ...made } = blend({ values, season }, network, profile, effects);
  const quarter = effects ? undefined : lastQuarter(values, season);
  const mean = (horizon: number): number[] => quarter?.hold(predict(horizon)) ?? predict(horizon);
  /** Quantiles move with the mean to where the quarter lets it lie. */
  const moved = (p: number, horizon: number): number[] => {
    const [free, held] = [predict(horizon), mean(horizon)];
    return quantile(p, horizon).map((x, h) => x + (held[h]! - free[h]!));
  };
  const course = courseWith({ mean, quantile: quarter ? moved : quantile }, spread);
  return {
    ...made,
    periods: values.length,
    longSeason: long?.period,
    course: long
      ? changed(
          course,
          changeBy(long.multiplicative, (h) => long.effect(kept.length + h)),
        )
      : course,
    quarter: quarter && {
      length: quarter.length,
      low: quarter.low,
      high: quarter.high,
      agreement: (horizon) => quarter.agreement(predict(horizon)),
    },
  };
}
