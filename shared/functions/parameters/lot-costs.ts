import { UserError } from "../../define/errors.ts";
import { number, optional, type ArgumentsOf } from "../../define/parameters.ts";
import type { LotCosts } from "../../inventory/economic-order-quantity.ts";
import { holdingCost } from "./money.ts";
import { backorderPerTime, OWING } from "./rq.ts";

/** The arguments EOQ and EOQ_COST share. */
export const lotCostParameters = {
  demand: number({ doc: "Demand per time unit, usually a year.", unit: "units per time unit", min: 0 }),
  order_cost: number({ doc: "Cost of placing one order, whatever its size.", unit: "money per order", min: 0 }),
  holding_cost: holdingCost,
  backorder_cost: optional({ ...backorderPerTime, doc: `${OWING}; left out, none is owed.` }),
  production_rate: optional(
    number({
      doc: "Units delivered per time unit while a lot is being made; left out, a lot comes at once.",
      unit: "units per time unit",
      above: 0,
    }),
  ),
};

/** Throws a `UserError` where production would not keep up with demand. */
export function lotCosts(args: ArgumentsOf<typeof lotCostParameters>): LotCosts {
  const { demand, production_rate } = args;
  if (production_rate !== undefined && production_rate <= demand)
    throw new UserError(`production_rate: must be greater than demand (${demand}); got ${production_rate}`);
  return {
    demand,
    orderCost: args.order_cost,
    holdingCost: args.holding_cost,
    backorderCost: args.backorder_cost,
    productionRate: production_rate,
  };
}
