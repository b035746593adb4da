/** Items' demand by age split into one size an item and one curve for all: demand ≈ size x curve(age). */
export interface LifeCurve {
  readonly sizes: readonly number[];
  /** Mean 1 over the ages seen. */
  readonly curve: readonly number[];
}

const ROUNDS = 20;

/**
 * Fits sizes and curve by alternating ratios, the maximum likelihood of counts (Goodman's proportional fitting), so that
 * young items compare with old ones at the same age. Demand by age since launch, NaN where unknown; items weigh in the
 * curve by `weights`.
 */
export function fitLifeCurve(demand: readonly (readonly number[])[], weights: readonly number[]): LifeCurve {
  const ages = demand[0]!.length;
  let curve = new Array<number>(ages).fill(1);
  let sizes = sizesOf(demand, curve);
  for (let round = 0; round < ROUNDS; round += 1) {
    const raw = curve.map((_, t) => {
      let [above, below] = [0, 0];
      for (const [i, row] of demand.entries()) {
        if (Number.isNaN(row[t]!)) continue;
        above += weights[i]! * row[t]!;
        below += weights[i]! * sizes[i]!;
      }
      return below > 0 ? above / below : NaN;
    });
    curve = scaled(filled(raw));
    sizes = sizesOf(demand, curve);
  }
  return { sizes, curve };
}

function sizesOf(demand: readonly (readonly number[])[], curve: readonly number[]): number[] {
  return demand.map((row) => {
    let [above, below] = [0, 0];
    for (const [t, x] of row.entries()) {
      if (Number.isNaN(x)) continue;
      above += x;
      below += curve[t]!;
    }
    return below > 0 ? above / below : 0;
  });
}

/** An age nobody has seen takes the age before. */
function filled(curve: readonly number[]): number[] {
  let last = curve.find((x) => !Number.isNaN(x)) ?? 1;
  return curve.map((x) => (last = Number.isNaN(x) ? last : x));
}

function scaled(curve: readonly number[]): number[] {
  const mean = curve.reduce((a, b) => a + b, 0) / curve.length;
  return mean > 0 ? curve.map((x) => x / mean) : curve.map(() => 1);
}
