import { choice, number, optional } from "../../define/parameters.ts";
import { WHOLE_FAMILIES } from "../../inventory/demand/whole-units.ts";

// One period's demand in whole units, besides its mean.

export const wholeFamily = optional(
  choice(WHOLE_FAMILIES, {
    doc: 'Distribution of demand; by mean and sd if left out. "negative-binomial" takes an sd whose square exceeds the mean.',
    aliases: { "negative binomial": "negative-binomial" },
  }),
);

export const wholeDemandSd = optional(
  number({
    doc: "Standard deviation of one period's demand; left out, that of Poisson demand.",
    unit: "units",
    min: 0,
  }),
);
