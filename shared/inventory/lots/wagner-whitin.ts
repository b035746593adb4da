import { lotsFrom, type LotPlanCosts } from "./lot-plan.ts";

/**
 * The lots of least total cost for known demand that changes from period to period, in T² / 2 steps. Of equally cheap
 * plans the one that orders sooner again.
 *
 * Wagner and Whitin, Management Science 5 (1958); Snyder & Shen (2nd ed.), algorithm 3.1 and equation 3.39.
 */
export function wagnerWhitin(demand: readonly number[], { order, holding, unit }: LotPlanCosts): number[] {
  const periods = demand.length;
  // rest[t]: least cost of the periods from t on; next[t]: the period in which the order after the one in t is placed.
  const rest = new Float64Array(periods + 1);
  const next = new Int32Array(periods);
  for (let t = periods - 1; t >= 0; t -= 1) {
    // Where nothing is needed, nothing need be ordered; but it may be the time to buy ahead.
    let best = demand[t] === 0 ? rest[t + 1]! : Infinity;
    next[t] = t + 1;
    let cost = order[t]!;
    let keeping = unit[t]!;
    for (let u = t; u < periods; u += 1) {
      cost += keeping * demand[u]!;
      keeping += holding[u]!;
      if (cost >= best) break;
      if (cost + rest[u + 1]! < best) {
        best = cost + rest[u + 1]!;
        next[t] = u + 1;
      }
    }
    rest[t] = best;
  }
  const starts: number[] = [];
  for (let t = 0; t < periods; t = next[t]!) starts.push(t);
  return lotsFrom(starts, demand);
}
