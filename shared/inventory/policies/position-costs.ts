/** Shortage costs dearer than holding by more than this drown holding in rounding when units are counted through. */
export const DEAREST_SHORTAGE = 1e9;

/**
 * The cost rate G(y) = h E(y - D)+ + p E(D - y)+ of every whole position y, negative ones too, for whole-unit demand with
 * these probabilities of 0, 1, 2, ... units.
 */
export function positionCosts(
  probabilities: readonly number[],
  holdingCost: number,
  shortageCost: number,
): { at(y: number): number; readonly best: number } {
  const mean = probabilities.reduce((sum, f, k) => sum + k * f, 0);
  const table = [shortageCost * mean];
  let below = 0;
  let best = 0;
  probabilities.forEach((f, y) => {
    below += f;
    const step = holdingCost - (holdingCost + shortageCost) * Math.max(0, 1 - below);
    if (step < -1e-12 * (holdingCost + shortageCost)) best = y + 1;
    table.push(table[y]! + step);
  });
  const last = table.length - 1;
  return {
    best,
    at: (y) => (y < 0 ? table[0]! - shortageCost * y : y <= last ? table[y]! : table[last]! + holdingCost * (y - last)),
  };
}
