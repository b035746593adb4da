import { own } from "../../define/own.ts";
import type { Item, PlanRequest, Promotion } from "../terms/plan.ts";
import type { KnownItem, PlanContext } from "./item-facts.ts";
import { promotionFinder } from "./promotions.ts";

/** One item to plan, with all that is its own. */
export interface PlanTask {
  readonly item: Item;
  readonly history: readonly (number | null)[];
  /** Those of its SKU. */
  readonly promotions: readonly Promotion[];
}

/** What all items of a plan share. */
export interface PlanShared extends PlanContext {
  /** Those of a supplier's items or of all. */
  readonly promotions: readonly Promotion[];
}

/** A history with NaN where a value is missing. */
export const withGaps = (history: PlanTask["history"]): number[] => history.map((x) => x ?? NaN);

/** The items of a request, each with its own history and promotions, and the promotions of several. */
export function tasksOf({ items, history, promotions = [] }: Pick<PlanRequest, "items" | "history" | "promotions">): {
  readonly tasks: PlanTask[];
  readonly promotions: readonly Promotion[];
} {
  const bySku = new Map<string, Promotion[]>();
  for (const promotion of promotions)
    if (promotion.sku !== undefined) {
      const known = bySku.get(promotion.sku);
      if (known) known.push(promotion);
      else bySku.set(promotion.sku, [promotion]);
    }
  const tasks = items.map((item) => ({
    item,
    history: own(history, item.sku) ?? [],
    promotions: bySku.get(item.sku) ?? [],
  }));
  return { tasks, promotions: promotions.filter(({ sku }) => sku === undefined) };
}

const finders = new WeakMap<readonly Promotion[], ReturnType<typeof promotionFinder>>();

/** Made once of what all items of a plan share. */
function widerFinder(shared: readonly Promotion[]): ReturnType<typeof promotionFinder> {
  const finder = finders.get(shared) ?? promotionFinder(shared);
  finders.set(shared, finder);
  return finder;
}

/** An item as it is forecast: its own promotions and those of several that are its too. */
export const knownItem = (
  { item, history, promotions }: PlanTask,
  shared: Pick<PlanShared, "promotions">,
): KnownItem => ({
  item,
  history: withGaps(history),
  promotions: [...promotions, ...widerFinder(shared.promotions)(item)],
});
