import { defineCell } from "../define/define.ts";
import { notAvailable, UserError } from "../define/errors.ts";
import { series } from "../define/parameters.ts";

export const fillRateAchieved = defineCell({
  name: "FILL_RATE_ACHIEVED",
  category: "Stock",
  summary: "Share of past demand that was met from stock.",
  returns: "A share from 0 to 1.",
  shows: "percent",
  details: [
    "What was asked for against what was delivered at once, in units or in money. More delivered than asked for in a period counts as all of it, so that a late delivery does not make up for an earlier shortage.",
  ],
  formula: "Σ min(delivered, demand) / Σ demand",
  source: "Silver, Pyke & Thomas, Inventory and Production Management in Supply Chains, 4th ed., section 6.4",
  parameters: {
    demand: series({ doc: "What customers asked for, by period or order line.", min: 0 }),
    delivered: series({ doc: "What they got at once, in the same order.", min: 0 }),
  },
  examples: [
    {
      says: "three weeks, one of them short by 10",
      args: [
        [[40], [30], [30]],
        [[40], [20], [30]],
      ],
      answer: 0.9,
      source: "by hand: 90 of 100",
    },
  ],
  compute({ demand, delivered }) {
    if (delivered.length !== demand.length)
      throw new UserError(`delivered: must hold as many numbers as demand (${demand.length}); got ${delivered.length}`);
    const total = demand.reduce((a, b) => a + b, 0);
    if (total === 0) throw notAvailable("demand: nothing was asked for, so there is no share of it");
    return demand.reduce((sum, asked, i) => sum + Math.min(asked, delivered[i]!), 0) / total;
  },
});
