export interface Disruptions {
  readonly demand: number;
  readonly orderCost: number;
  readonly holdingCost: number;
  /** Money per unit not served. */
  readonly shortageCost: number;
  /** How often the supplier fails while it works, per time unit. */
  readonly disruptionRate: number;
  /** How often it recovers while it doesn't: 1 / mean length of a failure. */
  readonly recoveryRate: number;
}

/** Ratio and its derivative's sign: g(Q) = (K + h Q²/2d + p d psi/mu) / (Q/d + psi/mu). */
function cost(quantity: number, d: Disruptions): { cost: number; slope: number } {
  const both = d.disruptionRate + d.recoveryRate;
  const down = d.disruptionRate / both;
  const decay = Math.exp((-both * quantity) / d.demand);
  const psi = down * -Math.expm1((-both * quantity) / d.demand);
  const psiSlope = (d.disruptionRate / d.demand) * decay;
  const top =
    d.orderCost + (d.holdingCost * quantity ** 2) / (2 * d.demand) + (d.shortageCost * d.demand * psi) / d.recoveryRate;
  const bottom = quantity / d.demand + psi / d.recoveryRate;
  const topSlope = (d.holdingCost * quantity) / d.demand + (d.shortageCost * d.demand * psiSlope) / d.recoveryRate;
  const bottomSlope = 1 / d.demand + psiSlope / d.recoveryRate;
  return { cost: top / bottom, slope: topSlope * bottom - top * bottomSlope };
}

/**
 * Lot and cost a time unit where the supplier fails and recovers at random (exponential times) and demand meanwhile is
 * lost: the lot is larger, as insurance. All numbers > 0.
 *
 * Snyder & Shen, Fundamentals of Supply Chain Theory (2nd ed.), equation 9.5 (Parlar and Berkin, 1991; Berk and
 * Arreola-Risa, 1994), started from Snyder's approximation (2014).
 */
export function disruptionLot(d: Disruptions): { readonly quantity: number; readonly cost: number } {
  const down = (d.disruptionRate / (d.disruptionRate + d.recoveryRate)) * d.demand * d.holdingCost;
  const inner = d.orderCost * d.demand * d.recoveryRate + (d.demand * d.shortageCost * down) / d.holdingCost;
  const start =
    (Math.sqrt(down ** 2 + 2 * d.holdingCost * d.recoveryRate * inner) - down) / (d.holdingCost * d.recoveryRate);
  let [low, high] = [start / 10, start * 10];
  for (let i = 0; i < 200 && high - low > 1e-13 * high; i += 1) {
    const middle = (low + high) / 2;
    if (cost(middle, d).slope < 0) low = middle;
    else high = middle;
  }
  const quantity = (low + high) / 2;
  return { quantity, cost: cost(quantity, d).cost };
}
