import { own } from "../../define/own.ts";
import type { Settings } from "../../purchasing/terms/plan.ts";

/**
 * Company currency per unit of a line's currency; null where it is not known. Without a company currency amounts of one
 * currency need no rate, amounts of several cannot be added.
 */
export function rateOf(
  currency: string,
  all: ReadonlySet<string>,
  { currency: company, rates }: Settings,
): number | null {
  const rate = own(rates, currency);
  if (rate !== undefined) return rate;
  if (company === undefined) return all.size <= 1 ? 1 : null;
  return currency === company || currency === "" ? 1 : null;
}
