import { SEASON_OF } from "../../calendar/periods.ts";
import { forecaster } from "../../demand/forecast/forecaster.ts";
import { QUICK } from "../../demand/forecast/profile.ts";
import { leastCostPolicy } from "../../inventory/least-cost/least-cost-policy.ts";
import { economicOrderQuantity } from "../../inventory/economic-order-quantity.ts";
import type { StockPolicy } from "../../inventory/simulation/stock-policy.ts";
import type { PlanContext } from "../facts/item-facts.ts";
import type { Item, Settings } from "../terms/plan.ts";
import { policyFor, shortfall, type Policy } from "../decide/policy.ts";
import { SERVICE_MEASURES, serviceTarget } from "../terms/service-target.ts";
import type { ItemCase } from "./item-case.ts";

const forecastOf = forecaster({ profile: QUICK });

/** Reviews between two forecasts of the same item. */
const PATIENCE = 4;

/** The economic lot as the plan takes it: only where the settings know both costs. */
function lotOf(demand: number, { costs }: ItemCase, { order_cost, holding_rate }: Settings): number | undefined {
  if (order_cost === undefined || !holding_rate || !(costs.holding > 0)) return undefined;
  return economicOrderQuantity({ demand, orderCost: order_cost, holdingCost: costs.holding });
}

/** The plan's own levels for the service asked for, from a forecast of what was known at the time. */
function servicePolicy(row: Item, item: ItemCase, { settings, period }: PlanContext): StockPolicy {
  const target = serviceTarget(row, settings);
  let levels: Policy | undefined;
  let made = 0;
  return {
    name: "service",
    order({ past, position }) {
      if (levels === undefined || past.length - made >= PATIENCE * item.review) {
        const forecast = forecastOf(Array.from(past), SEASON_OF[period]);
        levels = policyFor({
          forecast,
          leadTime: item.leadTime,
          reviewPeriod: item.review,
          target,
          economicLot: lotOf(forecast.mean(1)[0]!, item, settings),
        });
        made = past.length;
      }
      return shortfall(position, levels);
    },
  };
}

/** How Lotwise would have ordered the item: for the service asked for, or at least cost where the settings say so. */
export function lotwisePolicy(row: Item, item: ItemCase, context: PlanContext): StockPolicy {
  const asked = SERVICE_MEASURES.some((measure) => row[measure] !== undefined);
  if (context.settings.policy !== "cost" || asked) return servicePolicy(row, item, context);
  const { ordering, holding, shortage } = item.costs;
  return leastCostPolicy({ leadTime: item.leadTime, ordering, holding, shortage, least: row.moq ?? 0 }, context.prior);
}
