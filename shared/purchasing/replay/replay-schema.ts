import { z } from "zod";
import type { Immutable } from "../../define/immutable.ts";
import { amount, count, date, text } from "../terms/schema-parts.ts";
import { PRACTICES } from "./replay.ts";

const costsSchema = z
  .object({
    total: amount("Ordering, holding and missed sales together."),
    ordering: amount("Cost of placing orders."),
    holding: amount("Cost of keeping stock."),
    shortage: amount("What missed sales cost."),
    orders: count("Order lines placed."),
    units_short: amount("Units that customers wanted and did not get."),
    fill_rate: z
      .number()
      .nullable()
      .describe("Share of the demand that was met, by value at cost; null where there was none."),
    average_stock: amount("Mean value at cost of the stock at the end of a period."),
  })
  .meta({ id: "ReplayCosts", description: "What stocking would have cost, in the company's currency." });
export type ReplayCosts = Immutable<z.infer<typeof costsSchema>>;

const periodCostsSchema = z.object({
  cost: amount("What the period cost; add them up for a running total."),
  stock: amount("Value at cost of the stock at its end."),
});
export type ReplayPeriodCosts = Immutable<z.infer<typeof periodCostsSchema>>;

const periodSchema = z.object({
  start: date("First day of the period."),
  today: periodCostsSchema,
  lotwise: periodCostsSchema,
});
export type ReplayPeriod = Immutable<z.infer<typeof periodSchema>>;

const itemSchema = z
  .object({
    sku: text("The item's code."),
    practice: z.enum(PRACTICES).describe("What stands for today's practice."),
    today: costsSchema,
    lotwise: costsSchema,
    saving: amount("Cost under today's practice less that under Lotwise's; below 0, Lotwise would have cost more."),
  })
  .meta({ id: "ReplayItem" });
export type ReplayItem = Immutable<z.infer<typeof itemSchema>>;

const leftOutSchema = z.object({
  sku: text("The item's code."),
  reason: text("Why it could not be replayed."),
});
export type LeftOut = Immutable<z.infer<typeof leftOutSchema>>;

/** The last periods replayed under today's practice and by the plan's own decisions, both from the same opening stock. */
export const replaySchema = z
  .object({
    periods: count("Past periods that were counted."),
    currency: text("Currency of all money."),
    compared_with: text("What stands for today's practice, in words."),
    today: costsSchema,
    lotwise: costsSchema,
    saving: z
      .object({
        value: amount("The saving."),
        low: amount("Its low end."),
        high: amount("Its high end."),
        inherited: amount(
          "The part of it in each item's first lead time and review: it comes of the stock that each practice had as the count began, before anything ordered in the counted periods could tell.",
        ),
      })
      .describe(
        "Cost under today's practice less that under Lotwise's, with the 90% interval over samples of the items.",
      ),
    by_period: z.array(periodSchema).describe("Costs of each counted period, all items."),
    items: z.array(itemSchema).describe("The items replayed, largest saving first."),
    left_out: z.array(leftOutSchema).describe("Items that could not be replayed."),
    message: text("The result in a sentence or two."),
    assumptions: z.array(z.string()).describe("What is taken for granted."),
  })
  .meta({ id: "Replay" });
export type Replay = Immutable<z.infer<typeof replaySchema>>;
