import { squash } from "../../../shared/demand/networks/sequence/infer.ts";
import {
  BASES,
  DRIVER_TERMS,
  HORIZON_INPUTS,
  HORIZON_ROW,
  spread,
} from "../../../shared/demand/networks/sequence/network.ts";
import type { DriverEffects } from "../../../shared/demand/causes/effects.ts";
import { prepare } from "../../../shared/demand/networks/sequence/prepare.ts";
import type { TrainingSeries } from "./data.ts";
import type { Group } from "./series.ts";

/** A history cut off at a date, as the network sees it, and what came after. */
export interface Example {
  readonly steps: Float32Array;
  readonly known: number;
  readonly statics: Float32Array;
  /** How many horizons follow. */
  readonly horizons: number;
  /** horizons x HORIZON_INPUTS, squashed. */
  readonly inputs: Float32Array;
  /** horizons x BASES, in z. */
  readonly bases: Float32Array;
  /** horizons x DRIVER_TERMS, in z. */
  readonly terms: Float32Array;
  /** Actuals in z. */
  readonly targets: Float32Array;
  readonly weights: Float32Array;
}

/** Shortest history an example may have. */
const SHORTEST = 6;
/** Actuals farther than this many scales away are cut off: breaks nobody can foresee. */
const FARTHEST_Z = 60;

/** The example of a history (without gaps, not all zero) and the values that came after it, both without `effects`. */
export function exampleOf(
  history: readonly number[],
  future: readonly number[],
  season: number,
  linear: boolean,
  effects?: DriverEffects,
): Example {
  const prepared = prepare(history, season, linear, effects);
  const horizons = future.length;
  const inputs = new Float32Array(horizons * HORIZON_INPUTS);
  const bases = new Float32Array(horizons * BASES);
  const terms = new Float32Array(horizons * DRIVER_TERMS);
  const row = new Float64Array(HORIZON_ROW);
  for (let i = 0; i < horizons; i++) {
    prepared.horizon(i + 1, row);
    squash(row, inputs.subarray(i * HORIZON_INPUTS, (i + 1) * HORIZON_INPUTS));
    bases.set(row.subarray(0, BASES), i * BASES);
    terms.set(row.subarray(HORIZON_INPUTS), i * DRIVER_TERMS);
  }
  const bounded = (z: number): number => Math.max(-FARTHEST_Z, Math.min(FARTHEST_Z, z));
  return {
    steps: prepared.steps,
    known: prepared.known,
    statics: prepared.statics,
    horizons,
    inputs,
    bases,
    terms,
    targets: Float32Array.from(future, (x, i) => bounded(prepared.toZ(x, i + 1))),
    weights: Float32Array.from(future, (_, i) => Math.sqrt(prepared.scale) / spread(i + 1) ** 0.5),
  };
}

/** Geometric mean of two or three positive series of one season, over the length they share. */
function mixture(group: readonly TrainingSeries[], random: () => number): readonly number[] | undefined {
  const parts = Array.from({ length: random() < 0.6 ? 2 : 3 }, () => group[Math.floor(random() * group.length)]!);
  const { season } = parts[0]!;
  if (parts.some((part) => part.season !== season || part.train.some((x) => !(x > 0)))) return undefined;
  const length = Math.min(...parts.map((part) => part.train.length));
  const shares = parts.map(() => 0.2 + random());
  const total = shares.reduce((a, b) => a + b, 0);
  const tails = parts.map((part) => part.train.slice(-length));
  return Array.from({ length }, (_, t) =>
    Math.exp(tails.reduce((sum, tail, k) => sum + (shares[k]! / total) * Math.log(tail[t]!), 0)),
  );
}

/** One random example of a group, or none where the series drawn is too short or empty at the cut-off. */
function drawExample(group: Group, random: () => number): readonly Example[] {
  const series = group.series[Math.floor(random() * group.series.length)]!;
  const { season, horizon } = series;
  const mixed = random() < 0.3 ? mixture(group.series, random) : undefined;
  const values = mixed ?? series.train;
  const latest = values.length - Math.max(1, Math.ceil(horizon / 2));
  if (latest < SHORTEST) return [];
  const back = Math.min(latest - SHORTEST, mixed ? latest - SHORTEST : group.cutoffs - 1);
  const cut = latest - Math.floor(random() * (back + 1));
  const from = random() < 0.3 ? Math.floor(random() * (cut - SHORTEST + 1)) : 0;
  const history = values.slice(from, cut);
  if (history.every((x) => x === history[0])) return [];
  return [exampleOf(history, values.slice(cut, cut + Math.ceil(1.3 * horizon)), season, random() < 0.3)];
}

/** `count` examples, each group by its share, as `draw` makes them of a group: some, or none where a draw fails. */
export function drawPool<G extends { readonly share: number }>(
  groups: readonly G[],
  count: number,
  draw: (group: G) => readonly Example[],
): Example[] {
  const total = groups.reduce((sum, group) => sum + group.share, 0);
  return groups.flatMap((group) => {
    const wanted = Math.round((count * group.share) / total);
    const pool: Example[] = [];
    for (let tries = 0; pool.length < wanted && tries < 20 * wanted; tries++) pool.push(...draw(group));
    return pool.slice(0, wanted);
  });
}

/** A pool of `count` examples, each group by its share. */
export function examplePool(groups: readonly Group[], count: number, random: () => number): Example[] {
  return drawPool(groups, count, (group) => drawExample(group, random));
}
