import { UserError } from "../../define/errors.ts";
import { packRound, type OrderRules } from "../../inventory/pack-round.ts";
import { YEAR_DAYS, type ItemFacts } from "../facts/item-facts.ts";
import type { Item } from "../terms/plan.ts";
import { serviceTarget, type ServiceTarget } from "../terms/service-target.ts";
import { costPolicy, type CostPolicy } from "./cost-policy.ts";
import { wantedUnits } from "./least-need.ts";
import { economicLot, policyFor, shortfall, type Policy } from "./policy.ts";

/** What an item's stock is held against. */
export interface Levels {
  readonly target: ServiceTarget;
  readonly policy: Policy;
  /** The policy where it is the one of least cost. */
  readonly leastCost?: CostPolicy | undefined;
}

/** What is ordered of an item, and by what. */
export interface Decision extends Levels {
  /** Units short of the order-up-to level, before the supplier's rules. */
  readonly wanted: number;
  readonly rules: OrderRules;
  /** What the rules make of that; what is wanted where they cannot be met. */
  readonly allowed: number;
  /** Why the rules cannot be met, where they cannot. */
  readonly conflict?: string | undefined;
  /** What is suggested: 0 where the rules cannot be met or the item may not be ordered. */
  readonly suggested: number;
  /** What is ordered: the buyer's own quantity where there is one. */
  readonly quantity: number;
}

/** The levels for the service asked for, or of least cost where the settings say so. */
export function levelsFor({ item, forecast, history, context, time, demand, rate }: ItemFacts): Levels {
  const { settings, period, learned } = context;
  const target = serviceTarget(item, settings);
  const service = policyFor({
    forecast,
    leadTime: item.lead_time_days,
    reviewPeriod: settings.review_days,
    at: time.at,
    target,
    economicLot: economicLot({
      yearlyDemand: demand.until(YEAR_DAYS),
      orderCost: settings.order_cost,
      holdingRate: settings.holding_rate,
      unitCost: item.cost,
    }),
  });
  const leastCost = costPolicy({ item, history, forecast, settings, period, rate, service, prior: learned?.prior });
  return { target, policy: leastCost ?? service, leastCost };
}

/** Whether an item's sales are counted in whole units. */
const inWholeUnits = (history: readonly number[]): boolean =>
  history.every((x) => !Number.isFinite(x) || Number.isInteger(x));

/** The supplier's rules of an item: whole units where its sales are counted in them. */
export function rulesOf(item: Item, history: readonly number[]): OrderRules {
  return { moq: item.moq, multiple: item.multiple || (inWholeUnits(history) ? 1 : 0), maximum: item.maximum };
}

/** The quantity after the supplier's rules, or the reason why the rules cannot be met. */
function applyRules(wanted: number, rules: OrderRules): { allowed: number; conflict?: string } {
  try {
    return { allowed: packRound(wanted, rules) };
  } catch (error) {
    if (error instanceof UserError) return { allowed: wanted, conflict: `Nothing is suggested: ${error.message}.` };
    throw error;
  }
}

/** How much of an item to order today: from its levels to the quantity that the supplier's rules allow. */
export function decide(facts: ItemFacts, levels: Levels = levelsFor(facts)): Decision {
  const { item, history, hasHistory, position, time, protectionDays, canOrder } = facts;
  const short = hasHistory ? shortfall(position, levels.policy) : 0;
  const periods = time.at(protectionDays) - time.at(0);
  const wanted = wantedUnits(history, {
    short,
    expected: levels.policy.expected,
    periods,
    counted: inWholeUnits(history),
  });
  const rules = rulesOf(item, history);
  const { allowed, conflict } = applyRules(wanted, rules);
  const suggested = canOrder && conflict === undefined ? allowed : 0;
  const quantity = canOrder ? (item.order_quantity ?? suggested) : 0;
  return { ...levels, wanted, rules, allowed, conflict, suggested, quantity };
}
