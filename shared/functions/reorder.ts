import { defineServer } from "../define/define.ts";
import { number, withDefault } from "../define/parameters.ts";
import { packRound } from "../inventory/pack-round.ts";
import { policyFor, shortfall } from "../purchasing/decide/policy.ts";
import { why } from "../purchasing/plan/why.ts";
import { span, units } from "../purchasing/terms/words.ts";
import type { NetworkSource } from "../demand/forecast/networks.ts";
import { demandHistory, forecastItem, leadTime, reviewPeriod, season } from "./parameters/demand-history.ts";
import { serviceLevel } from "./parameters/lead-time-risk.ts";
import { moq, multiple } from "./parameters/order-rules.ts";

export const reorder = defineServer({
  name: "REORDER",
  category: "Ordering",
  summary: "What to order now: forecasts the item, sets (s, S) and applies the supplier's rules.",
  returns:
    "One row: order quantity, reorder point s, order-up-to level S, expected demand over L + R, safety stock, why.",
  spills: true,
  details: [
    "Forecasts demand from the history as LEAD_TIME_DEMAND does, takes the total over lead time and review period as a distribution (a count distribution for slow movers), and orders up to S where the position has fallen to s. The position is on_hand plus on_order; give as on_order only what arrives within lead time and review period.",
    "S is s plus the mean demand of one review period. The quantity follows PACK_ROUND.",
  ],
  formula: "s = α-quantile of D(L + R); S = s + d R; order S − position if position ≤ s",
  source: "Silver, Pyke & Thomas, Inventory and Production Management in Supply Chains, 4th ed., section 6.10",
  parameters: {
    history: demandHistory,
    lead_time: leadTime,
    on_hand: number({ doc: "Units in stock, less what is owed or reserved.", unit: "units" }),
    on_order: withDefault(
      number({ doc: "Units on order that arrive within lead time and review period.", unit: "units", min: 0 }),
      0,
    ),
    service_level: serviceLevel,
    moq,
    multiple,
    season,
    review_period: withDefault(reviewPeriod, 1),
  },
  examples: [
    {
      says: "a steady 20 a week, three weeks' lead time, 30 in stock, packs of 12",
      args: [[[20], [20], [20], [20], [20], [20], [20], [20], [20], [20], [20], [20]], 3, 30, 0, 0.95, null, 12],
      answer: [
        [
          72,
          80,
          100,
          80,
          0,
          "Expect 80 in the 4 periods; 95% needs 80. You have 30. Short 50, with 20 to last to the next order 70; packs of 12 make 72.",
        ],
      ],
      source: "by definition: constant demand has no uncertainty, s = 20 × 4, S = s + 20, 70 short, six packs",
    },
  ],
  async compute(
    { history, lead_time, on_hand, on_order, service_level, moq, multiple, season: periods, review_period },
    engines: NetworkSource,
  ) {
    const target = { measure: "service_level", share: service_level } as const;
    const policy = policyFor({
      forecast: await forecastItem(history, periods, engines),
      leadTime: lead_time,
      reviewPeriod: review_period,
      target,
    });
    const position = on_hand + on_order;
    const wanted = shortfall(position, policy);
    const quantity = packRound(wanted, { moq, multiple });
    const words = why({
      policy,
      target,
      covering: span(lead_time + review_period, "period"),
      onHand: on_hand,
      arriving: on_order > 0 ? [`${units(on_order)} on order`] : [],
      owed: [],
      position,
      wanted,
      quantity,
      rules: { moq, multiple },
    });
    return [[quantity, policy.reorderPoint, policy.orderUpTo, policy.expected, policy.safetyStock, words]];
  },
});
