import { endsExcess, type Finishing } from "./excess.ts";
import { partTree, type Box } from "./part-tree.ts";
import { partsOf, type Parts } from "./parts.ts";

/** Boxes looked at for each part-plan that a half may have, before the search is given up. */
const BOXES_A_PART = 30;
/** How quickly a width is narrowed until the part-plans are few enough. */
const NARROWER = 0.6;

export interface LeastPlan {
  /** The plan of least excess, where one has at most what was asked. */
  readonly picks?: Int32Array;
  readonly excess: number;
  /** Whether no other plan has less. */
  readonly complete: boolean;
}

/** The items of each half: those with most alternatives alternate, so that the halves have about as many part-plans. */
function halvesOf({ live }: Finishing): readonly [readonly number[], readonly number[]] {
  const order = live.map((_, i) => i).sort((a, b) => live[b]!.length - live[a]!.length || a - b);
  const isLeft = (n: number): boolean => n % 4 === 0 || n % 4 === 3;
  return [order.filter((_, n) => isLeft(n)), order.filter((_, n) => !isLeft(n))];
}

/**
 * The plan of a state with the least excess, at most `most`, by meeting in the middle: the part-plans of two halves of the
 * items are matched through a tree. It settles what branch and bound finds hardest, tight measures with many near-equal
 * plans. Undefined where there are more than `parts` part-plans. Horowitz and Sahni, Computing partitions with applications
 * to the knapsack problem, J. ACM 21 (1974).
 */
export function meetInTheMiddle(finishing: Finishing, most: number, parts: number): LeastPlan | undefined {
  const [a, b] = halvesOf(finishing);
  const limits = { reduced: most, excess: most, parts };
  const left = partsOf(finishing, a, limits);
  const right = left && partsOf(finishing, b, limits);
  return left && right && match(finishing, left, right, { most, parts });
}

/**
 * A good plan by the same from the best part-plans alone, at most `parts` of each half: quick, and no proof. Its excess is
 * below `most`.
 */
export function goodPlan(finishing: Finishing, most: number, parts: number): Int32Array | undefined {
  const best = (items: readonly number[]): Parts => {
    for (let reduced = most; ; reduced *= NARROWER) {
      const made = partsOf(finishing, items, { reduced, excess: most, parts });
      if (made) return made;
    }
  };
  const [a, b] = halvesOf(finishing);
  return match(finishing, best(a), best(b), { most, parts })?.picks;
}

/** The pair of part-plans with the least excess. */
function match(
  finishing: Finishing,
  left: Parts,
  right: Parts,
  { most, parts }: { readonly most: number; readonly parts: number },
): LeastPlan | undefined {
  const { table, live } = finishing;
  const m = table.measures.length;
  const mostBoxes = BOXES_A_PART * parts;
  let excess = most;
  let found: readonly [number, number] | undefined;
  if (left.count === 0 || right.count === 0) return { excess: Infinity, complete: true };
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
    if (boxes > mostBoxes || leastWith(a, box, 1e-9) > excess) return;
    for (const b of box.parts ?? []) {
      const totals = right.totals.subarray(b * m, b * m + m);
      const so = leastWith(a, { low: totals, high: totals, least: right.reduced[b]! }, 0);
      if (so <= excess && !(found && so === excess)) [excess, found] = [so, [a, b]];
    }
    for (const child of [...(box.children ?? [])].sort((x, y) => x.least - y.least)) search(a, child);
  };
  const byCost = Int32Array.from({ length: left.count }, (_, a) => a).sort(
    (a, b) => left.reduced[a]! - left.reduced[b]! || a - b,
  );
  for (const a of byCost) search(a, tree);
  const complete = boxes <= mostBoxes;
  if (!found) return complete ? { excess: Infinity, complete } : undefined;
  const picks = new Int32Array(live.length);
  left.into(found[0], picks);
  right.into(found[1], picks);
  return { picks, excess, complete };
}
