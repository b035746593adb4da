/** What a quantity costs by its price breaks. */
export interface Prices {
  readonly cost: number;
  readonly price_breaks?: readonly { readonly from: number; readonly price: number }[] | undefined;
  readonly price_kind?: "all-units" | "incremental" | undefined;
}

/**
 * Purchase of a quantity, before discounts on the order. All units: the price of the last break reached; incremental: the
 * first `from` units at the price before, those beyond at the break's.
 */
export function purchaseOf(quantity: number, { cost, price_breaks = [], price_kind = "all-units" }: Prices): number {
  const breaks = [...price_breaks].sort((a, b) => a.from - b.from);
  if (price_kind === "all-units") {
    const reached = breaks.filter(({ from }) => quantity >= from).at(-1);
    return quantity * (reached?.price ?? cost);
  }
  let [sum, from, price] = [0, 0, cost];
  for (const next of breaks) {
    if (quantity <= next.from) break;
    sum += (next.from - from) * price;
    [from, price] = [next.from, next.price];
  }
  return sum + (quantity - from) * price;
}
