import { UserError } from "../define/errors.ts";
import { tidy } from "../numeric/tidy.ts";

/** A supplier's rules for one order line. */
export interface OrderRules {
  /** Minimum order quantity, in units. */
  readonly moq?: number | undefined;
  /** Pack size: orders are whole multiples of it; 0 is none. */
  readonly multiple?: number | undefined;
  /** 0 is none: Excel on the desktop sends 0 for a blank cell. */
  readonly maximum?: number | undefined;
}

/** Whole packs, forgiving the last bits of a division: 0.3 / 0.1 is 3 packs, not 2.9999999999999996. */
const packs = (x: number, round: (x: number) => number): number =>
  Math.abs(x - Math.round(x)) <= 1e-9 * Math.max(1, Math.abs(x)) ? Math.round(x) : round(x);

/**
 * The least quantity of at least `quantity` that the supplier accepts: ceil(max(q, MOQ) / multiple) x multiple, capped
 * at floor(maximum / multiple) x multiple. Nothing wanted is nothing ordered. Without a multiple, no rounding is done.
 * Throws a `UserError` where the cap is below the minimum order.
 */
export function packRound(quantity: number, { moq = 0, multiple: step = 0, maximum = 0 }: OrderRules): number {
  if (quantity <= 0) return 0;
  const wanted = Math.max(quantity, moq);
  const rounded = step > 0 ? tidy(packs(wanted / step, Math.ceil) * step) : wanted;
  if (maximum === 0) return rounded;
  const cap = step > 0 ? tidy(packs(maximum / step, Math.floor) * step) : maximum;
  if (cap < moq)
    throw new UserError(
      `maximum: must allow the minimum order (moq) of ${moq}; it allows ${cap}${step > 1 ? ` in packs of ${step}` : ""}`,
    );
  return Math.min(rounded, cap);
}
