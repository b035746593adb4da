import { defineCell } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { number, table, withDefault } from "../define/parameters.ts";
import { projectedStock as stockByPeriod } from "../purchasing/facts/stock-ahead.ts";
import { checkReceipts, forecastSpec, onHand, receipts } from "./parameters/stock-ahead.ts";

export const projectedStock = defineCell({
  name: "PROJECTED_STOCK",
  category: "Stock",
  summary: "Projects the stock at the end of each coming period from forecast and receipts.",
  returns: "Units at the end of each period, in the shape of forecast; below 0 is what customers will be owed.",
  spills: true,
  details: [
    "A period starts with its receipts, then demand is served. Demand that cannot be served is backordered, not lost, so the projection goes below 0 and the next receipt first serves what is owed.",
    "It is the expected path: half of the time stock will be lower. STOCKOUT_DATE says when it reaches 0, ORDER_BY_DATE when to order so that it does not.",
  ],
  formula: "I_t = I_0 − B + Σ receipts up to t − Σ forecast up to t; I_0 on_hand, B backorders",
  source: "by definition: the projected balance of material requirements planning",
  parameters: {
    on_hand: onHand,
    forecast: table(forecastSpec),
    receipts,
    backorders: withDefault(
      number({ doc: "Units customers wait for, where on_hand does not yet take them off.", unit: "units", min: 0 }),
      0,
    ),
  },
  examples: [
    {
      says: "100 on hand, 40 a week, 50 arriving in week 3",
      args: [100, [[40, 40, 40, 40]], [[0, 0, 50, 0]]],
      answer: [[60, 20, 30, -10]],
      source: "by definition: 60, 20, 20 + 50 − 40, 30 − 40",
    },
    {
      says: "down a column, with 15 owed to customers",
      args: [100, [[40], [40]], null, 15],
      answer: [[45], [5]],
      source: "by definition: 100 − 15 − 40, less 40",
    },
  ],
  compute({ on_hand, forecast: rows, receipts: arriving, backorders }) {
    if (rows.length > 1 && rows[0]!.length > 1)
      throw new UserError(
        `forecast: must be one row or one column; got ${rows.length} rows by ${rows[0]!.length} columns`,
      );
    const demand = rows.flat();
    const stock = stockByPeriod({
      onHand: on_hand - backorders,
      forecast: demand,
      receipts: checkReceipts(arriving, demand.length),
    });
    return rows.length === 1 ? [stock] : stock.map((x) => [x]);
  },
});
