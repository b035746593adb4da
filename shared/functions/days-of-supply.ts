import { defineCell } from "../define/define.ts";
import { number } from "../define/parameters.ts";

export const daysOfSupply = defineCell({
  name: "DAYS_OF_SUPPLY",
  category: "Stock",
  summary: "Days the stock on hand lasts at the given demand a day.",
  returns: "Days.",
  details: ["For demand that changes over the coming periods use COVER."],
  formula: "Days = on hand / demand a day",
  source: "Silver, Pyke & Thomas, Inventory and Production Management in Supply Chains, 4th ed., section 2.2",
  parameters: {
    on_hand: number({ doc: "Units in stock.", unit: "units", min: 0 }),
    demand_per_day: number({ doc: "Units used or sold a day.", unit: "units per day", above: 0 }),
  },
  examples: [{ says: "420 units at 12 a day", args: [420, 12], answer: 35, source: "by definition: 420 / 12" }],
  compute: ({ on_hand, demand_per_day }) => on_hand / demand_per_day,
});
