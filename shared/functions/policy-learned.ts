import { defineServer } from "../define/define.ts";
import { integer, table } from "../define/parameters.ts";
import { learnedPolicy, type LearnedPolicy } from "../inventory/mdp/learned-policy.ts";
import { NEAR_OPTIMUM } from "../inventory/mdp/proves-itself.ts";
import {
  freeOrderCost,
  replenishmentCore,
  replenishmentProblem,
  replenishmentRules,
  STOCK_ROWS,
  stockPositions,
} from "./parameters/replenishment.ts";

/** A share in percent, rounded up: what "within" and "at most" promise. */
const atMost = (share: number): string => `${(Math.ceil(1000 * share - 1e-6) / 10).toFixed(1)}%`;

/** A cost ratio above this shows as a saving of nothing. */
const AS_CHEAP = 0.9995;

/** Which rule is used, and what the learned one proved or failed to prove. */
function why({ isLearned, ratio, plain, fallback, checks }: LearnedPolicy): string {
  const worst = checks.reduce((a, b) => (b.ratio > a.ratio ? b : a), { leadTime: 0, ratio: 1 });
  if (isLearned) {
    const saving =
      ratio > AS_CHEAP ? `as cheap as ${plain}` : `${(100 * (1 - ratio)).toFixed(1)}% cheaper than ${plain}`;
    const times = checks.map(({ leadTime }) => leadTime).join(", ");
    return `learned: ${saving}${times && `; within ${atMost(worst.ratio - 1)} of the optimum at lead time ${times}`}`;
  }
  if (worst.ratio > NEAR_OPTIMUM)
    return `${fallback}: what was learned costs ${atMost(worst.ratio - 1)} more than the optimum at lead time ${worst.leadTime}`;
  return `${fallback}: learning found nothing surely cheaper${fallback === plain ? "" : ` than ${plain}`}`;
}

export const policyLearned = defineServer({
  name: "POLICY_LEARNED",
  category: "Ordering",
  summary: "Orders by a policy learned on the item's own demand: lost sales with a long lead time.",
  returns:
    "A row for each stock position: order, cost per period, that cost over the best base-stock's, upper 95% limit of that ratio, why.",
  spills: true,
  details: [
    "Where unmet demand is lost and orders take long, POLICY_MDP has too many stock positions to try, and ordering up to a level (BASE_STOCK) costs several percent too much, 10 to 15% where orders take long and lost sales are cheap: it ignores that part of what is on its way will sell out before an order placed now arrives. This function learns a better rule by policy search, a form of reinforcement learning: it simulates the item thousands of periods and moves the rule's weights to where it costs least. Timing and costs are those of POLICY_MDP.",
    "The rule looks at how much stock an order placed now will find on arrival, and how uncertain that is, and orders what is missing to a learned level. Where an order costs something, or comes in packs or a minimum, it also learns from which need on to order and how much more.",
    "It is used only where it proved itself. Its exact cost must be within 1% of the optimum at lead times 1 and 2, and at the item's own, wherever the optimum can be computed; where it cannot at the item's own lead time, the learned rule must be cheaper than the best base-stock (with lots: than the best reorder point and order-up-to level) on 60,000 new periods, with 95% confidence. Otherwise the best classic is used, base-stock, base-stock with a limit on each order, or reorder point and level, and the last column says so.",
    `stock has ${STOCK_ROWS}. demand, distribution and demand_sd are as in POLICY_MDP. The same arguments always learn the same rule.`,
  ],
  formula:
    "z = ⌊d + a σ + b s − m⌋ where positive; m mean and s standard deviation (with one period's demand) of the stock on hand when an order placed now arrives, each period leaving (stock − D)⁺, by its first two moments; d and σ mean and standard deviation of D; a, b learned. With b = 0: the projected-inventory-level policy. With lots: z + e where the need is t or more; t, e learned.",
  source:
    "Van Jaarsveld and Arts, Operations Research 72 (2024), projected inventory level; Xin, Operations Research 69 (2021), capped base-stock; Morton, Operations Research 19 (1971), myopic orders; Gijsbrechts, Boute, Van Mieghem and Zhang, M&SOM 24 (2022), reinforcement learning for lost sales and its benchmarks",
  parameters: {
    ...replenishmentCore,
    lead_time: integer({ doc: "Periods from order to arrival.", unit: "periods", min: 1, max: 30 }),
    stock: table({ doc: "Stock positions to order for, one a row.", unit: "units", min: 0 }),
    order_cost: freeOrderCost,
    ...replenishmentRules,
  },
  examples: [
    {
      says: "sales are lost, an order takes two periods: the learned rule is within 1% of the optimal 4.395",
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
      answer: (rows) =>
        (rows as [number, number, number, number, string][]).every(
          ([order, cost, ratio, upper, text]) =>
            order >= 0 &&
            Math.abs(cost / 4.3953 - 1) < 0.01 &&
            ratio < upper &&
            upper < 1 &&
            text.startsWith("learned"),
        ),
      source: "Zipkin, Operations Research 56 (2008), table of lost-sales costs: optimum 4.40, best base-stock 4.64",
    },
    {
      says: "an order takes three periods: near the optimal 4.599",
      args: [5, 3, 1, 4, [[9, 5, 4]]],
      answer: (rows) => {
        const [order, cost, ratio, upper, text] = (rows as [number, number, number, number, string][])[0]!;
        return order > 0 && Math.abs(cost / 4.5987 - 1) < 0.01 && ratio < upper && upper < 1 && /^learned: /.test(text);
      },
      source: "Zipkin, Operations Research 56 (2008), table of lost-sales costs: optimum 4.60, best base-stock 4.98",
    },
  ],
  compute(args) {
    const problem = replenishmentProblem(args, "lost");
    const positions = stockPositions(args.stock, args.lead_time, "lost");
    const policy = learnedPolicy(problem);
    const reason = why(policy);
    return positions.map((position) => [policy.rule(position), policy.cost, policy.ratio, policy.upper, reason]);
  },
});
