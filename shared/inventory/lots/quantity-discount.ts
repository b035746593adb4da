export interface PriceBreak {
  /** From this quantity on. */
  readonly from: number;
  /** Money per unit. */
  readonly price: number;
}

export interface DiscountedLot {
  readonly quantity: number;
  /** Paid per unit, on average. */
  readonly unitPrice: number;
  /** Purchase, ordering and holding, a time unit. */
  readonly cost: number;
}

interface Costs {
  readonly demand: number;
  readonly orderCost: number;
  /** Share of a unit's price per time unit. */
  readonly holdingRate: number;
}

/** Cost a time unit of a lot that costs `price` a unit; one of 0 stands for as small as can be, where orders are free. */
function costOf(quantity: number, price: number, { demand, orderCost, holdingRate }: Costs): number {
  const ordering = orderCost === 0 ? 0 : (orderCost * demand) / quantity;
  return price * demand + ordering + (holdingRate * price * quantity) / 2;
}

/** What there is where the numbers are too large or too small for any bracket to hold a lot. */
const NONE: DiscountedLot = { quantity: NaN, unitPrice: NaN, cost: NaN };

function cheapest([first = NONE, ...others]: readonly DiscountedLot[]): DiscountedLot {
  return others.reduce((best, lot) => (lot.cost < best.cost ? lot : best), first);
}

/**
 * The price of the lot's bracket applies to all of it. Breaks ascending, the first from 0; demand, holding rate and prices > 0, order cost >= 0.
 *
 * Snyder & Shen, Fundamentals of Supply Chain Theory (2nd ed.), section 3.4, equations 3.18 and 3.19.
 */
export function allUnitsDiscount(breaks: readonly PriceBreak[], costs: Costs): DiscountedLot {
  return cheapest(
    breaks.flatMap(({ from, price }, i) => {
      const best = Math.sqrt((2 * costs.orderCost * costs.demand) / (costs.holdingRate * price));
      const quantity = Math.max(best, from);
      if (quantity >= (breaks[i + 1]?.from ?? Infinity)) return [];
      return [{ quantity, unitPrice: price, cost: costOf(quantity, price, costs) }];
    }),
  );
}

/**
 * Each bracket's price applies to the units within it alone; the lot's holding cost goes by its average price.
 *
 * Snyder & Shen (2nd ed.), section 3.4, equations 3.20 to 3.22.
 */
export function incrementalDiscount(breaks: readonly PriceBreak[], costs: Costs): DiscountedLot {
  let extra = 0;
  return cheapest(
    breaks.flatMap(({ from, price }, i) => {
      // What a lot in this bracket costs beyond `price` a unit.
      if (i > 0) extra += from * (breaks[i - 1]!.price - price);
      const best = Math.sqrt((2 * (costs.orderCost + extra) * costs.demand) / (costs.holdingRate * price));
      if (!(best >= from && best < (breaks[i + 1]?.from ?? Infinity))) return [];
      const average = extra === 0 ? price : price + extra / best;
      return [{ quantity: best, unitPrice: average, cost: costOf(best, average, costs) }];
    }),
  );
}
