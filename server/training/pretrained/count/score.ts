import type { Distribution } from "../../../../shared/numeric/distribution.ts";
import { sum, type CountItem } from "./items.ts";
import { SCORED_PROBABILITIES } from "./scored-probabilities.ts";

export interface CountScore {
  /** Mean pinball loss over the probabilities, in units. */
  readonly pinball: number;
  /** The same as a share of 1 + the item's mean demand over as many periods: every item counts alike. */
  readonly relative: number;
  /** Sum of the means over the sum of the totals, less 1. */
  readonly bias: number;
  /** How often the total lies below each quantile, and at or below it: a calibrated count has the probability between. */
  readonly below: readonly number[];
  readonly within: readonly number[];
}

/** Scores distributions of totals against what came. */
export function scoreTotals(items: readonly CountItem[], forecast: (item: CountItem) => Distribution): CountScore {
  let [pinball, relative, foretold] = [0, 0, 0];
  const below = SCORED_PROBABILITIES.map(() => 0);
  const within = SCORED_PROBABILITIES.map(() => 0);
  for (const item of items) {
    const { actual, values, periods } = item;
    const total = forecast(item);
    let loss = 0;
    SCORED_PROBABILITIES.forEach((p, i) => {
      const q = total.quantile(p);
      loss += (actual >= q ? p * (actual - q) : (1 - p) * (q - actual)) / SCORED_PROBABILITIES.length;
      below[i]! += Number(actual < q) / items.length;
      within[i]! += Number(actual <= q) / items.length;
    });
    pinball += loss / items.length;
    relative += loss / (1 + (sum(values) / values.length) * periods) / items.length;
    foretold += total.mean;
  }
  return { pinball, relative, bias: foretold / sum(items.map((item) => item.actual)) - 1, below, within };
}
