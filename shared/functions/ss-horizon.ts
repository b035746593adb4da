import { defineServer } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { number, optional, series, withDefault } from "../define/parameters.ts";
import { finiteHorizon } from "../inventory/policies/finite-horizon.ts";
import { holdingPerPeriod, orderCost, shortagePerPeriod } from "./parameters/money.ts";

/** Periods a plan may look ahead. */
const MOST_PERIODS = 520;

export const ssHorizon = defineServer({
  name: "SS_HORIZON",
  category: "Ordering",
  summary: "Reorder point and order-up-to level of each period up to a known end, at least cost.",
  returns: "A row per period: reorder point s, order-up-to level S, expected cost from that period on.",
  shows: [null, null, "money"],
  spills: true,
  details: [
    "For an item that ends, or whose demand changes by season: as the end comes near, it pays to hold less. At the start of each period, if stock is s or below, order up to S; the order arrives before the period's demand; what is short is delivered later.",
    "The cost is that of stock_now units at the start of the period, purchases included. What is left, or owed, after the last period costs end_holding_cost or end_shortage_cost a unit; a salvage value makes end_holding_cost smaller but not below 0.",
    "Demand is normal, taken at whole units within four standard deviations of its mean; the 0.006% beyond is left out.",
  ],
  formula:
    "θ_t(x) = min over y ≥ x of K [y > x] + c (y − x) + h E(y − D)⁺ + p E(D − y)⁺ + γ E θ_(t+1)(y − D); K order cost, c unit cost, h holding cost, p shortage cost, γ discount, D demand.",
  source: "Snyder & Shen, Fundamentals of Supply Chain Theory, 2nd ed., equation 4.66 and algorithm 4.1 (Scarf, 1960)",
  parameters: {
    demand_mean: series({ doc: "Mean demand of each period up to the end.", unit: "units per period", min: 0 }),
    demand_sd: series({ doc: "Its standard deviation: one, or one each.", unit: "units", min: 0 }),
    order_cost: orderCost,
    holding_cost: holdingPerPeriod,
    shortage_cost: shortagePerPeriod,
    unit_cost: withDefault(number({ doc: "Price of a unit.", unit: "money per unit", min: 0 }), 0),
    end_holding_cost: optional(
      number({ doc: "Cost of a unit left at the end; holding_cost if left out.", unit: "money per unit", min: 0 }),
    ),
    end_shortage_cost: optional(
      number({ doc: "Cost of a unit owed at the end; shortage_cost if left out.", unit: "money per unit", min: 0 }),
    ),
    stock_now: withDefault(number({ doc: "Stock whose cost is answered.", unit: "units" }), 0),
    discount: withDefault(
      number({ doc: "What one unit of money in the next period is worth now.", above: 0, max: 1 }),
      1,
    ),
  },
  examples: [
    {
      says: "five periods of 100 give or take 20: the last needs less",
      args: [[[100], [100], [100], [100], [100]], 20, 50, 1, 20, 2],
      answer: (rows) => {
        const levels = (rows as number[][]).map(([s, S]) => `${s} ${S}`).join(", ");
        const cost = (rows as number[][])[0]![2]!;
        return (
          levels === "110 133, 110 133, 110 133, 110 133, 111 126" && Math.abs(cost / 1558.6946467384016 - 1) < 1e-9
        );
      },
      source: "stockpyl 1.0.2, finite_horizon_dp(5, 1, 20, 1, 20, 2, 50, 100, 20)",
    },
  ],
  compute(args) {
    const { demand_mean: means, demand_sd } = args;
    if (means.length > MOST_PERIODS)
      throw new UserError(`demand_mean: must hold at most ${MOST_PERIODS} periods; got ${means.length}`);
    if (demand_sd.length !== 1 && demand_sd.length !== means.length)
      throw new UserError(
        `demand_sd: must hold one number or one for each of the ${means.length} periods; got ${demand_sd.length}`,
      );
    const sds = demand_sd.length === 1 ? means.map(() => demand_sd[0]!) : demand_sd;
    const { s, S, cost } = finiteHorizon({
      means,
      sds,
      orderCost: args.order_cost,
      holdingCost: args.holding_cost,
      shortageCost: args.shortage_cost,
      unitCost: args.unit_cost,
      endHoldingCost: args.end_holding_cost ?? args.holding_cost,
      endShortageCost: args.end_shortage_cost ?? args.shortage_cost,
      discount: args.discount,
    });
    return means.map((_, t) => [s[t]!, S[t]!, cost(t, Math.round(args.stock_now))]);
  },
});
