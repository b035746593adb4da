/** The smallest number of units that covers demand with this probability. */
export function covering(demand: readonly number[], probability: number): number {
  let below = 0;
  const found = demand.findIndex((share) => (below += share) >= probability * (1 - 1e-12));
  return found < 0 ? demand.length - 1 : found;
}
