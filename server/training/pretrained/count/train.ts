import { standardise } from "../../../../shared/demand/networks/slow/infer.ts";
import { BASES, INPUTS, PROBABILITIES, type CountNetwork } from "../../../../shared/demand/networks/slow/network.ts";
import { useBackend } from "../backend.ts";
import { Optimiser } from "../optimiser.ts";
import { randomStream } from "../random.ts";
import type { CountExample, CountGroup } from "./examples.ts";
import { gradientsOf, initialWeights, type CountBatch } from "./model.ts";

export interface CountSettings {
  readonly hidden: number;
  readonly steps: number;
  readonly batch: number;
  readonly dropout: number;
  readonly seed: number;
}

export const COUNT_DEFAULTS: Omit<CountSettings, "seed"> = { hidden: 64, steps: 1000, batch: 256, dropout: 0.15 };

const RATE = 2e-3;
const DECAY = 0.02;
const AVERAGE = 0.995;
/** An input that never varies would otherwise be divided by 0. */
const LEAST_SPREAD = 1e-3;

/** Mean and standard deviation of each input over all examples. */
function standardisation(examples: readonly CountExample[]): { centre: Float32Array; spread: Float32Array } {
  const [centre, spread] = [new Float32Array(INPUTS), new Float32Array(INPUTS)];
  for (let k = 0; k < INPUTS; k++) {
    let [sum, squares] = [0, 0];
    for (const { inputs } of examples) {
      sum += inputs[k]!;
      squares += inputs[k]! ** 2;
    }
    const mean = sum / examples.length;
    centre[k] = mean;
    spread[k] = Math.sqrt(Math.max(0, squares / examples.length - mean * mean)) + LEAST_SPREAD;
  }
  return { centre, spread };
}

/** Draws examples, each set by its share. */
function drawer(groups: readonly CountGroup[], random: () => number): () => CountExample {
  const total = groups.reduce((sum, group) => sum + group.share, 0);
  return () => {
    let at = random() * total;
    const group = groups.find(({ share }) => (at -= share) < 0) ?? groups.at(-1)!;
    return group.examples[Math.floor(random() * group.examples.length)]!;
  };
}

/** Trains a network on the groups' examples: the same examples and settings give the same weights, to the bit. */
export async function trainCounts(
  groups: readonly CountGroup[],
  { hidden, steps, batch: size, dropout, seed }: CountSettings,
  version: string,
  report?: (step: number, loss: number) => void,
): Promise<CountNetwork> {
  await useBackend("wasm");
  const { centre, spread } = standardisation(groups.flatMap((group) => group.examples));
  const random = randomStream(seed);
  const draw = drawer(groups, random);
  const kept = (): Float32Array =>
    Float32Array.from({ length: size * hidden }, () => (random() < dropout ? 0 : 1 / (1 - dropout)));
  const optimiser = new Optimiser(initialWeights(hidden, seed + 1), RATE, DECAY, AVERAGE);
  let recent = 0;
  for (let step = 0; step < steps; step++) {
    const examples = Array.from({ length: size }, draw);
    const batch: CountBatch = {
      size,
      inputs: new Float32Array(size * INPUTS),
      means: new Float32Array(size * BASES),
      quantiles: new Float32Array(size * BASES * PROBABILITIES.length),
      targets: Float32Array.from(examples, (example) => example.target),
      weights: Float32Array.from(examples, (example) => example.weight),
      dropouts: [kept(), kept()],
    };
    examples.forEach(({ inputs, means, quantiles }, i) => {
      batch.inputs.set(standardise(Float64Array.from(inputs), centre, spread), i * INPUTS);
      batch.means.set(means, i * means.length);
      batch.quantiles.set(quantiles, i * quantiles.length);
    });
    const { loss, gradients } = gradientsOf(optimiser.weights, hidden, batch);
    if (!Number.isFinite(loss)) throw new Error(`training diverged at step ${step}`);
    optimiser.update(gradients, step / steps);
    recent = step === 0 ? loss : 0.98 * recent + 0.02 * loss;
    report?.(step + 1, recent);
  }
  return { version, hidden, weights: { centre, spread, ...optimiser.averaged } };
}
