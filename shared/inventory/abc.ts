export type AbcClass = "A" | "B" | "C";

/**
 * Classes by value: sorted from the dearest down, an item belongs to the class its cumulative share *before* it falls
 * in, so that the item which crosses a limit still belongs to the class above. Equal values keep the order given.
 *
 * Silver, Pyke & Thomas, Inventory and Production Management in Supply Chains (4th ed.), section 2.2.
 */
export function abcClasses(values: readonly number[], aShare: number, bShare: number): AbcClass[] {
  const total = values.reduce((sum, v) => sum + v, 0);
  const order = values.map((_, i) => i).sort((i, j) => values[j]! - values[i]! || i - j);
  const classes = new Array<AbcClass>(values.length);
  let before = 0;
  for (const i of order) {
    // Where nothing has value there is no share to speak of: everything is a C.
    const share = total > 0 ? before / total : 1;
    classes[i] = share < aShare - 1e-12 ? "A" : share < bShare - 1e-12 ? "B" : "C";
    before += values[i]!;
  }
  return classes;
}
