import type { Levels } from "../decide/decide.ts";
import type { ItemFacts } from "../facts/item-facts.ts";
import { MEASURE_LABELS } from "../terms/service-target.ts";
import { amount, percent } from "../terms/words.ts";

/** What least cost costs, beside the target, in sentences of their own; undefined where the target decides. */
export function costReason({ context }: ItemFacts, { leastCost, target }: Levels): string | undefined {
  if (leastCost === undefined) return undefined;
  const { cost, serviceCost, orderUpTo } = leastCost;
  const { period, settings } = context;
  const money = (x: number): string => `${amount(x, settings.currency ?? "")} a ${period}`;
  const beside = `the ${MEASURE_LABELS[target.measure].toLowerCase()} of ${percent(target.share)} would cost ${money(serviceCost)}`;
  const replayed = `Replayed on its own past, that costs ${money(cost)}; ${beside}.`;
  return orderUpTo > 0 ? replayed : `Not worth stocking: missed sales cost less than stock would. ${replayed}`;
}
