import { defineServer } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { cells, optional } from "../define/parameters.ts";
import { cleanDemand } from "../demand/history/cleaning/clean-demand.ts";
import { demandHistory, season } from "./parameters/demand-history.ts";

/** TRUE, 1 and any other number in stock; FALSE and 0 not. A blank says nothing and counts as in stock. */
function readFlag(cell: unknown, i: number): boolean {
  if (cell === null) return true;
  if (typeof cell === "boolean") return cell;
  if (typeof cell === "number") return cell !== 0;
  throw new UserError(`in_stock: cell ${i + 1} must be TRUE or FALSE; got ${JSON.stringify(cell)}`);
}

export const demandClean = defineServer({
  name: "DEMAND_CLEAN",
  category: "Forecasting",
  summary: "Demand as it would have been: stock-outs, gaps and one-off events put right.",
  returns: "Two columns, a row a period: clean demand (NA before the item was listed), and what was done.",
  spills: true,
  details: [
    "A period without stock sells less than was wanted: there demand is raised to what neighbouring periods and the same season suggest, never lowered. Gaps (NA) take the same. Without in_stock every period counts as in stock.",
    "A value far from the median of its neighbours, season allowed for (more than five robust standard deviations), comes to what was to be expected; a peak that returns each season is no outlier, and neither is a large order of a slow mover.",
    "Silence before the first demand, of more than five usual intervals between demands, is the time before the item was listed: NA, so that forecasts leave it out. As long a silence at the end is named no demand any more.",
  ],
  source:
    "Hampel, The influence curve and its role in robust estimation, 1974; stock-outs as missing values: Nahmias, 1994",
  parameters: {
    history: demandHistory,
    in_stock: optional(
      cells({
        doc: "TRUE where there was stock in the period, FALSE where not: a range of the history's length. Left out, there always was.",
      }),
    ),
    season,
  },
  examples: [
    {
      says: "a stock-out in the fourth period",
      args: [
        [[20], [20], [20], [0], [20], [20]],
        [[true], [true], [true], [false], [true], [true]],
      ],
      answer: [
        [20, ""],
        [20, ""],
        [20, ""],
        [20, "stock-out"],
        [20, ""],
        [20, ""],
      ],
      source: "by definition: between 20 and 20",
    },
    {
      says: "one order of 500 among twenties",
      args: [[[20], [22], [19], [21], [500], [20], [18], [21], [20]], null, 1],
      answer: [
        [20, ""],
        [22, ""],
        [19, ""],
        [21, ""],
        [21, "outlier"],
        [20, ""],
        [18, ""],
        [21, ""],
        [20, ""],
      ],
      source: "by hand: the median of 22, 19, 21, 500, 20, 18 and 21",
    },
  ],
  compute({ history, in_stock, season: periods }) {
    if (history.every(Number.isNaN)) throw new UserError("history: must hold at least one value; all are missing");
    const flags = in_stock?.flat().map(readFlag);
    if (flags && flags.length !== history.length)
      throw new UserError(`in_stock: must hold as many cells as history, ${history.length}; got ${flags.length}`);
    return cleanDemand(history, flags, periods).map(({ demand, note }) => [Number.isNaN(demand) ? "NA" : demand, note]);
  },
});
