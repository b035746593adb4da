import { defineCell } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { choice, number, optional } from "../define/parameters.ts";
import { poissonRq } from "../inventory/policies/poisson-rq.ts";
import {
  eilRq,
  eoqWithBackorders,
  eoqWithSafetyStock,
  lossFunctionRq,
} from "../inventory/policies/rq-approximations.ts";
import { exactRq, type RqPolicy, type RqProblem } from "../inventory/policies/rq.ts";
import { backorderPerTime, OWING, rqParameters } from "./parameters/rq.ts";

const BY_TIME: Readonly<Record<string, (p: RqProblem) => RqPolicy>> = {
  exact: exactRq,
  "eoq+ss": eoqWithSafetyStock,
  eoqb: eoqWithBackorders,
  "loss-function": lossFunctionRq,
  poisson: poissonRq,
};

export const rqPolicy = defineCell({
  name: "RQ_POLICY",
  category: "Ordering",
  summary: "Reorder point and order quantity together, from the costs, with the yearly cost.",
  returns: "One row: reorder point r, order quantity Q, cost per time unit.",
  shows: [null, null, "money"],
  spills: true,
  details: [
    "Stock is watched all the time; whenever the position falls to r, Q is ordered. Everything is in one time unit, usually a year: demand_sd is a year's and lead_time a share of a year (one month: 1/12).",
    "Give exactly one shortage cost: shortage_cost_per_unit where a unit short costs the same however long it lasts, backorder_cost_per_unit_time where it costs by the time a customer waits.",
    'Per unit the method is "eil", the expected-inventory-level approximation. Per unit and time it is "exact" unless you name another: "eoq+ss" (EOQ and the best reorder point without regard to Q), "eoqb" (EOQ with backorders and the best r for it), "loss-function", or "poisson" (exact in whole units, demand_sd ignored).',
  ],
  formula:
    "Exact: least (K λ + ∫ g(y) dy from r to r + Q) / Q, g(y) = h E(y − D)⁺ + p E(D − y)⁺. EIL: least h (r − λL + Q/2) + K λ/Q + p λ n(r)/Q. K order cost, λ demand, h holding cost, p shortage cost, D lead-time demand, n its loss function.",
  source:
    "Snyder & Shen, Fundamentals of Supply Chain Theory, 2nd ed., equations 5.7, 5.9, 5.16 to 5.18, 5.21, 5.28, 5.29 and 5.48 (Zheng, 1992; Federgruen and Zheng, 1992; Hadley and Whitin, 1963)",
  parameters: {
    ...rqParameters,
    shortage_cost_per_unit: optional(
      number({
        doc: "Cost of a unit short, however long; left out where the other shortage cost is given.",
        unit: "money per unit",
        above: 0,
      }),
    ),
    backorder_cost_per_unit_time: optional({
      ...backorderPerTime,
      doc: `${OWING}; left out where the other shortage cost is given.`,
    }),
    method: optional(
      choice(["exact", "eil", "eoq+ss", "eoqb", "loss-function", "poisson"], {
        doc: 'How to compute it; left out, "exact", or "eil" for a shortage cost per unit.',
        aliases: { eoqss: "eoq+ss", "eoq-ss": "eoq+ss", loss: "loss-function" },
      }),
    ),
  },
  examples: [
    {
      says: "a shortage costs 7.50 a unit",
      args: [1300, 150, 1 / 12, 8, 0.225, 7.5],
      answer: [[213.97044213580244, 318.5901810768729, 95.45114022285196]],
      tolerance: 1e-7,
      source: "Snyder & Shen, example 5.2; stockpyl 1.0.2, r_q_eil_approximation",
    },
    {
      says: "a backorder costs 7.50 a unit and year: exactly",
      args: [1300, 150, 1 / 12, 8, 0.225, null, 7.5],
      answer: [[126.8670634479628, 328.4491421980451, 78.07114627]],
      tolerance: 1e-6,
      source: "stockpyl 1.0.2, r_q_loss_function_approximation, which agrees here, and r_q_cost of it",
    },
    {
      says: "Poisson demand in whole units",
      args: [1.5, null, 2, 100, 20, null, 150, "poisson"],
      answer: [[3, 5, 107.92358063314975]],
      source: "Snyder & Shen, example 5.8; stockpyl 1.0.2, r_q_poisson_exact(20, 150, 100, 1.5, 2)",
    },
  ],
  compute(args) {
    const { shortage_cost_per_unit: perUnit, backorder_cost_per_unit_time: perTime } = args;
    const problem = {
      demandMean: args.demand_mean,
      demandSd: args.demand_sd,
      leadTime: args.lead_time,
      orderCost: args.order_cost,
      holdingCost: args.holding_cost,
    };
    if (perUnit !== undefined && perTime !== undefined)
      throw new UserError("backorder_cost_per_unit_time: must be left out where shortage_cost_per_unit is given");
    const method = args.method ?? (perUnit === undefined ? "exact" : "eil");
    if (method === "eil") {
      if (perUnit === undefined) throw new UserError('shortage_cost_per_unit: must be given for the method "eil"');
      const policy = eilRq({ ...problem, shortageCost: perUnit });
      if (!policy)
        throw new UserError(
          "shortage_cost_per_unit: must be greater than what holding a unit for one order cycle costs, or no stock pays",
        );
      return [[policy.r, policy.Q, policy.cost]];
    }
    if (perTime === undefined)
      throw new UserError(
        perUnit === undefined
          ? "shortage_cost_per_unit: must be given, or else backorder_cost_per_unit_time"
          : `backorder_cost_per_unit_time: must be given for the method "${method}" instead of shortage_cost_per_unit`,
      );
    const { r, Q, cost } = BY_TIME[method]!({ ...problem, backorderCost: perTime });
    return [[r, Q, cost]];
  },
});
