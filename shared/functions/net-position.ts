import { defineCell } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { number, optional, table, withDefault } from "../define/parameters.ts";
import { netPosition as positionOf, type DueOrder } from "../purchasing/facts/net-position.ts";

function ordersOf(rows: readonly (readonly number[])[]): DueOrder[] {
  if (rows[0]!.length !== 2)
    throw new UserError(`open_orders: must have two columns, due and quantity; got ${rows[0]!.length}`);
  return rows.map(([due, quantity], i) => {
    if (quantity! < 0)
      throw new UserError(`open_orders: row ${i + 1}, column 2 must be at least 0 units; got ${quantity}`);
    return { due: due!, quantity: quantity! };
  });
}

export const netPosition = defineCell({
  name: "NET_POSITION",
  category: "Stock",
  summary: "Stock position: on hand plus what is on order in time, less backorders and reserved units.",
  returns: "Units; below 0 where more is owed than on hand and on order.",
  details: [
    "Compare it with the reorder point, not the stock on hand alone: what is already on its way need not be ordered again, and what is promised is gone.",
    "An order that arrives after the next one could is no cover: give as horizon_end today plus lead time plus review period, and orders due later don't count. Past-due orders count, whatever their date: chase them, or delete those that will never come.",
    "Due dates may be Excel dates or period numbers (1 for the next period, 0 or less for past due), as long as horizon_end is the same kind. Blank rows count for nothing; an order without a date counts as past due.",
  ],
  formula: "Position = on hand + Σ open orders due by horizon_end − backorders − reserved",
  source: "Silver, Pyke & Thomas, Inventory and Production Management in Supply Chains, 4th ed., chapter 6",
  parameters: {
    on_hand: number({ doc: "Units in stock; below 0, units that customers wait for.", unit: "units" }),
    open_orders: optional(
      table({
        doc: "Open orders, one a row: due (date or period number) and quantity; left out, none.",
        unit: "date and units",
      }),
    ),
    backorders: withDefault(
      number({
        doc: "Units customers already wait for; stock below 0 is taken for the same units, and the larger of the two counts.",
        unit: "units",
        min: 0,
      }),
      0,
    ),
    reserved: withDefault(number({ doc: "Units promised or set aside.", unit: "units", min: 0 }), 0),
    horizon_end: optional(
      number({ doc: "The last date or period whose orders count; left out, all count.", unit: "date", above: 0 }),
    ),
  },
  examples: [
    {
      says: "120 on hand; 100 due 2 Dec 2026 and 500 due 1 Mar 2027; what counts is due by 11 Jan 2027",
      args: [
        120,
        [
          [46358, 100],
          [46447, 500],
        ],
        5,
        15,
        46398,
      ],
      answer: 200,
      source: "by definition: 120 + 100 − 5 − 15; the 500 come too late",
    },
    {
      says: "in periods, with 40 two periods overdue",
      args: [
        10,
        [
          [-2, 40],
          [3, 60],
          [9, 80],
        ],
        0,
        0,
        5,
      ],
      answer: 110,
      source: "by definition: 10 + 40 + 60",
    },
    { says: "5 short, which are also listed as backorders", args: [-5, null, 5], answer: -5, source: "by definition" },
    { says: "nothing on order, more owed than there is", args: [8, null, 20], answer: -12, source: "by definition" },
  ],
  compute: ({ on_hand, open_orders, backorders, reserved, horizon_end }) =>
    positionOf({
      onHand: on_hand,
      orders: open_orders ? ordersOf(open_orders) : [],
      backorders,
      reserved,
      horizonEnd: horizon_end,
    }),
});
