/**
 * Units that will be lost before an order placed now arrives, with demand at its mean rate: stock-outs in the meantime
 * use up nothing of what is on order, so the position understates the stock that will be there.
 *
 * After the projected inventory level of van Jaarsveld and Arts, Operations Research 72 (2024), with the mean course.
 */
export function projectedLost(onHand: number, due: ArrayLike<number>, leadTime: number, rate: number): number {
  let lost = 0;
  let stock = onHand;
  for (let t = 0; t < leadTime; t += 1) {
    if (t > 0) stock += due[t - 1]!;
    stock -= rate;
    if (stock >= 0) continue;
    lost -= stock;
    stock = 0;
  }
  return lost;
}
