import { defineCell } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { choice, number, table, withDefault } from "../define/parameters.ts";
import { allUnitsDiscount, incrementalDiscount, type PriceBreak } from "../inventory/lots/quantity-discount.ts";
import { demandRate, orderCost } from "./parameters/money.ts";

/** Price breaks from rows (minimum quantity, unit price), checked and put in order. */
function priceBreaks(rows: readonly (readonly number[])[]): PriceBreak[] {
  if (rows[0]!.length !== 2)
    throw new UserError(`breaks: must have 2 columns, minimum quantity and unit price; got ${rows[0]!.length}`);
  const sorted = rows.map(([from, price]) => ({ from: from!, price: price! })).sort((a, b) => a.from - b.from);
  sorted.forEach(({ from, price }, i) => {
    if (price === 0) throw new UserError("breaks: must have unit prices greater than 0");
    if (i === 0) return;
    if (from === sorted[i - 1]!.from) throw new UserError(`breaks: must name each quantity once; got ${from} twice`);
    if (price > sorted[i - 1]!.price)
      throw new UserError(`breaks: must not become dearer; from ${from} units the price rises to ${price}`);
  });
  // A price list may begin at the supplier's minimum of 1 rather than 0.
  if (sorted[0]!.from > 1)
    throw new UserError(`breaks: must begin with the price of small orders, from 0; got ${sorted[0]!.from}`);
  return sorted.map((b, i) => (i === 0 ? { ...b, from: 0 } : b));
}

const KINDS = { "all-units": allUnitsDiscount, incremental: incrementalDiscount } as const;

const prices = [
  [0, 0.75],
  [400, 0.72],
  [800, 0.68],
];

export const eoqDiscount = defineCell({
  name: "EOQ_DISCOUNT",
  category: "Ordering",
  summary: "Best order quantity under price breaks, with its unit price and yearly cost.",
  returns: "One row: quantity, unit price paid on average, cost per time unit including purchase.",
  shows: [null, "money", "money"],
  spills: true,
  details: [
    'Weighs a lower price against more stock. "all-units": from a break on, the lower price applies to the whole order. "incremental": it applies only to the units beyond the break.',
    "Breaks are rows of minimum quantity and unit price, in any order; the first from 0 (or 1). Holding cost is a share of the price, so cheaper goods are cheaper to keep.",
  ],
  formula:
    "All units: the least of c λ + K λ / Q + i c Q / 2 over each bracket's best Q = √(2 K λ / (i c)), moved up to its break. Incremental: the same with K raised by what the bracket's earlier units cost beyond c. K order cost, λ demand, i holding rate, c unit price.",
  source: "Snyder & Shen, Fundamentals of Supply Chain Theory, 2nd ed., section 3.4, equations 3.18 to 3.22",
  parameters: {
    demand: demandRate,
    order_cost: orderCost,
    holding_rate: number({
      doc: "Holding cost as a share of the unit price: 0.25 for 25% a year.",
      unit: "share per time unit",
      above: 0,
    }),
    breaks: table({ doc: "Rows of minimum quantity and unit price.", unit: "units, money per unit", min: 0 }),
    kind: withDefault(
      choice(["all-units", "incremental"], {
        doc: "Whether the lower price applies to the whole order or to the units beyond the break.",
        aliases: { "all units": "all-units" },
      }),
      "all-units",
    ),
  },
  examples: [
    {
      says: "1,300 a year, 8 an order, 30%; 0.75, from 400 units 0.72, from 800 units 0.68",
      args: [1300, 8, 0.3, prices],
      answer: [[800, 0.68, 978.6]],
      source: "Snyder & Shen, example 3.6; stockpyl 1.0.2, economic_order_quantity_with_all_units_discounts",
    },
    {
      says: "the same prices for the units beyond each break alone: small lots again",
      args: [1300, 8, 0.3, prices, "incremental"],
      answer: [[304.0467800264368, 0.75, 1043.4105255059483]],
      tolerance: 1e-7,
      source: "stockpyl 1.0.2, economic_order_quantity_with_incremental_discounts on the prices of example 3.6",
    },
  ],
  compute({ demand, order_cost, holding_rate, breaks, kind }) {
    const costs = { demand, orderCost: order_cost, holdingRate: holding_rate };
    const { quantity, unitPrice, cost } = KINDS[kind](priceBreaks(breaks), costs);
    return [[quantity, unitPrice, cost]];
  },
});
