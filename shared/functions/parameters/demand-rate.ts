import { UserError } from "../../define/errors.ts";
import { choice, number, withDefault } from "../../define/parameters.ts";
import { FAMILIES } from "../../inventory/demand/families.ts";

// One period's demand, as the stock functions take it.

export const demandMean = number({ doc: "Mean demand per period.", unit: "units per period", min: 0 });

export const demandSd = number({
  doc: "Standard deviation of the one-period forecast error; ignored for Poisson.",
  unit: "units",
  min: 0,
});

export const leadTime = number({ doc: "From order to arrival.", unit: "periods", min: 0 });

export const leadTimeSd = withDefault(
  number({ doc: "Standard deviation of the lead time.", unit: "periods", min: 0 }),
  0,
);

export const reviewPeriod = withDefault(
  number({ doc: "Time between two looks at the stock.", unit: "periods", min: 0 }),
  0,
);

/** Reviews that take place: a rate of demand served needs periods. */
export const reviewEvery = withDefault(
  number({ doc: "Time between two looks at the stock.", unit: "periods", above: 0 }),
  1,
);

export const distribution = withDefault(
  choice(FAMILIES, {
    doc: 'Distribution of demand: "normal", "gamma" for quick movers that vary much, "poisson" for slow movers, "negative-binomial" for those whose sd squared exceeds the mean, or "lognormal".',
    aliases: { "negative binomial": "negative-binomial", nbd: "negative-binomial" },
  }),
  "normal",
);

/** The mean must be above 0 where a share of demand is asked for. */
export function checkDemand(mean: number): void {
  if (mean === 0) throw new UserError("demand_mean: must be greater than 0, or there is no demand to serve");
}
