import type { DemandDistribution } from "../demand/demand-distribution.ts";
import { Visits } from "./visits.ts";

/** A place where the position may stand after a review. */
export interface Standing {
  /** Units below S. */
  readonly below: number;
  /** Share of reviews. */
  readonly share: number;
}

/** So many parts of the gap are told apart, or every step of the demand where they are no more. */
const PARTS = 32;
/** Demand of a review period below this share of a part is as good as none: the position is anywhere between s and S. */
const HARDLY = 1e-9;

/** The demand's probabilities on 0, w, 2w, ..., which keep its mean: E(D - x)+ differenced twice; the rest at the end. */
function onLattice({ loss }: DemandDistribution, width: number, parts: number): number[] {
  const falls = Array.from({ length: parts + 1 }, (_, j) => (loss(j * width) - loss((j + 1) * width)) / width);
  return [1 - falls[0]!, ...falls.slice(1).map((fall, j) => Math.max(0, falls[j]! - fall)), falls[parts]!];
}

/**
 * Where the position stands after a review under (s, S), `gap` = S - s >= 0, from the demand of one review period: the
 * renewal measure of that demand up to the gap. It has in it the undershoot, by how much s is missed before an order.
 * `step` is the spacing of the demand's values, where they are spaced.
 *
 * Zheng and Federgruen, Operations Research 39 (1991), on the lattice of Klugman, Panjer and Willmot, Loss Models, 9.6.5.
 */
export function standings(gap: number, review: DemandDistribution, step: number | undefined): readonly Standing[] {
  if (!(gap > 0)) return [{ below: 0, share: 1 }];
  const spaced = step !== undefined && gap <= PARTS * step;
  const width = spaced ? step : gap / PARTS;
  const parts = spaced ? Math.ceil(gap / step - 1e-9) : PARTS;
  const demand = review.mean > HARDLY * width ? onLattice(review, width, parts) : [0, 1];
  const { visits } = new Visits(demand).upTo(parts + 1);
  const atTop = visits[0]!;
  // At s itself an order is due. Continuous demand stands at S with its whole weight, and half of both end parts.
  const [first, last] = spaced ? [atTop, 0] : [(1 + atTop) / 2, visits[parts]! / 2];
  const weights = [first, ...visits.slice(1, parts), last];
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.flatMap((weight, j) => (weight > 0 ? [{ below: j * width, share: weight / total }] : []));
}
