import { defineCell } from "../define/define.ts";
import { notAvailable, UserError } from "../define/errors.ts";
import { optional, series } from "../define/parameters.ts";

export const stockoutRate = defineCell({
  name: "STOCKOUT_RATE",
  category: "Stock",
  summary: "Share of past periods, or items, that ended without stock.",
  returns: "A share from 0 to 1.",
  shows: "percent",
  details: [
    "Over one item's periods it says how often it ran out; over many items at one time, how many of them are out. With demand only those periods or items count in which something was asked for. Backorders (stock below 0) count as out of stock.",
  ],
  formula: "number with stock ≤ 0 / number in all",
  source: "Silver, Pyke & Thomas, Inventory and Production Management in Supply Chains, 4th ed., section 6.4",
  parameters: {
    stock: series({ doc: "Stock at the end of each period, or of each item.", unit: "units" }),
    demand: optional(
      series({
        doc: "Demand in the same order; only where it is above 0 the stock counts. Left out, all of it counts.",
        unit: "units",
        min: 0,
      }),
    ),
  },
  examples: [
    {
      says: "out at the end of one week in four",
      args: [[[12], [0], [30], [18]]],
      answer: 0.25,
      source: "by hand: 1 / 4",
    },
    {
      says: "of two weeks with demand one ended without stock",
      args: [
        [[12], [0], [0], [18]],
        [[5], [12], [0], [0]],
      ],
      answer: 0.5,
      source: "by hand: 1 / 2",
    },
  ],
  compute({ stock, demand }) {
    if (demand && demand.length !== stock.length)
      throw new UserError(`demand: must hold as many numbers as stock (${stock.length}); got ${demand.length}`);
    const counted = stock.filter((_, i) => !demand || demand[i]! > 0);
    if (counted.length === 0) throw notAvailable("demand: nothing was asked for, so no period counts");
    return counted.filter((x) => x <= 0).length / counted.length;
  },
});
