import { defineCell } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { number } from "../define/parameters.ts";

export const gmroi = defineCell({
  name: "GMROI",
  category: "Stock",
  summary: "Gross margin return on inventory: what each unit of money in stock earned.",
  returns: "Money of margin per money of average stock.",
  details: [
    "Stock at cost. Over 1 the stock earned more than it is worth in the period; compare it between item groups.",
  ],
  formula: "(sales − cost of goods sold) / ((opening + closing) / 2)",
  source: "Silver, Pyke & Thomas, Inventory and Production Management in Supply Chains, 4th ed., section 2.2",
  parameters: {
    sales: number({ doc: "Sales of the period at selling price.", unit: "money", min: 0 }),
    cost_of_goods_sold: number({ doc: "Cost of what was sold in the period.", unit: "money", min: 0 }),
    opening_stock: number({ doc: "Value of the stock when the period began.", unit: "money", min: 0 }),
    closing_stock: number({ doc: "Value of the stock when the period ended.", unit: "money", min: 0 }),
  },
  examples: [
    {
      says: "900,000 of sales that cost 600,000, from stock of 90,000 and 110,000",
      args: [900000, 600000, 90000, 110000],
      answer: 3,
      source: "by hand: 300,000 / 100,000",
    },
  ],
  compute({ sales, cost_of_goods_sold, opening_stock, closing_stock }) {
    const average = (opening_stock + closing_stock) / 2;
    if (average === 0)
      throw new UserError("opening_stock: must not be 0 together with closing_stock: there was no stock to earn on");
    return (sales - cost_of_goods_sold) / average;
  },
});
