import { predict, type Boosted } from "../trees/boost.ts";
import { featuresAt } from "./features.ts";
import type { States } from "./states.ts";

/**
 * Trees taught by many shops' items, for any item alone: they know neither what a period is nor what other items of its
 * table did. Plain data.
 */
export interface PretrainedTrees {
  /** Its name: trees@1. */
  readonly version: string;
  /** Median of the logarithm of the mean demand a period over the scale. */
  readonly median: Boosted;
}

/** Periods a year where nobody says: the least of the scale, and what noise is seen in. */
export const ALONE_YEAR = 52;

/** What the trees know of an item after t of its periods. */
export const aloneRow = (states: States, t: number): number[] => featuresAt(states, t, ALONE_YEAR);

/** Median of the logarithm of the rate over the scale. */
export const medianOf = ({ median }: PretrainedTrees, row: readonly number[]): number => predict(median, row)[0]!;
