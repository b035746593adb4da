import { medianOf, type PretrainedTrees } from "../../../../shared/demand/models/table/pretrained.ts";
import type { TreeExample } from "./examples.ts";

/** How far what was foretold lies from what came, in logarithms of the rate over the scale, by weight. */
export interface TreeScore {
  /** What was held out. */
  readonly group: string;
  readonly examples: number;
  /** Mean absolute error, and that of expecting the scale itself. */
  readonly error: number;
  readonly ofScale: number;
}

/** Logarithm of a rate of one scale. */
const SCALE_ITSELF = Math.log(1.1);

export function scoreTrees(trees: PretrainedTrees, examples: readonly TreeExample[]): Omit<TreeScore, "group"> {
  let [weights, error, ofScale] = [0, 0, 0];
  for (const { row, target, weight } of examples) {
    weights += weight;
    error += weight * Math.abs(target - medianOf(trees, row));
    ofScale += weight * Math.abs(target - SCALE_ITSELF);
  }
  const [own, scale] = [error, ofScale].map((x) => Number((x / weights).toFixed(4)));
  return { examples: examples.length, error: own!, ofScale: scale! };
}
