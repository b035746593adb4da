import { endsExcess, type Finishing } from "./excess.ts";
import { partTree, type Box } from "./part-tree.ts";
import { partsOf } from "./parts.ts";

/** Boxes looked at before the other ways are tried. */
const MOST_BOXES = 3_000_000;

export interface LeastPlan {
  /** The plan of least excess, where one has at most what was asked. */
  readonly picks?: Int32Array;
  readonly excess: number;
}

/**
 * The plan of a state with the least excess, at most `most`, by meeting in the middle: the part-plans of two halves of the
 * items are matched through a tree. It settles what branch and bound finds hardest, tight measures with many near-equal
 * plans. Undefined where there are too many part-plans. Horowitz and Sahni, Computing partitions with applications to the
 * knapsack problem, J. ACM 21 (1974).
 */
export function meetInTheMiddle(finishing: Finishing, most: number): LeastPlan | undefined {
  const { table, live } = finishing;
  const m = table.measures.length;
  // Items with most alternatives alternate, so that the halves have about as many part-plans each.
  const order = live.map((_, i) => i).sort((a, b) => live[b]!.length - live[a]!.length || a - b);
  const halves = [0, 1].map((side) => order.filter((_, n) => (n % 4 === 0 || n % 4 === 3 ? 0 : 1) === side));
  const left = partsOf(finishing, halves[0]!, most);
  const right = left && partsOf(finishing, halves[1]!, most);
  if (!left || !right) return undefined;
  let excess = most;
  let found: readonly [number, number] | undefined;
  if (left.count === 0 || right.count === 0) return { excess: Infinity };
  const tree = partTree(right, m);
  const low = new Float64Array(m);
  const high = new Float64Array(m);
  let boxes = 0;
  const leastWith = (a: number, box: Pick<Box, "low" | "high" | "least">, noise: number): number => {
    boxes += 1;
    for (let j = 0; j < m; j++) {
      low[j] = left.totals[a * m + j]! + box.low[j]! - noise;
      high[j] = left.totals[a * m + j]! + box.high[j]! + noise;
    }
    return left.reduced[a]! + box.least + endsExcess(finishing, low, high);
  };
  const search = (a: number, box: Box): void => {
    if (boxes > MOST_BOXES || leastWith(a, box, 1e-9) > excess) return;
    for (const b of box.parts ?? []) {
      const totals = right.totals.subarray(b * m, b * m + m);
      const so = leastWith(a, { low: totals, high: totals, least: right.reduced[b]! }, 0);
      if (so <= excess && !(found && so === excess)) [excess, found] = [so, [a, b]];
    }
    for (const child of [...(box.children ?? [])].sort((x, y) => x.least - y.least)) search(a, child);
  };
  const byCost = Int32Array.from({ length: left.count }, (_, a) => a).sort((a, b) => left.reduced[a]! - left.reduced[b]! || a - b);
  for (const a of byCost) search(a, tree);
  if (boxes > MOST_BOXES) return undefined;
  if (!found) return { excess: Infinity };
  const picks = new Int32Array(live.length);
  left.into(found[0], picks);
  right.into(found[1], picks);
  return { picks, excess };
}
