import {
  PRACTICES,
  type Replay,
  type ReplayCosts,
  type ReplayItem,
  type ReplayPeriod,
  type ReplayPeriodCosts,
} from "../../../shared/purchasing/replay/replay.ts";
import { planRequest } from "./plan-request.ts";
import { amount, count, date, list, object, orNull, ref, text, type Fields, type Schema } from "./schema.ts";

const costs = {
  total: amount("Ordering, holding and missed sales together."),
  ordering: amount("Cost of placing orders."),
  holding: amount("Cost of keeping stock."),
  shortage: amount("What missed sales cost."),
  orders: count("Order lines placed."),
  units_short: amount("Units that customers wanted and did not get."),
  fill_rate: orNull(amount("Share of the demand that was met, by value at cost; null where there was none.")),
  average_stock: amount("Mean value at cost of the stock at the end of a period."),
} satisfies Fields<ReplayCosts>;

const periodCosts = {
  cost: amount("What the period cost."),
  stock: amount("Value at cost of the stock at its end."),
} satisfies Fields<ReplayPeriodCosts>;

const period = {
  start: date("First day of the period."),
  today: object(periodCosts),
  lotwise: object(periodCosts),
} satisfies Fields<ReplayPeriod>;

const item = {
  sku: text("The item's code."),
  practice: { enum: PRACTICES, description: "What stands for today's practice." },
  today: ref("ReplayCosts"),
  lotwise: ref("ReplayCosts"),
  saving: amount("Cost under today's practice less that under Lotwise's; below 0, Lotwise would have cost more."),
} satisfies Fields<ReplayItem>;

const replay = {
  periods: count("Past periods that were counted."),
  currency: text("Currency of all money."),
  today: ref("ReplayCosts"),
  lotwise: ref("ReplayCosts"),
  saving: {
    ...object({ value: amount("The saving."), low: amount("Its low end."), high: amount("Its high end.") }),
    description:
      "Cost under today's practice less that under Lotwise's, with the 90% interval over samples of the items.",
  },
  by_period: list(object(period), "Costs of each counted period, all items."),
  items: list(ref("ReplayItem")),
  left_out: list(
    object({ sku: text("The item's code."), reason: text("Why it could not be replayed.") }),
    "Items that could not be replayed.",
  ),
  message: text("The result in a sentence or two."),
  assumptions: list({ type: "string" }, "What is taken for granted."),
} satisfies Fields<Replay>;

/** The body of `POST /v1/replay`: a plan's request, and how far back to go. */
function replayRequest(): Schema {
  const request = planRequest() as { properties: Record<string, Schema> };
  const periods = {
    type: "integer",
    minimum: 4,
    maximum: 1000,
    description: "Past periods to count; a year's where the histories reach that far, unless given.",
  };
  return { ...request, properties: { ...request.properties, periods } };
}

/** Everything `POST /v1/replay` says and hears. */
export function replaySchemas(): Record<string, Schema> {
  return {
    ReplayRequest: replayRequest(),
    Replay: object(replay),
    ReplayCosts: object(costs),
    ReplayItem: object(item),
  };
}
