import { defineServer } from "../define/define.ts";
import { notAvailable } from "../define/errors.ts";
import { choice, optional, table, withDefault } from "../define/parameters.ts";
import { optimalPolicy } from "../inventory/mdp/optimal-policy.ts";
import { isOneNumber } from "../inventory/mdp/policy-bounds.ts";
import { UNMET } from "../inventory/mdp/problem.ts";
import {
  freeOrderCost,
  replenishmentCore,
  replenishmentProblem,
  replenishmentRules,
  STOCK_ROWS,
  stockPositions,
} from "./parameters/replenishment.ts";

/** Rows that a sheet is filled with. */
const MOST_ROWS = 20_000;

/** Whether the answer's last columns are these, with a Bellman residual below 1e-8. */
const near = (row: readonly unknown[], order: number, cost: number): boolean => {
  const [got, paid, residual] = row.slice(-3) as number[];
  return got === order && Math.abs(paid! / cost - 1) < 1e-9 && residual! >= 0 && residual! < 1e-8;
};

export const policyMdp = defineServer({
  name: "POLICY_MDP",
  category: "Ordering",
  summary: "The best order for every stock position, exactly, from the costs: lost sales or backorders.",
  returns:
    "With stock, a row each: order, cost per period, Bellman residual. Without stock, a row for every stock position: on hand, due in 1, 2, ... periods, then the same three.",
  spills: true,
  details: [
    "No formula is best where unmet demand is lost and orders take time: the right order depends on what is on its way and when. This function tries all stock positions and all orders and answers the policy of least average cost. Each period: receive what is due, order, then demand; costs count what is left, and short, at the period's end. An order arrives at the start of the period lead_time later.",
    `stock has ${STOCK_ROWS}. Without it every position up to the last that orders anything is listed; further up nothing is ordered.`,
    "Lost sales and a lead time of two periods or more need all of it; with backorders, or when orders arrive at once, the sum of a row is what counts, and the list has one column for it. Backorders are negative stock on hand.",
    "demand is a mean (Poisson, unless demand_sd or distribution say otherwise, as in SS_POLICY) or a range with how likely 0, 1, 2, ... units are.",
    "The cost is that of the policy for ever; the Bellman residual bounds how far the cost is from the true optimum. Bounds on stock and orders are found by themselves: they widen until the best policy stays clear of them. Too many positions to try are refused; POLICY_LEARNED answers those.",
  ],
  formula:
    "g + v(x, q₁, …) = min over z of K [z > 0] + h E(x − D)⁺ + p E(D − x)⁺ + E v((x − D)⁺ + q₁, q₂, …, z); g average cost, v relative value, x on hand, qᵢ due in i periods, z order, D demand, K order cost, h holding cost, p shortage cost. With backorders: g + v(y) = min over z of K [z > 0] + G(y + z) + E v(y + z − D), y position, G(y) = h E(y − D′)⁺ + p E(D′ − y)⁺, D′ demand over the lead time and one period.",
  source:
    "Puterman, Markov Decision Processes (1994), sections 8.5 and 8.7; Zipkin, Operations Research 56 (2008), Old and new methods for lost-sales inventory systems",
  parameters: {
    ...replenishmentCore,
    stock: optional(table({ doc: "Stock positions to order for, one a row; all if left out.", unit: "units" })),
    order_cost: freeOrderCost,
    unmet: withDefault(
      choice(UNMET, {
        doc: "What becomes of demand beyond the stock.",
        aliases: { backorder: "backordered", backorders: "backordered", "lost sales": "lost" },
      }),
      "lost",
    ),
    ...replenishmentRules,
  },
  examples: [
    {
      says: "sales are lost, an order takes two periods: 10 on hand and 4 due next, or nothing at all",
      args: [
        5,
        2,
        1,
        4,
        [
          [10, 4],
          [0, 0],
        ],
      ],
      answer: (rows) => {
        const [some, none] = rows as number[][];
        return near(some!, 3, 4.3952951351) && near(none!, 6, 4.3952951351);
      },
      source: "Zipkin (2008), table of lost-sales costs, Poisson demand 5, lead time 2, p = 4: 4.40",
    },
    {
      says: "every stock position where an order takes one period",
      args: [5, 1, 1, 4],
      answer: (rows) =>
        (rows as number[][]).map(([onHand, order]) => `${onHand}:${order}`).join(" ") ===
          "0:6 1:6 2:6 3:6 4:6 5:6 6:5 7:5 8:4 9:3 10:2 11:1" && near((rows as number[][])[0]!, 6, 4.0407111701),
      source: "Zipkin (2008), table of lost-sales costs, Poisson demand 5, lead time 1, p = 4: 4.04",
    },
    {
      says: "what is short is delivered later, 5 an order: the (s, S) = (4, 10) of SS_POLICY",
      args: [6, 0, 1, 4, [[-2], [4], [5]], 5, "backordered"],
      answer: (rows) => {
        const cost = 8.034111561471642;
        const [owed, low, enough] = rows as number[][];
        return near(owed!, 12, cost) && near(low!, 6, cost) && near(enough!, 0, cost);
      },
      source: "Snyder & Shen, example 4.7; stockpyl 1.0.2, s_s_discrete_exact(1, 4, 5, True, 6)",
    },
  ],
  compute(args) {
    const problem = replenishmentProblem(args, args.unmet);
    const asked = args.stock && stockPositions(args.stock, args.lead_time, args.unmet);
    const policy = optimalPolicy(problem, asked);
    if (!policy)
      throw notAvailable(
        isOneNumber(problem)
          ? "demand: counts more units than can all be tried; give quantities in packs"
          : "lead_time: makes more stock positions than can all be tried; use POLICY_LEARNED, or count in packs or longer periods",
      );
    const { cost, residual } = policy;
    if (asked) return asked.map((position) => [policy.order(position), cost, residual]);
    const positions = policy.positions();
    if (positions.length > MOST_ROWS)
      throw notAvailable(
        `stock: must be given here: ${positions.length.toLocaleString("en")} stock positions are too many for a sheet`,
      );
    return positions.map((position) => [...position, policy.order(position), cost, residual]);
  },
});
