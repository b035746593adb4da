import { UserError } from "../../define/errors.ts";
import { integer, number, optional, series, withDefault } from "../../define/parameters.ts";
import { usualWholeFamily, wholeUnits, type WholeFamily } from "../../inventory/demand/whole-units.ts";
import { orderGrid } from "../../inventory/mdp/allowed-orders.ts";
import { meanOf, type ReplenishmentProblem, type StockPosition, type Unmet } from "../../inventory/mdp/problem.ts";
import { holdingPerPeriod } from "./money.ts";
import { wholeDemandSd, wholeFamily } from "./whole-demand.ts";

// What the functions over a Markov decision process of one item share.

/** Demand of one period that is counted unit by unit. */
const [LEAST_MEAN, MOST_UNITS] = [1e-4, 20_000];
/** The largest share of periods without demand: beyond it, stock once bought is as good as never sold. */
const MOST_IDLE = 1 - 1e-5;
/** Dearer shortages would drown holding in rounding. */
const DEAREST_SHORTAGE = 1e6;

/** The arguments before the stock, and those after the cost of an order. */
export const replenishmentCore = {
  demand: series({
    doc: "Mean demand per period; or a range with how likely 0, 1, 2, ... units are.",
    unit: "units per period",
    min: 0,
  }),
  lead_time: integer({ doc: "Periods from order to arrival.", unit: "periods", min: 0, max: 30 }),
  holding_cost: holdingPerPeriod,
  shortage_cost: number({
    doc: "Cost of losing the sale of one unit, or of owing it for one period.",
    unit: "money per unit",
    above: 0,
  }),
};

export const freeOrderCost = withDefault(
  number({ doc: "Cost of placing one order, whatever its size.", unit: "money per order", min: 0 }),
  0,
);

export const replenishmentRules = {
  distribution: wholeFamily,
  demand_sd: wholeDemandSd,
  moq: optional(integer({ doc: "Minimum order quantity; left out, none.", unit: "units", min: 0 })),
  multiple: optional(
    integer({ doc: "Pack size: orders are whole multiples of it; 0 or left out, none.", unit: "units", min: 0 }),
  ),
  maximum: optional(integer({ doc: "Most units in one order; 0 or left out, no limit.", unit: "units", min: 0 })),
};

export const STOCK_ROWS =
  "a row for each stock position: on hand now (after today's receipts), then what is due in 1, 2, ... periods, up to one less than lead_time; what is left out is 0";

interface ReplenishmentArguments {
  readonly demand: readonly number[];
  readonly lead_time: number;
  readonly holding_cost: number;
  readonly shortage_cost: number;
  readonly order_cost: number;
  readonly distribution: WholeFamily | undefined;
  readonly demand_sd: number | undefined;
  readonly moq: number | undefined;
  readonly multiple: number | undefined;
  readonly maximum: number | undefined;
}

/** Probabilities of 0, 1, 2, ... units, from a mean or from weights. */
function demandShares({ demand, distribution, demand_sd: sd }: ReplenishmentArguments): number[] {
  if (demand.length === 1) {
    const mean = demand[0]!;
    if (!(mean >= LEAST_MEAN && mean + (sd ?? 0) <= MOST_UNITS))
      throw new UserError(
        `demand: must be a mean from ${LEAST_MEAN} to ${MOST_UNITS.toLocaleString("en")} units a period, or a range of probabilities; count in packs or longer periods`,
      );
    const shares = wholeUnits(distribution ?? usualWholeFamily(mean, sd), mean, sd ?? Math.sqrt(mean));
    if (shares[0]! > MOST_IDLE)
      throw new UserError(
        `demand: must be more than 0 once rounded to whole units; ${mean} is not, with that demand_sd`,
      );
    return shares;
  }
  if (distribution !== undefined || sd !== undefined)
    throw new UserError(
      `${sd === undefined ? "distribution" : "demand_sd"}: must be left out where demand is a range of probabilities`,
    );
  const total = demand.reduce((a, b) => a + b, 0);
  if (!(total > 0 && demand[0]! / total <= MOST_IDLE))
    throw new UserError("demand: must give some probability, at least one in 100,000, to more than 0 units");
  return demand.map((weight) => weight / total);
}

/** The problem that the arguments state. */
export function replenishmentProblem(args: ReplenishmentArguments, unmet: Unmet): ReplenishmentProblem {
  const { lead_time, holding_cost, shortage_cost, order_cost, moq, multiple, maximum } = args;
  const demand = demandShares(args);
  if (shortage_cost > DEAREST_SHORTAGE * holding_cost)
    throw new UserError("shortage_cost: must be at most a million times holding_cost");
  const rules = { moq, multiple, maximum };
  const { most } = orderGrid(rules);
  if (most === 0) throw new UserError(`maximum: must allow one pack of ${multiple}; got ${maximum}`);
  const mean = meanOf(demand);
  if (unmet === "backordered" && most <= mean)
    throw new UserError(`maximum: must be greater than the mean demand of ${mean}, or backorders never end`);
  return {
    demand,
    leadTime: lead_time,
    holdingCost: holding_cost,
    shortageCost: shortage_cost,
    orderCost: order_cost,
    unmet,
    rules,
  };
}

/** The stock positions of a table, one a row. Backorders are negative stock on hand. */
export function stockPositions(rows: readonly (readonly number[])[], leadTime: number, unmet: Unmet): StockPosition[] {
  const width = Math.max(1, leadTime);
  if (rows[0]!.length > width)
    throw new UserError(
      `stock: must have at most ${width} columns for a lead time of ${leadTime} (on hand${width > 1 ? `, then due in 1 to ${width - 1} periods` : ""}); got ${rows[0]!.length}`,
    );
  return rows.map((row, i) => {
    row.forEach((units, j) => {
      const owed = j === 0 && unmet === "backordered";
      if (!Number.isInteger(units) || (units < 0 && !owed))
        throw new UserError(
          `stock: row ${i + 1}, column ${j + 1} must be whole units${owed ? "" : " of at least 0"}; got ${units}`,
        );
    });
    return [...row, ...new Array<number>(width - row.length).fill(0)];
  });
}
