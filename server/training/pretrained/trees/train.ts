import { binned } from "../../../../shared/demand/models/trees/bins.ts";
import { boostQuantiles, type QuantileTree } from "../../../../shared/demand/models/trees/boost.ts";
import type { PretrainedTrees } from "../../../../shared/demand/models/table/pretrained.ts";
import type { TreeExample } from "./examples.ts";

/** Deeper and more trees than a table's: there is more to learn from. */
export const MEDIAN = {
  rounds: 250,
  rate: 0.06,
  leaves: 16,
  least: 100,
  pull: 5,
  featureShare: 0.5,
  exampleShare: 0.6,
  seed: 1,
};
/** Figures that numbers are kept with: a bin's edge needs no more. */
const FIGURES = 6;

const short = (x: number): number => Number(x.toPrecision(FIGURES));

function shortened(tree: QuantileTree): QuantileTree {
  const edge = tree.edge.map((x) => (x === Number.MAX_VALUE ? x : short(x)));
  return { ...tree, edge, values: tree.values.map((list) => list.map(short)) };
}

/** Trains the trees. */
export function trainTrees(examples: readonly TreeExample[], version: string): PretrainedTrees {
  const columns = examples[0]!.row.map((_, j) => Float64Array.from(examples, ({ row }) => row[j]!));
  const lessons = {
    data: binned(columns),
    targets: Float64Array.from(examples, ({ target }) => target),
    weights: Float64Array.from(examples, ({ weight }) => weight),
  };
  const { start, trees } = boostQuantiles(lessons, [0.5], [0], MEDIAN);
  return { version, median: { start: start.map(short), trees: trees.map(shortened) } };
}
