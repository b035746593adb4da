import type { SupplierTotal } from "../../purchasing/plan/plan-schema.ts";
import type { SpecCell } from "../spec.ts";

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
/** Sums within this share of a minimum reach it. */
const REACHED = 0.999999999;

/** How a text begins that says what is missing: for the sheet to mark it. */
export const SHORT_OF = "Minimum not reached";

/** The total of a supplier whose minimum the sheet can follow: one that has all of its order in one currency. */
export function minimumOf(supplier: string, currency: string, totals: readonly SupplierTotal[]): number | undefined {
  const own = totals.filter((total) => total.supplier === supplier);
  return own.length === 1 && own[0]!.currency === currency ? own[0]!.minimum_value : undefined;
}

/**
 * "Minimum not reached: CNY 3,332 of 9,000, 5,668 missing", which follows the costs in `block` as the buyer changes
 * quantities. Only a currency's code goes into the formula, never other text.
 */
export function minimumCell(minimum: number, currency: string, block: string, cost: number): SpecCell {
  const code = /^[A-Z]{3}$/.test(currency) ? `${currency} ` : "";
  const sum = `SUM(${block})`;
  const fixed = (x: string): string => `FIXED(${x},0)`;
  const reached = `"Minimum of ${code}"&${fixed(String(minimum))}&" reached"`;
  const short = `"${SHORT_OF}: ${code}"&${fixed(sum)}&" of "&${fixed(String(minimum))}&", "&${fixed(`ROUNDUP(${minimum}-${sum},0)`)}&" missing"`;
  const words = `${code}${whole.format(cost)} of ${whole.format(minimum)}`;
  return {
    formula: `=IF(${sum}>=${minimum}*${REACHED},${reached},${short})`,
    result:
      cost >= minimum * REACHED
        ? `Minimum of ${code}${whole.format(minimum)} reached`
        : `${SHORT_OF}: ${words}, ${whole.format(Math.ceil(minimum - cost))} missing`,
  };
}
