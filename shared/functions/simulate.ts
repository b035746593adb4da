import { defineServer } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { cells, choice, history, integer, number, optional, series, withDefault } from "../define/parameters.ts";
import type { Estimate } from "../inventory/simulation/interval.ts";
import { namedPolicy, POLICY_NAMES } from "../inventory/simulation/named-policy.ts";
import { resampledPaths } from "../inventory/simulation/resample.ts";
import { simulateStock } from "../inventory/simulation/simulate.ts";
import { summarise, type SimulationSummary } from "../inventory/simulation/summary.ts";
import { moq, multiple } from "./parameters/order-rules.ts";

/** Periods simulated in one call, all courses of demand together. */
const MOST_PERIODS = 5_000_000;

const ROWS: readonly (readonly [string, keyof SimulationSummary])[] = [
  ["cost a period", "cost"],
  ["ordering", "ordering"],
  ["holding", "holding"],
  ["shortage", "shortage"],
  ["fill rate by unit", "fillByUnit"],
  ["fill rate by value", "fillByValue"],
  ["average stock", "averageStock"],
  ["orders a period", "orders"],
];

const shownNumber = (x: number): number | string => (Number.isFinite(x) ? x : "NA");

const row = (label: string, { value, low, high }: Estimate): (string | number)[] => [
  label,
  shownNumber(value),
  shownNumber(low),
  shownNumber(high),
];

/** What a unit is worth in each course of demand. */
function unitValues(given: readonly number[] | undefined, columns: number): number[] {
  if (given === undefined) return new Array<number>(columns).fill(1);
  if (given.length === 1) return new Array<number>(columns).fill(given[0]!);
  if (given.length !== columns)
    throw new UserError(`unit_value: must be one number, or one for each of the ${columns} columns of demand`);
  return [...given];
}

export const simulate = defineServer({
  name: "SIMULATE",
  category: "Stock",
  summary: "Plays a replenishment policy on demand, period by period: costs, fill rates, stock and orders.",
  returns: "Eight rows: label, value, low and high of its 95% interval; costs, stock and orders are means a period.",
  spills: true,
  details: [
    "Each period: receive what is due, look at the stock and order, then demand comes. What is ordered arrives at the start of the period lead_time later; with 0 at once. Demand beyond the stock is served in part; the rest is lost, or waits (backordered). Holding is counted on the stock at the period's end; shortage on each unit lost, or on each unit owed at each period's end.",
    `policy is a range: a name, then its levels. ${POLICY_NAMES.map((name) => `"${name}"`).join(", ")}: {"s,S", 20, 60} orders up to 60 where the position (on hand, on order, less owed) is 20 or below; {"r,Q", 20, 40} orders lots of 40 where it is 20 or below; {"base-stock", 30} refills to 30 every period; {"periodic", 4, 30} every fourth period; {"nothing"} never orders.`,
    "demand is a history or a forecast, oldest first; each column is a course of its own. With paths, that many courses are drawn from each column in blocks, so that the interval says how much is luck: the same seed gives every policy the same courses, so that policies compare fairly. Without paths the columns are played as they are, and one column has no interval (NA).",
    "The opening stock is what the policy orders up to, unless given. Periods of warm_up are played and not counted.",
  ],
  formula:
    "cost = K (orders) + h Σ (end stock) + p Σ (units short), a period; fill rate = units served / units asked for",
  source:
    "Law, Simulation Modeling and Analysis, 5th ed., chapters 1.5 and 9; Politis & Romano, J. American Statistical Association 89 (1994) for the blocks",
  parameters: {
    policy: cells({ doc: 'Name and levels, such as {"s,S", 20, 60}.' }),
    demand: history({ doc: "Demand per period, oldest first, each column a course of its own.", min: 0 }),
    lead_time: integer({ doc: "Periods from order to arrival.", unit: "periods", min: 0, max: 1000 }),
    order_cost: number({ doc: "Cost of placing one order, whatever its size.", unit: "money per order", min: 0 }),
    holding_cost: number({
      doc: "Cost of keeping one unit in stock for one period.",
      unit: "money per unit and period",
      min: 0,
    }),
    shortage_cost: number({
      doc: "Cost of a unit lost, or of a unit owed for one period.",
      unit: "money per unit",
      min: 0,
    }),
    unmet: withDefault(
      choice(["lost", "backordered"], {
        doc: "What becomes of demand beyond the stock.",
        aliases: { backorder: "backordered", backorders: "backordered", "lost sales": "lost" },
      }),
      "lost",
    ),
    opening_stock: optional(
      number({ doc: "Units in stock at the start; left out, what the policy orders up to.", unit: "units", min: 0 }),
    ),
    moq,
    multiple,
    unit_value: optional(
      series({
        doc: "What a unit is worth, for the fill rate by value: one number, or one a column; left out, 1.",
        min: 0,
      }),
    ),
    warm_up: withDefault(integer({ doc: "Periods at the start that do not count.", unit: "periods", min: 0 }), 0),
    paths: withDefault(
      integer({ doc: "Courses drawn from each column; 0 plays it as it is.", min: 0, max: 10_000 }),
      0,
    ),
    seed: withDefault(integer({ doc: "Which courses are drawn.", min: 0, max: 2 ** 31 }), 1),
  },
  examples: [
    {
      says: "lots of 20 for a steady 10 a period: an order every other period, 10 left in between",
      args: [[["r,Q", 0, 20]], [[10], [10], [10], [10]], 0, 6, 0.5, 1, "lost", 0],
      answer: [
        ["cost a period", 5.5, "NA", "NA"],
        ["ordering", 3, "NA", "NA"],
        ["holding", 2.5, "NA", "NA"],
        ["shortage", 0, "NA", "NA"],
        ["fill rate by unit", 1, "NA", "NA"],
        ["fill rate by value", 1, "NA", "NA"],
        ["average stock", 5, "NA", "NA"],
        ["orders a period", 0.5, "NA", "NA"],
      ],
      source: "by hand: two orders in four periods; end stocks 10, 0, 10, 0",
    },
  ],
  compute(args) {
    const { policy: named, opening } = readPolicy(args.policy);
    const given = args.demand.map((column) => {
      if (column.some(Number.isNaN)) throw new UserError("demand: must be known in every period; fill its gaps first");
      return column;
    });
    const periods = Math.max(...given.map((column) => column.length));
    if (args.warm_up >= periods) throw new UserError(`warm_up: must be less than the ${periods} periods of demand`);
    if (periods * given.length * Math.max(1, args.paths) > MOST_PERIODS)
      throw new UserError(
        `paths: must keep the periods simulated below ${MOST_PERIODS.toLocaleString("en")}; use fewer`,
      );
    const values = unitValues(args.unit_value, given.length);
    const courses = given.flatMap((column, i) =>
      (args.paths === 0 ? [column] : resampledPaths(column, { paths: args.paths, periods, seed: args.seed })).map(
        (demand) => ({ demand, value: values[i]! }),
      ),
    );
    const runs = courses.map(({ demand }) =>
      simulateStock(
        {
          demand,
          leadTime: args.lead_time,
          costs: { ordering: args.order_cost, holding: args.holding_cost, shortage: args.shortage_cost },
          opening: args.opening_stock ?? opening,
          rules: { moq: args.moq, multiple: args.multiple },
          backorders: args.unmet === "backordered",
          warmUp: args.warm_up,
        },
        named,
      ),
    );
    const summary = summarise(
      runs,
      courses.map(({ value }) => value),
    );
    return ROWS.map(([label, key]) => row(label, summary[key]));
  },
});

function readPolicy(range: readonly (readonly unknown[])[]): ReturnType<typeof namedPolicy> {
  try {
    return namedPolicy(range.flat());
  } catch (error) {
    if (error instanceof UserError) throw new UserError(`policy: ${error.message}`);
    throw error;
  }
}
