/** What a row charges for a quantity, by its breaks. */
export interface Charged {
  readonly cost?: number | undefined;
  readonly price_breaks?: readonly { readonly from: number; readonly price: number }[] | undefined;
  readonly price_kind?: string | undefined;
}

/** Purchase of a quantity in the price's currency. */
export function charge({ cost = NaN, price_breaks = [], price_kind }: Charged, quantity: number): number {
  if (quantity <= 0) return 0;
  const steps = [{ from: 0, price: cost }, ...price_breaks].sort((a, b) => a.from - b.from);
  if (price_kind !== "incremental") {
    let price = cost;
    for (const step of steps) if (step.from <= quantity) price = step.price;
    return price * quantity;
  }
  return steps.reduce((sum, { from, price }, n) => {
    const to = Math.min(quantity, steps[n + 1]?.from ?? Infinity);
    return sum + Math.max(0, to - from) * price;
  }, 0);
}
