import { defineCell } from "../define/define.ts";
import { number, withDefault } from "../define/parameters.ts";
import { landedCost as costOfUnit } from "../purchasing/terms/landed-cost.ts";

export const landedCost = defineCell({
  name: "LANDED_COST",
  category: "Ordering",
  summary: "What a unit costs once it is here: price in your currency, plus freight and duty.",
  returns: "Money per unit, in your own currency.",
  shows: "money",
  details: [
    "Compare suppliers, value stock and set holding costs by it, rather than by the price alone.",
    "Freight and duty are money per unit: divide the freight of a shipment by its units. Where duty is a percentage, multiply it out in the cell: LANDED_COST(B2, rate, 0.4, 4.7% * B2 * rate).",
  ],
  formula: "Landed cost = price × rate + freight + duty",
  source: "by definition: price at the exchange rate, plus freight and duty a unit",
  parameters: {
    price: number({
      doc: "The supplier's price of a unit, in the supplier's currency.",
      unit: "money per unit",
      min: 0,
    }),
    rate: withDefault(
      number({ doc: "Your currency for one unit of the supplier's.", unit: "exchange rate", above: 0 }),
      1,
    ),
    freight: withDefault(
      number({ doc: "Freight and insurance of a unit, in your currency.", unit: "money per unit", min: 0 }),
      0,
    ),
    duty: withDefault(number({ doc: "Duty on a unit, in your currency.", unit: "money per unit", min: 0 }), 0),
  },
  examples: [
    {
      says: "10 USD at 0.90 EUR, 0.80 freight, 0.45 duty",
      args: [10, 0.9, 0.8, 0.45],
      answer: 10.25,
      source: "by definition: 9 + 0.80 + 0.45",
    },
    { says: "from next door", args: [12.5], answer: 12.5, source: "by definition" },
  ],
  compute: costOfUnit,
});
