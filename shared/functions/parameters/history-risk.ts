import { choice, integer, number, optional, withDefault } from "../../define/parameters.ts";
import { HISTORY_FAMILIES } from "../../inventory/demand/from-history.ts";

// What the HISTORY functions share beside the history and the lead time.

export const historyDistribution = withDefault(
  choice(HISTORY_FAMILIES, {
    doc: 'Distribution of demand: "auto" lets the history decide; "normal", "gamma", "negative-binomial" (where it varies more than Poisson demand) or "empirical" (sums the history shows).',
    aliases: { "negative binomial": "negative-binomial" },
  }),
  "auto",
);

export const historyReview = withDefault(
  number({ doc: "Time between two looks at the stock.", unit: "periods", above: 0, max: 1000 }),
  1,
);

export const historySeason = optional(
  integer({ doc: "Periods in a season; found from the history if left out.", unit: "periods", min: 1, max: 1000 }),
);
