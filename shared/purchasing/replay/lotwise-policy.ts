import { forecastDemand } from "../../demand/forecast.ts";
import { leastCostPolicy } from "../../inventory/least-cost/least-cost-policy.ts";
import type { StockPolicy } from "../../inventory/simulation/stock-policy.ts";
import { SEASON_OF } from "../calendar.ts";
import type { Item, PlanRequest } from "../plan.ts";
import { economicLot, policyFor, shortfall, type Policy } from "../policy.ts";
import { serviceTarget } from "../service-target.ts";
import type { ItemCase } from "./item-case.ts";

/** Reviews between two forecasts of the same item. */
const PATIENCE = 4;

/** The plan's own levels for the service asked for, from a forecast of what was known at the time. */
function servicePolicy(row: Item, item: ItemCase, { settings, period }: PlanRequest): StockPolicy {
  const target = serviceTarget(row, settings);
  let levels: Policy | undefined;
  let made = 0;
  return {
    name: "service",
    order({ past, position }) {
      if (levels === undefined || past.length - made >= PATIENCE * item.review) {
        const forecast = forecastDemand(Array.from(past), SEASON_OF[period]);
        levels = policyFor({
          forecast,
          leadTime: item.leadTime,
          reviewPeriod: item.review,
          target,
          economicLot: economicLot({
            yearlyDemand: forecast.mean(1)[0]!,
            orderCost: settings.order_cost,
            holdingRate: settings.holding_rate === undefined ? undefined : 1,
            unitCost: item.costs.holding,
          }),
        });
        made = past.length;
      }
      return shortfall(position, levels);
    },
  };
}

/** How Lotwise would have ordered the item: for the service asked for, or at least cost where the settings say so. */
export function lotwisePolicy(row: Item, item: ItemCase, request: PlanRequest): StockPolicy {
  if (request.settings.policy !== "cost") return servicePolicy(row, item, request);
  const { ordering, holding, shortage } = item.costs;
  return leastCostPolicy({ leadTime: item.leadTime, ordering, holding, shortage, least: row.moq ?? 0 });
}
