import { assemblePlan } from "./assemble.ts";
import { planItem, type PlannedItem } from "./plan-item.ts";
import type { Item, Plan, PlanException, PlanRequest } from "./plan.ts";

/** Logs a fault of ours and answers the reference to quote. */
export type OnFault = (error: unknown) => string;

function planOrExplain(request: PlanRequest, item: Item, onFault: OnFault): PlannedItem {
  try {
    return planItem(
      item,
      (request.history[item.sku] ?? []).map((x) => x ?? NaN),
      request,
    );
  } catch (error) {
    const message = `Not planned: something went wrong on our side (reference ${onFault(error)}).`;
    return { exceptions: [{ sku: item.sku, code: "data", money: 0, message }] };
  }
}

export interface PlanItemsOptions {
  readonly onFault: OnFault;
  onItem?(): void;
}

/** Plans a request's items; a fault in one is that item's exception, never the plan's end. */
export function planItems(request: PlanRequest, { onFault, onItem }: PlanItemsOptions): PlannedItem[] {
  return request.items.map((item) => {
    const planned = planOrExplain(request, item, onFault);
    onItem?.();
    return planned;
  });
}

export interface PlanOptions {
  /** What was already found wrong while reading the request. */
  readonly exceptions?: readonly PlanException[];
  readonly onFault: OnFault;
  progress?(done: number, total: number): void;
}

/** The whole plan, one item after the other in this thread. */
export function makePlan(request: PlanRequest, { exceptions = [], onFault, progress }: PlanOptions): Plan {
  let done = 0;
  const planned = planItems(request, { onFault, onItem: () => progress?.(++done, request.items.length) });
  return assemblePlan(request, planned, exceptions);
}
