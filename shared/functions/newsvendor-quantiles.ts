import { defineCell } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { series } from "../define/parameters.ts";
import { checkRatio, overageCost, underageCost } from "./parameters/newsvendor.ts";

export const newsvendorQuantiles = defineCell({
  name: "NEWSVENDOR_QUANTILES",
  category: "Ordering",
  summary: "How much to buy once, from the quantiles of a forecast.",
  returns: "Units to buy.",
  details: [
    "Takes a forecast as it comes, without assuming a distribution: LEAD_TIME_DEMAND answers the quantiles of total demand for the probabilities you give it. Between two quantiles the line between them is followed.",
    "Where the costs ask for a probability beyond the quantiles given, the answer is #N/A: give one nearer to 0 or 1.",
  ],
  formula: "The c_u / (c_u + c_o) quantile, linear between its neighbours; c_u underage cost, c_o overage cost.",
  source: "Snyder & Shen, Fundamentals of Supply Chain Theory, 2nd ed., equation 4.27",
  parameters: {
    probabilities: series({
      doc: "Probabilities of the quantiles, such as 0.5, 0.8, 0.9.",
      unit: "share",
      above: 0,
      below: 1,
    }),
    quantiles: series({ doc: "Demand at each of these probabilities.", unit: "units", min: 0 }),
    underage_cost: underageCost,
    overage_cost: overageCost,
  },
  examples: [
    {
      says: "three quarters: halfway between the 70% and the 80% quantile",
      args: [[[0.5], [0.7], [0.8], [0.9]], [[100], [110], [120], [140]], 3, 1],
      answer: 115,
      source: "by hand: 3 / (3 + 1) = 0.75",
    },
  ],
  compute({ probabilities, quantiles, underage_cost, overage_cost }) {
    if (quantiles.length !== probabilities.length)
      throw new UserError(
        `quantiles: must hold as many numbers as probabilities (${probabilities.length}); got ${quantiles.length}`,
      );
    const points = probabilities.map((p, i) => ({ p, x: quantiles[i]! })).sort((a, b) => a.p - b.p);
    if (points.some(({ x }, i) => i > 0 && x < points[i - 1]!.x))
      throw new UserError("quantiles: must not fall as the probabilities rise");
    checkRatio({ underage: underage_cost, overage: overage_cost });
    const ratio = underage_cost / (underage_cost + overage_cost);
    const after = points.findIndex(({ p }) => p >= ratio - 1e-12);
    if (after === -1 || (after === 0 && points[0]!.p > ratio + 1e-12))
      throw new UserError(
        `probabilities: must reach ${ratio.toPrecision(3)}, which these costs ask for; they go from ${points[0]!.p} to ${points.at(-1)!.p}`,
        "#N/A",
      );
    const above = points[after]!;
    const below = points[after - 1] ?? above;
    return above.p === below.p ? above.x : below.x + ((above.x - below.x) * (ratio - below.p)) / (above.p - below.p);
  },
});
