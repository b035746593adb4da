/** Rounds over all caps, and looks at a cap's price in each. */
const ROUNDS = 2;
const LOOKS = 8;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

export interface BestPrices {
  readonly prices: readonly number[];
  /** No plan of all orders within the caps costs less. */
  readonly bound: number;
}

/**
 * The prices of the caps that give the best bound: what the orders cost at them less the prices of what there is. The bound
 * is concave in the prices, so that golden section finds its top, one cap after the other.
 */
export function bestPrices(limits: readonly number[], costAt: (prices: readonly number[]) => number): BestPrices {
  let best: BestPrices = { prices: limits.map(() => 0), bound: -Infinity };
  const look = (prices: readonly number[]): number => {
    const bound = prices.reduce((sum, price, c) => sum - price * limits[c]!, costAt(prices));
    if (bound > best.bound) best = { prices, bound };
    return bound;
  };
  look(best.prices);
  for (let round = 0; round < (limits.length > 1 ? ROUNDS : 1); round++)
    for (let c = 0; c < limits.length; c++) {
      const at = (price: number): number => look(best.prices.map((one, d) => (d === c ? price : one)));
      let high = Math.max(0.1, 2 * best.prices[c]!);
      while (at(high) >= best.bound - 1e-9 && high < 1e6) high *= 2;
      let [a, b] = [0, high];
      let [x, y] = [b - GOLDEN * (b - a), a + GOLDEN * (b - a)];
      let [fx, fy] = [at(x), at(y)];
      for (let n = 0; n < LOOKS; n++)
        if (fx > fy) {
          [b, y, fy] = [y, x, fx];
          x = b - GOLDEN * (b - a);
          fx = at(x);
        } else {
          [a, x, fx] = [x, y, fy];
          y = a + GOLDEN * (b - a);
          fy = at(y);
        }
    }
  return best;
}
