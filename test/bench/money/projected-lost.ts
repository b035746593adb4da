/** Units that will be lost before an order placed now arrives, period by period: what the product counts order by order. */
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
