import { normalQuantile } from "../../numeric/normal.ts";
import { predict } from "../models/trees/boost.ts";
import { leafOf } from "../models/trees/tree.ts";
import { fromTarget, smoothedRate, toTarget, type History } from "./examples.ts";
import { featuresAt, NOISE } from "./features.ts";
import { LEVELS, noiseClass, type Lesson } from "./lesson.ts";
import type { Spans } from "./spans.ts";
import { statesOf } from "./states.ts";

/** What a table says of one item: its mean demand a period over a horizon. */
export interface Foretold {
  /** Periods of the table that the rate is the mean of. */
  readonly horizon: number;
  /** Share that what was learnt has in it. */
  readonly share: number;
  /** The rate of least absolute error, near its median. */
  readonly typical: number;
  /** Its expected value. */
  readonly mean: number;
  /** Its quantile at p. */
  quantile(p: number): number;
}

/** Share of smoothing, or of the item's own forecast, for an item without noise; it falls to 0 at MOST_NOISE. */
const OWN_SHARE = 0.6;
const MOST_NOISE = 1.2;
/** Weights by which the quantiles at LEVELS make a mean. */
const MEAN_WEIGHTS = [0.06, 0.115, 0.2, 0.25, 0.2, 0.1, 0.0375, 0.0375];
const DEVIATES = LEVELS.map(normalQuantile);
const MEDIAN = LEVELS.indexOf(0.5);

/** On the line through the quantiles beside it, by the normal deviate of p. */
function between(values: readonly number[], p: number): number {
  const x = normalQuantile(p);
  let j = 1;
  while (j < DEVIATES.length - 1 && x > DEVIATES[j]!) j += 1;
  const share = (x - DEVIATES[j - 1]!) / (DEVIATES[j]! - DEVIATES[j - 1]!);
  return values[j - 1]! + share * (values[j]! - values[j - 1]!);
}

/**
 * Foretells an item's rate by what its table taught: the trees' median, mixed with what the item's own forecast expects,
 * the more the steadier it is, and the quantiles about it.
 * @param own what the item's own forecast expects a period; smoothing's rate unless given
 */
export function foretell(lesson: Lesson, values: History, spans: Spans, own?: number): Foretold {
  const { horizon, table, medians, spread, trust } = lesson;
  const states = statesOf(values, spans.year);
  const t = values.length;
  const scale = states.scale[t]!;
  const row = [...featuresAt(states, t, horizon, spans), ...table.map((x) => x ?? NaN)];
  const noise = row[NOISE]!;
  const learnt = medians.reduce((sum, one) => sum + predict(one, row)[0]! / medians.length, 0);
  const ownShare = OWN_SHARE * Math.max(0, Math.min(1, MOST_NOISE - noise));
  const share = trust[noiseClass(noise)]! * (1 - ownShare);
  const typical = share * fromTarget(learnt, scale) + (1 - share) * (own ?? smoothedRate(states, t));
  const leaves = spread.map((tree) => leafOf(tree, (feature) => row[feature]!));
  const away = LEVELS.map((_, j) =>
    spread.reduce((sum, { values: held }, k) => sum + held[j]![leaves[k]!]! / spread.length, 0),
  );
  const centre = toTarget(typical, scale);
  const rates = away.map((x) => fromTarget(centre + x - away[MEDIAN]!, scale));
  return {
    horizon,
    share,
    typical,
    mean: rates.reduce((sum, rate, j) => sum + MEAN_WEIGHTS[j]! * rate, 0),
    quantile: (p) => fromTarget(centre + between(away, p) - away[MEDIAN]!, scale),
  };
}
