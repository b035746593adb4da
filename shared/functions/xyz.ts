import { defineCell } from "../define/define.ts";
import { history } from "../define/parameters.ts";
import { xyzClass } from "../inventory/xyz.ts";
import { checkLimits, xLimit, yLimit } from "./parameters/xyz-limits.ts";

export const xyz = defineCell({
  name: "XYZ",
  category: "Stock",
  summary: "Classes items X, Y or Z by how regular their demand is.",
  returns: "One row: a letter per item, in the order of the columns.",
  spills: true,
  details: [
    "A single row or column is one item; otherwise each column is an item. Regular items (X) can be planned by formula, irregular ones (Z) need another distribution, or a look. Missing periods (NA) are left out, and an item without demand is a Z.",
  ],
  formula:
    "X where s / m ≤ x_limit, Y where s / m ≤ y_limit, else Z; m mean and s standard deviation (n − 1) of demand per period.",
  source: "Scholz-Reiter, Heger, Meinecke & Bergmann (2012), Integration of demand forecasts in ABC-XYZ analysis",
  parameters: {
    demand: history({ doc: "Demand per period, a column per item.", unit: "units per period" }),
    x_limit: xLimit,
    y_limit: yLimit,
  },
  examples: [
    {
      says: "three items: steady, varying, and rare",
      args: [
        [
          [10, 4, 0],
          [11, 12, 0],
          [9, 3, 0],
          [10, 13, 20],
        ],
      ],
      answer: [["X", "Y", "Z"]],
      source: "by hand: coefficients of variation 0.08, 0.65 and 2",
    },
  ],
  compute({ demand, x_limit, y_limit }) {
    checkLimits(x_limit, y_limit);
    return [demand.map((item) => xyzClass(item, x_limit, y_limit))];
  },
});
