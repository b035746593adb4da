import type { TableLessons } from "../models/table/table.ts";
import { demandPrior, type DemandPrior } from "../slow/demand-prior.ts";

/** What items tell of each other; plain data, so that it goes to other threads and can be kept. */
export interface Shared {
  /** How often they sell; absent with few items. */
  readonly prior?: DemandPrior | undefined;
  /** What trees learned across them; absent with few items, or where that was not asked for. */
  readonly lessons?: TableLessons | undefined;
}

/**
 * Learns what the items of a table share.
 * @param table histories, oldest first, NaN where a value is missing
 * @param asOf periods of each that are known; all unless given
 */
export function learn(table: readonly (readonly number[])[], asOf = Infinity): Shared {
  const known = table.map((history) =>
    history
      .slice(0, asOf)
      .filter((x) => !Number.isNaN(x))
      .map((x) => Math.max(0, x)),
  );
  return { prior: demandPrior(known) };
}
