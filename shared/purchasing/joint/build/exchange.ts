import { own } from "../../../define/own.ts";
import type { Settings } from "../../terms/plan.ts";

/** Company's money for one of a currency; undefined where no rate is given. */
export function rateOf(currency: string | undefined, { currency: company, rates }: Settings): number | undefined {
  if (!currency || currency === company) return 1;
  return own(rates, currency);
}
