import { defineCell } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { history, number, series, withDefault } from "../define/parameters.ts";
import { abcClasses } from "../inventory/abc.ts";
import { classPolicy } from "../inventory/class-policy.ts";
import { xyzClass } from "../inventory/xyz.ts";
import { checkLimits, xLimit, yLimit } from "./parameters/xyz-limits.ts";

const share = (doc: string): ReturnType<typeof number> => number({ doc, unit: "share", above: 0, max: 1 });

export const abcXyz = defineCell({
  name: "ABC_XYZ",
  category: "Stock",
  summary: "Classes items by value and regularity together, with a policy for each class.",
  returns: "A row per item: class such as AX, service level, how often to review, policy.",
  shows: [null, "percent"],
  spills: true,
  details: [
    "ABC by the yearly values, XYZ by the demand history, and a usual policy for each of the nine classes as a place to begin. values and the columns of demand go in the same order.",
  ],
  formula: "ABC by cumulative share of value, XYZ by the coefficient of variation of demand; see ABC and XYZ.",
  source:
    "Silver, Pyke & Thomas, Inventory and Production Management in Supply Chains, 4th ed., sections 2.2 and 6.2; Scholz-Reiter et al. (2012)",
  parameters: {
    values: series({ doc: "Yearly value of each item.", unit: "money a year", min: 0 }),
    demand: history({ doc: "Demand per period, a column per item.", unit: "units per period" }),
    a_share: withDefault(share("Cumulative share up to which items are A."), 0.8),
    b_share: withDefault(share("Cumulative share up to which items are B."), 0.95),
    x_limit: xLimit,
    y_limit: yLimit,
  },
  examples: [
    {
      says: "a dear and steady item, a cheap and rare one",
      args: [
        [[900, 100]],
        [
          [10, 0],
          [11, 0],
          [9, 0],
          [10, 20],
        ],
      ],
      answer: [
        ["AX", 0.98, "each period", "(r, Q): small lots, often; safety stock from forecast errors"],
        ["BZ", 0.92, "every second period", "(s, S) with a negative binomial distribution"],
      ],
      source: "by definition: shares before the items 0 and 0.9, coefficients of variation 0.08 and 2",
    },
  ],
  compute({ values, demand, a_share, b_share, x_limit, y_limit }) {
    if (b_share < a_share) throw new UserError(`b_share: must be at least a_share (${a_share}); got ${b_share}`);
    checkLimits(x_limit, y_limit);
    if (demand.length !== values.length)
      throw new UserError(`demand: must have a column for each of the ${values.length} values; got ${demand.length}`);
    return abcClasses(values, a_share, b_share).map((value, i) => {
      const regularity = xyzClass(demand[i]!, x_limit, y_limit);
      const { serviceLevel, review, policy } = classPolicy(value, regularity);
      return [value + regularity, serviceLevel, review, policy];
    });
  },
});
