import { own } from "../define/own.ts";
import type { CountNetwork } from "../demand/intermittent/learned/network.ts";
import type { Network } from "../demand/network/network.ts";
import type { DemandPrior } from "../inventory/least-cost/demand-prior.ts";
import { assemblePlan } from "./assemble.ts";
import { planPrior } from "./cost-policy.ts";
import { planItem, type PlannedItem } from "./plan-item.ts";
import type { Item, Plan, PlanException, PlanRequest, Promotion } from "./plan.ts";
import { refuseOldSales } from "./plan-time.ts";
import { promotionFinder } from "./promotions.ts";

/** Logs a fault of ours and answers the reference to quote. */
export type OnFault = (error: unknown) => string;

function planOrExplain(
  request: PlanRequest,
  item: Item,
  promotions: readonly Promotion[],
  { onFault, counts, network, prior }: PlanItemsOptions,
): PlannedItem {
  try {
    return planItem(
      item,
      (own(request.history, item.sku) ?? []).map((x) => x ?? NaN),
      promotions,
      { ...request, prior },
      counts,
      network,
    );
  } catch (error) {
    const message = `Not planned: something went wrong on our side (reference ${onFault(error)}).`;
    return { exceptions: [{ sku: item.sku, code: "data", money: 0, message }] };
  }
}

export interface PlanItemsOptions {
  readonly onFault: OnFault;
  /** The network for slow movers; without one they are forecast by the count model alone. */
  readonly counts?: CountNetwork | undefined;
  /** The forecasting network for all other items; without one the statistical models stand alone. */
  readonly network?: Network | undefined;
  /** How often the whole plan's items sell (`planPrior`), where these are a part of it. */
  readonly prior?: DemandPrior | undefined;
  onItem?(): void;
}

/** Plans a request's items; a fault in one is that item's exception, never the plan's end. */
export function planItems(request: PlanRequest, options: PlanItemsOptions): PlannedItem[] {
  const promotionsOf = promotionFinder(request.promotions ?? []);
  return request.items.map((item) => {
    const planned = planOrExplain(request, item, promotionsOf(item), options);
    options.onItem?.();
    return planned;
  });
}

export interface PlanOptions extends Pick<PlanItemsOptions, "onFault" | "counts" | "network"> {
  /** What was already found wrong while reading the request. */
  readonly exceptions?: readonly PlanException[];
  progress?(done: number, total: number): void;
}

/** The whole plan, one item after the other in this thread. */
export function makePlan(request: PlanRequest, { exceptions = [], progress, ...options }: PlanOptions): Plan {
  refuseOldSales(request);
  let done = 0;
  const prior = planPrior(request);
  const planned = planItems(request, { ...options, prior, onItem: () => progress?.(++done, request.items.length) });
  return assemblePlan(request, planned, exceptions);
}
