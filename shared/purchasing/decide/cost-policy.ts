import type { Period } from "../../calendar/periods.ts";
import type { Forecast } from "../../demand/forecast/forecast.ts";
import type { DemandPrior } from "../../demand/slow/demand-prior.ts";
import { leastCostLevels, levelsCost } from "../../inventory/least-cost/levels.ts";
import { scenarioSource } from "../../inventory/least-cost/scenario-source.ts";
import { knownDemand } from "../facts/known-demand.ts";
import { periodHolding, wholePeriods } from "../terms/item-terms.ts";
import { missedCost } from "../terms/missed-cost.ts";
import type { Item, Settings } from "../terms/plan.ts";
import type { Policy } from "./policy.ts";
import { SERVICE_MEASURES } from "../terms/service-target.ts";

/** Periods and demands that must be known: below, there is nothing to replay. */
const LEAST_PERIODS = 12;
const LEAST_DEMANDS = 2;

export interface CostPolicy extends Policy {
  /** Expected costs a period, in the company's currency: these levels', and those of the levels for the target. */
  readonly cost: number;
  readonly serviceCost: number;
}

export interface CostPolicyInputs {
  readonly item: Item;
  /** Oldest first, NaN where missing. */
  readonly history: readonly number[];
  readonly forecast: Forecast;
  readonly settings: Settings;
  readonly period: Period;
  /** Company currency per unit of the item's. */
  readonly rate: number;
  /** The levels for the target. */
  readonly service: Policy;
  readonly prior?: DemandPrior | undefined;
}

/**
 * Levels of least expected cost: many (s, S) are replayed on courses of demand drawn from the item's own past, the
 * levels for the target among them, and the cheapest is taken; neither a formula nor one past alone decides. Where demand
 * is forecast with level and season, the levels go with the forecast. Undefined where the settings ask for service, the
 * item has a target of its own, a cost is not known, a promotion is ahead or the past is too short.
 */
export function costPolicy({
  item,
  history,
  forecast,
  settings,
  period,
  rate,
  service,
  prior,
}: CostPolicyInputs): CostPolicy | undefined {
  const { order_cost: ordering, holding_rate: holdingRate } = settings;
  if (settings.policy !== "cost" || SERVICE_MEASURES.some((measure) => item[measure] !== undefined)) return undefined;
  if (ordering === undefined || !holdingRate || !item.cost || forecast.promoted !== undefined) return undefined;
  const past = knownDemand(history);
  if (past.length < LEAST_PERIODS || past.filter((x) => x > 0).length < LEAST_DEMANDS) return undefined;
  const whole = wholePeriods(item, settings, period);
  const leadTime = whole.leadTime + whole.review - 1;
  const unitCost = item.cost * rate;
  const problem = {
    leadTime,
    ordering,
    holding: periodHolding(unitCost, settings, period),
    shortage: missedCost(item, unitCost, settings),
    least: item.moq ?? 0,
  };
  const scenarios = scenarioSource(leadTime, prior)(past);
  const best = leastCostLevels(scenarios, problem);
  const costOf = levelsCost(scenarios, problem);
  const target = { s: Math.floor(service.reorderPoint), S: Math.ceil(service.orderUpTo) };
  const serviceCost = costOf(target.s, Math.max(target.S, target.s + 1));
  const shared = { expected: service.expected, reviewDemand: service.reviewDemand, serviceCost };
  const levels = (s: number, S: number, cost: number): CostPolicy => ({
    ...shared,
    reorderPoint: s,
    orderUpTo: S,
    safetyStock: s - service.expected,
    cost,
  });
  if (serviceCost < best.cost) return levels(service.reorderPoint, service.orderUpTo, serviceCost);
  if (best.s < 0) return levels(0, 0, best.cost);
  const s = best.s * (forecast.follows ? service.expected / (best.rate * (leadTime + 1)) : 1);
  return levels(s, s + best.S - best.s, best.cost);
}
