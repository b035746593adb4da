import type { SupplierTotal } from "../../purchasing/plan/plan-schema.ts";
import type { SpecCell } from "../spec.ts";

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
/** Sums within this share of a minimum reach it. */
const REACHED = 0.999999999;

/** Stands in a text that says what is missing: for the sheet to mark it. */
export const SHORT_OF = "Minimum not reached";

/** The total of a supplier whose minimum the sheet can follow: one that has all of its order in one currency. */
export function minimumOf(supplier: string, currency: string, totals: readonly SupplierTotal[]): number | undefined {
  const own = totals.filter((total) => total.supplier === supplier);
  return own.length === 1 && own[0]!.currency === currency ? own[0]!.minimum_value : undefined;
}

/** A supplier's order, as its total's text says it. */
export interface OrderTotal {
  /** Formula of how many lines it has, without "=". */
  readonly count: string;
  readonly lines: number;
  /** Address of what they cost. */
  readonly cost: string;
  readonly amount: number;
  readonly currency: string;
  readonly minimum: number | undefined;
}

/** "CNY 3,332": what stands at `address`, for the eye where that column is folded away. */
export const amountCell = (address: string, amount: number, currency: string): SpecCell => {
  const code = codeOf(currency);
  return { formula: `="${code}"&${fixed(address)}`, result: `${code}${whole.format(amount)}` };
};

/** Only a currency's code goes into a formula, never other text. */
const codeOf = (currency: string): string => (/^[A-Z]{3}$/.test(currency) ? `${currency} ` : "");
const fixed = (x: string): string => `FIXED(${x},0)`;

/**
 * "8 lines, CNY 3,332. Minimum not reached: CNY 3,332 of 9,000, 5,668 missing", which follows the quantities as the
 * buyer changes them.
 */
export function totalCell({ count, lines, cost, amount, currency, minimum }: OrderTotal): SpecCell {
  const code = codeOf(currency);
  const says = `=${count}&IF(${count}=1," line, "," lines, ")&"${code}"&${fixed(cost)}`;
  const said = `${lines} ${lines === 1 ? "line" : "lines"}, ${code}${whole.format(amount)}`;
  if (minimum === undefined) return { formula: says, result: said };
  const reached = `"Minimum of ${code}"&${fixed(String(minimum))}&" reached"`;
  const short = `"${SHORT_OF}: ${code}"&${fixed(cost)}&" of "&${fixed(String(minimum))}&", "&${fixed(`ROUNDUP(${minimum}-${cost},0)`)}&" missing"`;
  const words = `${code}${whole.format(amount)} of ${whole.format(minimum)}`;
  const stands =
    amount >= minimum * REACHED
      ? `Minimum of ${code}${whole.format(minimum)} reached`
      : `${SHORT_OF}: ${words}, ${whole.format(Math.ceil(minimum - amount))} missing`;
  return {
    formula: `${says}&". "&IF(${cost}>=${minimum}*${REACHED},${reached},${short})`,
    result: `${said}. ${stands}`,
  };
}
