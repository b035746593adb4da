import { average } from "../../slow/parts.ts";
import type { SlowParts } from "../../slow/count-model.ts";
import { simpleModels } from "./bases.ts";
import { describe } from "./describe.ts";
import { BASE_NUMBERS, BASES, DESCRIPTIONS, INPUTS, PROBABILITIES } from "./network.ts";

/** A total as the network sees it; all of `means` and `quantiles` are shares of `scale`. */
export interface CountInputs {
  /** Typical size of the total: what the network's answers are multiplied by. */
  readonly scale: number;
  /** INPUTS numbers, before they are standardised. */
  readonly inputs: Float64Array;
  /** Of the BASES. */
  readonly means: Float64Array;
  /** BASES x PROBABILITIES. */
  readonly quantiles: Float64Array;
}

/** How finely small shares are told apart. */
const FINENESS = 3;

/** Prepares a history with at least one demand for totals over whole numbers of periods. */
export function countInputs(values: readonly number[], parts: SlowParts): (periods: number) => CountInputs {
  const bases = simpleModels(values, parts);
  const description = describe(values, parts);
  const rate = average(values);
  return (periods) => {
    const models = bases(periods);
    const scale = Math.max(models[0]!.mean, 0.5 * rate * periods) + 0.3 * parts.sizes.mean;
    const inputs = new Float64Array(INPUTS);
    inputs.set(description(periods, scale));
    const means = new Float64Array(BASES);
    const quantiles = new Float64Array(BASES * PROBABILITIES.length);
    models.forEach(({ mean, quantiles: levels }, k) => {
      means[k] = mean / scale;
      quantiles.set(
        levels.map((q) => q / scale),
        k * PROBABILITIES.length,
      );
      inputs.set(
        [mean, ...levels].map((x) => Math.asinh((FINENESS * x) / scale)),
        DESCRIPTIONS + k * BASE_NUMBERS,
      );
    });
    return { scale, inputs, means, quantiles };
  };
}
