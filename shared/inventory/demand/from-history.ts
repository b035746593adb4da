import { notAvailable } from "../../define/errors.ts";
import { forecaster } from "../../demand/forecast/forecaster.ts";
import { QUICK } from "../../demand/forecast/profile.ts";
import type { DemandDistribution } from "./demand-distribution.ts";
import { empiricalDemand } from "./empirical.ts";
import { demandOf } from "./families.ts";
import { knownDemand } from "./normal.ts";
import { ofDistribution } from "./of-distribution.ts";

/** "auto" lets the history decide; "empirical" takes the sums that the history itself shows. */
export const HISTORY_FAMILIES = ["auto", "normal", "gamma", "negative-binomial", "empirical"] as const;
export type HistoryFamily = (typeof HISTORY_FAMILIES)[number];

export interface HistoricDemand {
  /** The distribution that was used, in words. */
  readonly family: string;
  /** Whether it counts in whole units. */
  readonly counts: boolean;
  /** Total demand over some periods, at least 0. */
  over(periods: number): DemandDistribution;
}

/** Sums over every run of `periods` whole periods, overlapping (Porras and Dekker, European J. of OR 184, 2008). */
function runSums(history: readonly number[], periods: number): DemandDistribution {
  const length = Math.ceil(periods);
  if (length === 0) return knownDemand(0);
  if (history.length < 2 * length)
    throw notAvailable(
      `history: must be at least twice as long as the ${length} periods it is to cover for the "empirical" distribution; got ${history.length}`,
    );
  const sums: number[] = [];
  for (let t = length; t <= history.length; t += 1) sums.push(history.slice(t - length, t).reduce((a, b) => a + b, 0));
  return empiricalDemand(sums);
}

/**
 * Total demand ahead by the item's own history (oldest first, NaN where missing, at least one number). With "auto" the
 * forecast decides: it has one distribution for quick movers and one for slow ones, and a history that never varies is
 * known demand. A named family gets the forecast's mean and sd. Throws a `UserError` where "empirical" has too little.
 */
export function demandFromHistory(
  history: readonly number[],
  season: number | undefined,
  family: HistoryFamily,
): HistoricDemand {
  const known = history.filter((x) => !Number.isNaN(x));
  if (family === "empirical") return { family, counts: false, over: (periods) => runSums(known, periods) };
  const forecast = forecaster({ profile: QUICK })(history, season);
  const { kind } = forecast.total(1);
  const chosen = kind === "point" ? "known" : family === "auto" ? kind.replaceAll(" ", "-") : family;
  const continuous = ["known", "gamma", "normal"].includes(chosen);
  return {
    family: chosen,
    counts: !continuous && known.every(Number.isInteger),
    over(periods) {
      const total = forecast.total(periods);
      if (family === "auto" || total.kind === "point") return ofDistribution(total);
      return demandOf(family, total.mean, total.sd);
    },
  };
}
