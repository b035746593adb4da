import { defineCell } from "../define/define.ts";
import { number, withDefault } from "../define/parameters.ts";
import { leftover, probabilityBelow } from "../inventory/demand/demand-distribution.ts";
import { demandOf } from "../inventory/demand/families.ts";
import { bestStock } from "../inventory/policies/newsvendor.ts";
import { normalQuantile } from "../numeric/normal.ts";
import { tidySum } from "../numeric/tidy.ts";
import { checkRatio, distribution, overageCost, seasonMean, seasonSd, underageCost } from "./parameters/newsvendor.ts";

export const seasonOrder = defineCell({
  name: "SEASON_ORDER",
  category: "Ordering",
  summary: "Last date to order for a season such as Christmas, how much, and what leftovers cost.",
  returns:
    "One row: last date to order, units to order, probability of leftovers, expected units left over, what they cost on average.",
  shows: [null, null, "percent", null, "money"],
  spills: true,
  dates: { column: 0 },
  details: [
    "The goods must be there when the season starts, and what is left when it ends is sold off. The quantity is NEWSVENDOR's less what is on hand; the date is the season's start less the lead time, and less a margin where the lead time varies. Excel 2024 and older show a number: format the first cell as a date.",
    "Where more is on hand than the season should begin with nothing is ordered, and probability and cost are those of what is there.",
  ],
  formula:
    "start − ⌈L + z(α) σ_L⌉; Q = F⁻¹(c_u / (c_u + c_o)) − on hand; P(D < S), E(S − D)⁺ and c_o times it, S on hand after the order. L lead time, α on_time, D demand of the season.",
  source:
    "Snyder & Shen, Fundamentals of Supply Chain Theory, 2nd ed., section 4.3; Silver, Pyke & Thomas, 4th ed., section 9.2",
  parameters: {
    season_start: number({ doc: "The day the season starts, as a date.", unit: "date", min: 0 }),
    lead_time_days: number({ doc: "From order to arrival.", unit: "days", min: 0 }),
    mean: seasonMean,
    sd: seasonSd,
    underage_cost: underageCost,
    overage_cost: overageCost,
    on_hand: withDefault(number({ doc: "Units there already, or on their way.", unit: "units", min: 0 }), 0),
    distribution,
    lead_time_sd_days: withDefault(number({ doc: "Standard deviation of the lead time.", unit: "days", min: 0 }), 0),
    on_time: withDefault(
      number({ doc: "Probability that the goods are there in time.", unit: "share", min: 0.5, below: 1 }),
      0.95,
    ),
  },
  examples: [
    {
      says: "for 1 December 2026, 60 days give or take 10: by 15 September",
      args: [46357, 60, 400, 60, 6, 2, 100, null, 10],
      answer: (row) => {
        const [date, quantity, left] = (row as number[][])[0]!;
        return date === 46357 - 77 && Math.abs(quantity! - 340.4693850117) < 1e-6 && Math.abs(left! - 0.75) < 1e-9;
      },
      source: "scipy 1.17.1: 60 + 10 norm.ppf(0.95) = 76.45; norm.ppf(0.75, 400, 60) = 440.469",
    },
    {
      says: "300 for certain, 50 there already",
      args: [46357, 30, 300, 0, 6, 2, 50],
      answer: [[46327, 250, 0, 0, 0]],
      source: "by definition: demand that is known leaves nothing",
    },
  ],
  compute(args) {
    const costs = { underage: args.underage_cost, overage: args.overage_cost };
    checkRatio(costs);
    const demand = demandOf(args.distribution, args.mean, args.sd);
    const stock = Math.max(args.on_hand, bestStock(demand, costs), 0);
    const left = leftover(demand, stock);
    const days = Math.ceil(args.lead_time_days + normalQuantile(args.on_time) * args.lead_time_sd_days - 1e-9);
    const date = Math.floor(args.season_start) - days;
    return [[date, tidySum([stock, -args.on_hand]), probabilityBelow(demand, stock), left, args.overage_cost * left]];
  },
});
