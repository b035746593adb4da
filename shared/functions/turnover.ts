import { defineCell } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { number } from "../define/parameters.ts";

export const turnover = defineCell({
  name: "TURNOVER",
  category: "Stock",
  summary: "Inventory turnover: how often the average stock was sold in the period.",
  returns: "Turns in the period.",
  details: ["All three values at cost, not at selling price. 365 divided by yearly turns is the days the stock lasts."],
  formula: "Turns = cost of goods sold / ((opening + closing) / 2)",
  source: "Silver, Pyke & Thomas, Inventory and Production Management in Supply Chains, 4th ed., section 2.2",
  parameters: {
    cost_of_goods_sold: number({ doc: "Cost of what was sold in the period.", unit: "money", min: 0 }),
    opening_stock: number({ doc: "Value of the stock when the period began.", unit: "money", min: 0 }),
    closing_stock: number({ doc: "Value of the stock when the period ended.", unit: "money", min: 0 }),
  },
  examples: [
    {
      says: "600,000 sold from stock of 90,000 and 110,000",
      args: [600000, 90000, 110000],
      answer: 6,
      source: "by definition: 600,000 / 100,000",
    },
  ],
  compute({ cost_of_goods_sold, opening_stock, closing_stock }) {
    const average = (opening_stock + closing_stock) / 2;
    if (average === 0)
      throw new UserError("opening_stock: must not be 0 together with closing_stock: there was no stock to turn");
    return cost_of_goods_sold / average;
  },
});
