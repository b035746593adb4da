import { normalQuantile } from "../../../numeric/normal.ts";
import { predict, type QuantileTree } from "../trees/boost.ts";
import { leafOf } from "../trees/tree.ts";
import { fromTarget, rowAt, smoothedRate, toTarget, type History } from "./examples.ts";
import { NOISE } from "./features.ts";
import { FEWEST_ITEMS, LEVELS, noiseClass, type Lesson } from "./lesson.ts";
import { ALONE_YEAR, aloneRow, medianOf, type PretrainedTrees } from "./pretrained.ts";
import type { Spans } from "./spans.ts";
import { statesOf, type States } from "./states.ts";

/** What trees say of one item: its mean demand a period over a horizon. */
export interface Foretold {
  /** Share that they have in it; the rest is the item's own forecast. */
  readonly share: number;
  /** The rate of least absolute error, near its median. */
  readonly typical: number;
  /** Its expected value. */
  readonly mean: number;
  /** Its quantile at p. */
  quantile(p: number): number;
}

/** Share of the item's own forecast, for an item without noise; it falls to 0 at MOST_NOISE. */
const OWN_SHARE = 0.6;
const MOST_NOISE = 1.1;
/** Share of the pretrained trees beside those of a table of so many items, and of one as small as can be; between, between. */
const LARGE = { items: 60, share: 0.3 };
const SMALL = { items: FEWEST_ITEMS, share: 0.6 };
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

/** Quantiles at LEVELS, each the mean of what the trees' leaves hold. */
export function spreadOf(trees: readonly QuantileTree[], row: readonly number[]): number[] {
  const leaves = trees.map((tree) => leafOf(tree, (feature) => row[feature]!));
  return LEVELS.map((_, j) => trees.reduce((sum, { values }, k) => sum + values[j]![leaves[k]!]! / trees.length, 0));
}

/** The distribution about a rate whose logarithm over the scale is spread as the quantiles at LEVELS say. */
function spreadAbout(typical: number, scale: number, quantiles: readonly number[]): Omit<Foretold, "share"> {
  const away = quantiles.map((x) => x - quantiles[MEDIAN]!);
  const centre = toTarget(typical, scale);
  return {
    typical,
    mean: away.reduce((sum, x, j) => sum + MEAN_WEIGHTS[j]! * fromTarget(centre + x, scale), 0),
    quantile: (p) => fromTarget(centre + between(away, p), scale),
  };
}

/** What foretells an item beside its table. */
export interface Beside {
  /** Rate that the item's own forecast expects; smoothing's unless given. */
  readonly own?: number | undefined;
  readonly pretrained?: PretrainedTrees | undefined;
}

/** A lesson to go by, and what it counts; all add up to 1. */
export interface Counted {
  readonly lesson: Lesson;
  readonly weight: number;
}

function pretrainedShare(items: number): number {
  const large = Math.max(0, Math.min(1, (items - SMALL.items) / (LARGE.items - SMALL.items)));
  return SMALL.share + large * (LARGE.share - SMALL.share);
}

/** What one lesson says of an item: the logarithm of its rate over the scale, how far to believe it, the spread about it. */
function saysOf({ lesson, weight }: Counted, states: States, spans: Spans) {
  const { horizon, medians } = lesson;
  const table = lesson.table.map((x) => x ?? NaN);
  const row = rowAt(states, states.values.length, horizon, spans, table);
  const taught = medians.reduce((sum, one) => sum + predict(one, row)[0]! / medians.length, 0);
  const noise = row[NOISE]!;
  return { weight, taught, noise, trust: lesson.trust[noiseClass(noise)]!, spread: spreadOf(lesson.spread, row) };
}

/**
 * Foretells an item's rate by what its table taught: the trees' median, with a part of the pretrained ones', mixed with what
 * the item's own forecast expects, the more the steadier it is, and the quantiles about it.
 */
export function foretell(
  lessons: readonly Counted[],
  values: History,
  spans: Spans,
  { own, pretrained }: Beside = {},
): Foretold {
  const states = statesOf(values, spans.year);
  const t = values.length;
  const scale = states.scale[t]!;
  const says = lessons.map((counted) => saysOf(counted, states, spans));
  const mean = (of: (one: (typeof says)[number]) => number): number =>
    says.reduce((sum, one) => sum + one.weight * of(one), 0);
  const ofTable = mean(({ taught }) => taught);
  const learnt =
    pretrained === undefined
      ? ofTable
      : ofTable +
        pretrainedShare(lessons[0]!.lesson.items) * (toTarget(aloneRate(states, pretrained, spans), scale) - ofTable);
  const ownShare = OWN_SHARE * Math.max(0, Math.min(1, MOST_NOISE - says[0]!.noise));
  const share = mean(({ trust }) => trust) * (1 - ownShare);
  const typical = share * fromTarget(learnt, scale) + (1 - share) * (own ?? smoothedRate(states, t));
  const spread = LEVELS.map((_, j) => mean((one) => one.spread[j]!));
  return { share, ...spreadAbout(typical, scale, spread) };
}

/** The rate by the pretrained trees, which were taught with a scale of their own where years are not of weeks. */
function aloneRate(states: States, pretrained: PretrainedTrees, { year }: Spans): number {
  const alone = year === ALONE_YEAR ? states : statesOf(states.values, ALONE_YEAR);
  const t = states.values.length;
  return fromTarget(medianOf(pretrained, aloneRow(alone, t)), alone.scale[t]!);
}

/** Noise of an item that sells regularly up to which the pretrained trees have no share, and from which they have all. */
const [QUIET, NOISY] = [0.4, 0.9];

/** What there is to say of an item alone. */
export interface Alone {
  /** Rate that its own forecast expects. */
  readonly own: number;
  /** Whether it sells in few periods. */
  readonly slow: boolean;
  /** Whether its own forecast has a season, which the trees do not see. */
  readonly seasonal: boolean;
}

/** Foretells an item's rate without a table: by the pretrained trees, as far as it is slow or noisy and has no season. */
export function foretellAlone(
  pretrained: PretrainedTrees,
  values: History,
  { own, slow, seasonal }: Alone,
): Pick<Foretold, "share" | "typical"> | undefined {
  const states = statesOf(values, ALONE_YEAR);
  const t = values.length;
  const scale = states.scale[t]!;
  const row = aloneRow(states, t);
  const noisy = Math.max(0, Math.min(1, (row[NOISE]! - QUIET) / (NOISY - QUIET)));
  const share = slow ? 1 : seasonal ? 0 : noisy;
  if (!(share > 0)) return undefined;
  return { share, typical: share * fromTarget(medianOf(pretrained, row), scale) + (1 - share) * own };
}
