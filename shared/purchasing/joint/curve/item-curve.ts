import { UserError } from "../../../define/errors.ts";
import { daysBetween } from "../../../calendar/dates.ts";
import { packRound } from "../../../inventory/pack-round.ts";
import type { Decision } from "../../decide/decide.ts";
import { YEAR_DAYS, type ItemFacts } from "../../facts/item-facts.ts";
import { holdingCost } from "../../terms/holding-cost.ts";
import { missedCost } from "../../terms/missed-cost.ts";
import type { Item } from "../../terms/plan.ts";
import { SERVICE_MEASURES } from "../../terms/service-target.ts";
import { purchaseOf } from "../build/purchase.ts";
import { coursesOf } from "./courses.ts";
import { quantitiesOf } from "./quantities.ts";
import { runCourse, type ItemCosts } from "./run-course.ts";

export type Curve = readonly (readonly [quantity: number, money: number])[];

/** What later orders of an item's supplier cost, in the company's currency. */
export interface OrderCosts {
  readonly line: number;
  /** The item's share of an order's cost. */
  readonly share: number;
}

/** What an offer of the item asks, of its own supplier or another. */
export interface CurveOffer extends Pick<Item, "price_breaks" | "price_kind" | "unit_freight" | "duty"> {
  readonly cost: number;
  readonly rate: number;
}

/** Days beyond lead time and review that the largest quantity covers. */
const COVERED = 90;

/** What a unit costs on arrival in the lot that the base policy usually orders. */
function landedOf(offer: CurveOffer, lot: number): number {
  const price = lot > 0 ? purchaseOf(lot, offer) / lot : offer.cost;
  return offer.rate * price * (1 + (offer.duty ?? 0)) + (offer.unit_freight ?? 0);
}

/**
 * What a missed sale is worth beyond the unit's landed cost: what the target implies that the buyer stated, by the critical
 * ratio of the newsvendor over a review, else the margin or the share of the settings.
 */
function marginOf({ item, context, protectionDays }: ItemFacts, { target }: Decision, landed: number): number {
  const { settings } = context;
  const stated = [item, settings].some((wish) => SERVICE_MEASURES.some((measure) => wish[measure] !== undefined));
  if (!stated) return missedCost(item, landed, settings);
  const cycle = Math.max(1, settings.review_days || protectionDays);
  return (holdingCost(landed, settings) * (cycle / YEAR_DAYS) * target.share) / (1 - target.share);
}

function costsOf(facts: ItemFacts, decision: Decision, landed: number, { line, share }: OrderCosts): ItemCosts {
  const lost = landed + marginOf(facts, decision, landed);
  return {
    lost,
    waiting: lost / Math.max(1, facts.protectionDays),
    holding: holdingCost(landed, facts.context.settings) / YEAR_DAYS,
    landed,
    line: line + share,
  };
}

/** Why no curve can be made, in words that follow "Not ordered: "; undefined where one can. */
export const curveHindrance = ({ hasHistory }: ItemFacts, { conflict }: Decision): string | undefined =>
  hasHistory ? conflict : "it has neither sales to make a curve of nor a curve of its own";

/**
 * The expected money of having ordered each quantity that the supplier accepts: one step of policy improvement over the base
 * policy, by common courses of the item's demand from its time-phased stock on. Bertsekas, Dynamic Programming and Optimal
 * Control (4th ed., 2017), vol. 1, 6.4 (rollout).
 */
export function itemCurve(
  facts: ItemFacts,
  decision: Decision,
  {
    offer,
    orderCosts,
    leadTime,
  }: {
    /** Of the item's own supplier, from whom the base policy orders. */
    readonly offer: CurveOffer;
    readonly orderCosts: OrderCosts;
    /** Of today's order. */
    readonly leadTime: number;
  },
): Curve {
  const { item, free, arrivals, demand, context } = facts;
  const { policy, rules } = decision;
  const review = Math.max(1, context.settings.review_days);
  const slowest = Math.max(item.lead_time_days, ...(item.sources ?? []).map((one) => one.lead_time_days ?? 0));
  const protection = slowest + review;
  const coming = arrivals.reduce((sum, { quantity }) => sum + quantity, 0);
  const most = Math.max(policy.orderUpTo, demand.until(protection + COVERED)) - free - coming;
  const quantities = quantitiesOf(rules, Math.max(0, most) + (policy.orderUpTo - policy.reorderPoint));
  const life = item.ends === undefined ? Infinity : daysBetween(context.today, item.ends) + 1;
  const usedUp = demand.dayUsedUp(Math.max(0, free + coming) + quantities.at(-1)!) ?? demand.horizon;
  const horizon = Math.min(Math.max(Math.ceil(protection), Math.ceil(protection + usedUp)), demand.horizon, life);
  if (horizon < 1) return [[0, 0]];
  const courses = coursesOf(facts, horizon);
  const landed = landedOf(offer, policy.orderUpTo - policy.reorderPoint + policy.reviewDemand);
  const inputs = {
    days: courses.days,
    stock: free,
    arrivals: arrivals.map(({ day, quantity }) => ({ day, quantity })),
    leadTime: item.lead_time_days,
    firstLeadTime: leadTime,
    review,
    s: policy.reorderPoint,
    S: policy.orderUpTo,
    round: rounder(rules),
    costs: costsOf(facts, decision, landed, orderCosts),
    shelfLife: item.shelf_life_days,
    ends: horizon === life,
  };
  return quantities.map((quantity) => {
    const sum = courses.demand.reduce((total, course) => total + runCourse(quantity, { ...inputs, demand: course }), 0);
    return [quantity, sum / courses.demand.length];
  });
}

/** The supplier's rules on a later order; nothing where they cannot be met. */
const rounder =
  (rules: Decision["rules"]) =>
  (quantity: number): number => {
    try {
      return packRound(quantity, rules);
    } catch (error) {
      if (error instanceof UserError) return 0;
      throw error;
    }
  };
