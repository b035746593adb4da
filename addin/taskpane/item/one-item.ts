import { own } from "../../../shared/define/own.ts";
import { isClosed } from "../../../shared/words/item-status.ts";
import type { Item, PlanRequest } from "../../../shared/purchasing/terms/plan.ts";

/** The items that hand their demand to this one or take over its own, and itself. */
function related(items: readonly Item[], sku: string): Set<string> {
  const found = new Set([sku]);
  const bySku = new Map(items.map((item) => [item.sku, item]));
  for (let at = bySku.get(sku)?.successor; at !== undefined && !found.has(at); at = bySku.get(at)?.successor)
    found.add(at);
  const leaving = items.filter(({ status, successor }) => successor !== undefined && isClosed(status));
  const before = new Set([sku]);
  for (let size = 0; size !== before.size;) {
    size = before.size;
    for (const item of leaving) if (before.has(item.successor!)) before.add(item.sku);
  }
  return new Set([...found, ...before]);
}

/** A request narrowed to what the plan of one item depends on, so that it comes out as in the whole plan. */
export function requestOfItem(request: PlanRequest, sku: string): PlanRequest {
  const skus = related(request.items, sku);
  const { promotions } = request;
  return {
    ...request,
    items: request.items.filter((item) => skus.has(item.sku)),
    history: Object.fromEntries([...skus].map((one) => [one, own(request.history, one) ?? []])),
    ...(promotions && { promotions: promotions.filter((promotion) => !promotion.sku || skus.has(promotion.sku)) }),
  };
}
