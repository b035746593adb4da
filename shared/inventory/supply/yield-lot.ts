export interface YieldLot {
  readonly demand: number;
  readonly orderCost: number;
  readonly holdingCost: number;
  readonly yieldMean: number;
  readonly yieldSd: number;
}

interface Lot {
  readonly quantity: number;
  /** Ordering and holding, a time unit. */
  readonly cost: number;
}

/**
 * What arrives is the order plus a random number of units, of this mean (negative for losses) and sd.
 *
 * Snyder & Shen, Fundamentals of Supply Chain Theory (2nd ed.), equations 9.22 and 9.23.
 */
export function additiveYieldLot({ demand, orderCost, holdingCost, yieldMean, yieldSd }: YieldLot): Lot {
  const arrives = Math.sqrt((2 * orderCost * demand) / holdingCost + yieldSd ** 2);
  if (arrives === 0) return { quantity: -yieldMean, cost: 0 };
  return {
    quantity: arrives - yieldMean,
    cost: (2 * orderCost * demand + holdingCost * yieldSd ** 2) / (2 * arrives) + (holdingCost * arrives) / 2,
  };
}

/** What arrives is a random share of the order, of this mean (> 0) and sd. Same book, equations 9.24 and 9.25. */
export function multiplicativeYieldLot({ demand, orderCost, holdingCost, yieldMean, yieldSd }: YieldLot): Lot {
  const square = yieldSd ** 2 + yieldMean ** 2;
  const quantity = Math.sqrt((2 * orderCost * demand) / (holdingCost * square));
  return {
    quantity,
    cost:
      (quantity === 0 ? 0 : (orderCost * demand) / (quantity * yieldMean)) +
      (holdingCost * quantity * square) / (2 * yieldMean),
  };
}
