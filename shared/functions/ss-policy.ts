import { defineServer } from "../define/define.ts";
import { notAvailable, UserError } from "../define/errors.ts";
import { choice, integer, number, withDefault } from "../define/parameters.ts";
import { usualWholeFamily, wholeUnits } from "../inventory/demand/whole-units.ts";
import { DEAREST_SHORTAGE } from "../inventory/policies/position-costs.ts";
import { exactSs, ssCosts, type SsProblem } from "../inventory/policies/ss-exact.ts";
import { powerSs } from "../inventory/policies/ss-power.ts";
import { holdingPerPeriod, orderCost, shortagePerPeriod } from "./parameters/money.ts";
import { wholeDemandSd, wholeFamily } from "./parameters/whole-demand.ts";

/** Units of lead-time demand, and of one lot, that are counted through in well under a second. */
const MOST_UNITS = 20_000;
const LEAST_MEAN = 1e-4;

export const ssPolicy = defineServer({
  name: "SS_POLICY",
  category: "Ordering",
  summary: "Reorder point s and order-up-to level S of least cost, with the cost per period.",
  returns: "One row: reorder point s, order-up-to level S, cost per period.",
  shows: [null, null, "money"],
  spills: true,
  details: [
    "At the start of each period look at the position; if it is s or below, order up to S. Demand follows, and costs are counted on what is left or owed at the period's end. An order arrives before the demand of its own period, or lead_time periods later.",
    '"exact" finds the best whole numbers. "power" is a closed formula that needs only mean and sd, for large quantities; its cost is that of the rounded levels, and NA where counting units takes too long.',
    "The distribution is Poisson unless demand_sd is given; then negative binomial where the variance exceeds the mean and otherwise normal, rounded to whole units.",
  ],
  formula:
    "c(s, S) = (K + Σ m(j) G(S − j)) / Σ m(j), j < S − s; G(y) = h E(y − D)⁺ + p E(D − y)⁺; at the best, G(s) ≥ c > G(s + 1). K order cost, h holding cost, p shortage cost, D demand over lead time and one period, m(j) how often the position is S − j.",
  source:
    "Zheng and Federgruen, Operations Research 39 (1991); Snyder & Shen, Fundamentals of Supply Chain Theory, 2nd ed., algorithm 4.2 and equations 4.71 to 4.75; power approximation of Ehrhardt and Mosier (1984), equations 4.77 to 4.80",
  parameters: {
    demand_mean: number({ doc: "Mean demand per period.", unit: "units per period", above: 0 }),
    order_cost: orderCost,
    holding_cost: holdingPerPeriod,
    shortage_cost: shortagePerPeriod,
    distribution: wholeFamily,
    demand_sd: wholeDemandSd,
    method: withDefault(
      choice(["exact", "power"], {
        doc: "The best policy, or the closed formula.",
        aliases: { "power approximation": "power" },
      }),
      "exact",
    ),
    lead_time: withDefault(integer({ doc: "Periods from order to arrival.", unit: "periods", min: 0, max: 1000 }), 0),
  },
  examples: [
    {
      says: "Poisson demand of 6 a period, 5 an order",
      args: [6, 5, 1, 4],
      answer: [[4, 10, 8.034111561471642]],
      source: "Snyder & Shen, example 4.7; stockpyl 1.0.2, s_s_discrete_exact(1, 4, 5, True, 6)",
    },
    {
      says: "the power approximation for normal demand",
      args: [50, 2.5, 0.18, 0.7, "normal", 8, "power"],
      answer: (row) => {
        const [s, S] = (row as number[][])[0]!;
        return Math.abs(s! - 40.19461695647407) < 1e-8 && Math.abs(S! - 74.29017010979) < 1e-8;
      },
      source: "Snyder & Shen, example 4.8; stockpyl 1.0.2, s_s_power_approximation(0.18, 0.7, 2.5, 50, 8)",
    },
  ],
  compute(args) {
    const { demand_mean: mean, order_cost, holding_cost, shortage_cost, lead_time, method } = args;
    const family = args.distribution ?? usualWholeFamily(mean, args.demand_sd);
    const sd = family === "poisson" ? Math.sqrt(mean) : (args.demand_sd ?? Math.sqrt(mean));
    const periods = lead_time + 1;
    const lot = Math.sqrt(((2 * mean * order_cost) / holding_cost) * (1 + holding_cost / shortage_cost));
    const countable = mean >= LEAST_MEAN && periods * mean + sd * Math.sqrt(periods) <= MOST_UNITS && lot <= MOST_UNITS;
    const problem = (): SsProblem => ({
      demand: wholeUnits(family, mean, sd),
      leadTimeDemand: wholeUnits(family, mean * periods, sd * Math.sqrt(periods)),
      orderCost: order_cost,
      holdingCost: holding_cost,
      shortageCost: shortage_cost,
    });
    if (method === "power") {
      if (order_cost === 0)
        throw new UserError('order_cost: must be greater than 0 for the method "power"; "exact" takes 0');
      const { s, S } = powerSs({
        mean,
        leadTimeMean: mean * periods,
        leadTimeSd: sd * Math.sqrt(periods),
        orderCost: order_cost,
        holdingCost: holding_cost,
        shortageCost: shortage_cost,
      });
      const [low, high] = [Math.round(s), Math.max(Math.round(S), Math.round(s) + 1)];
      return [[s, S, countable && high - low <= MOST_UNITS ? ssCosts(problem()).cost(low, high) : "NA"]];
    }
    if (shortage_cost > DEAREST_SHORTAGE * holding_cost)
      throw new UserError("shortage_cost: must be at most a billion times holding_cost");
    if (!countable)
      throw notAvailable(
        `demand_mean: "exact" counts unit by unit, from ${LEAST_MEAN} to about ${MOST_UNITS.toLocaleString("en")} units a lot and lead time; use the method "power", or count in packs`,
      );
    const { s, S, cost } = exactSs(problem());
    return [[s, S, cost]];
  },
});
