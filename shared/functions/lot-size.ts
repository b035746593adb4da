import { defineCell } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { choice, series, withDefault } from "../define/parameters.ts";
import { lotForLot, partPeriod, silverMeal } from "../inventory/lots/lot-heuristics.ts";
import { wagnerWhitin } from "../inventory/lots/wagner-whitin.ts";

const METHODS = {
  "wagner-whitin": wagnerWhitin,
  "silver-meal": silverMeal,
  "part-period": partPeriod,
  "lot-for-lot": lotForLot,
} as const;

/** Periods that are planned in a few milliseconds. */
const MOST_PERIODS = 5000;

/** One cost for all periods, or one each. */
function perPeriod(name: string, costs: readonly number[], periods: number): readonly number[] {
  if (costs.length === 1) return new Array<number>(periods).fill(costs[0]!);
  if (costs.length === periods) return costs;
  throw new UserError(`${name}: must be one cost or one for each of the ${periods} periods; got ${costs.length}`);
}

const demands = [[90], [120], [80], [70]];

export const lotSize = defineCell({
  name: "LOT_SIZE",
  category: "Ordering",
  summary: "What to order in each coming period where demand is known and changes.",
  returns: "A column: the quantity to order in each period.",
  spills: true,
  details: [
    "For a production plan, contracts or a forecast taken as certain. An order arrives in the period it is placed for; put it earlier by the lead time. Stock begins at zero: take stock at hand off the first demands.",
    '"wagner-whitin" finds the plan of least cost. "silver-meal" extends each lot while its cost per period falls, "part-period" until holding costs as much as ordering; both look ahead less far, so the plan changes less as the forecast does. "lot-for-lot" orders every period.',
    "Each cost may be one number or one for each period, such as a price that rises.",
  ],
  formula:
    "Least Σ (K if Q_t > 0) + h I_t + c Q_t with I_t = I_(t−1) + Q_t − d_t, I_0 = 0; K order cost, h holding cost on the stock left at a period's end, c unit cost, d demand.",
  source:
    "Snyder & Shen, Fundamentals of Supply Chain Theory, 2nd ed., section 3.7 (Wagner and Whitin, 1958); Silver, Pyke & Thomas, 4th ed., sections 5.5 and 5.6",
  parameters: {
    demand: series({ doc: "Demand of each coming period.", unit: "units per period", min: 0 }),
    order_cost: series({ doc: "Cost of placing one order, whatever its size.", unit: "money per order", min: 0 }),
    holding_cost: series({
      doc: "Cost of keeping one unit to the next period.",
      unit: "money per unit and period",
      min: 0,
    }),
    unit_cost: withDefault(
      series({ doc: "Price of one unit; matters only where it changes by period.", unit: "money per unit", min: 0 }),
      [0],
    ),
    method: withDefault(
      choice(["wagner-whitin", "silver-meal", "part-period", "lot-for-lot"], {
        doc: "How to plan: the best plan, or a usual rule.",
        aliases: { "wagner whitin": "wagner-whitin", "silver meal": "silver-meal", "part period": "part-period" },
      }),
      "wagner-whitin",
    ),
  },
  examples: [
    {
      says: "two orders for four periods, 500 an order and 2 a unit and period",
      args: [demands, 500, 2],
      answer: [[210], [0], [150], [0]],
      source: "Snyder & Shen, example 3.9; stockpyl 1.0.2, wagner_whitin",
    },
    {
      says: "Silver-Meal on the same",
      args: [demands, 500, 2, null, "silver-meal"],
      answer: [[290], [0], [0], [70]],
      source: "by hand: cost per period 500, 740 / 2 = 370, 1060 / 3 = 353, 1480 / 4 = 370 rises again",
    },
  ],
  compute({ demand, order_cost, holding_cost, unit_cost, method }) {
    if (demand.length > MOST_PERIODS)
      throw new UserError(`demand: must hold at most ${MOST_PERIODS} periods; got ${demand.length}`);
    const lots = METHODS[method](demand, {
      order: perPeriod("order_cost", order_cost, demand.length),
      holding: perPeriod("holding_cost", holding_cost, demand.length),
      unit: perPeriod("unit_cost", unit_cost, demand.length),
    });
    return lots.map((lot) => [lot]);
  },
});
