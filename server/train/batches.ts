import { BASES, HORIZON_INPUTS, spread, STATICS, STEP_INPUTS, STEPS } from "../../shared/demand/network/network.ts";
import type { Example } from "./examples.ts";
import type { Batch } from "./model.ts";

/** Lays `batch` random examples of the pool side by side, each with `horizons` random horizons of its own. */
export function drawBatch(
  pool: readonly Example[],
  { batch, horizons, hidden, dropout }: { batch: number; horizons: number; hidden: number; dropout: number },
  random: () => number,
): Batch {
  const rows = batch * horizons;
  const out: Batch = {
    batch,
    steps: STEPS,
    horizons,
    inputs: new Float32Array(STEPS * batch * STEP_INPUTS),
    known: new Float32Array(STEPS * batch),
    statics: new Float32Array(batch * STATICS),
    inputs2: new Float32Array(rows * HORIZON_INPUTS),
    bases: new Float32Array(rows * BASES),
    spreads: new Float32Array(rows),
    targets: new Float32Array(rows),
    weights: new Float32Array(rows),
    dropout: Float32Array.from({ length: batch * hidden }, () => (random() < dropout ? 0 : 1 / (1 - dropout))),
  };
  for (let b = 0; b < batch; b++) {
    const example = pool[Math.floor(random() * pool.length)]!;
    for (let s = 0; s < STEPS; s++) {
      const at = (s * batch + b) * STEP_INPUTS;
      out.inputs.set(example.steps.subarray(s * STEP_INPUTS, (s + 1) * STEP_INPUTS), at);
      out.known[s * batch + b] = s >= STEPS - example.known ? 1 : 0;
    }
    out.statics.set(example.statics, b * STATICS);
    for (let j = 0; j < horizons; j++) {
      // One horizon from each equal part of the range, so that near and far weigh alike in every batch.
      const i = Math.min(example.horizons - 1, Math.floor(((j + random()) / horizons) * example.horizons));
      const row = b * horizons + j;
      out.inputs2.set(example.inputs.subarray(i * HORIZON_INPUTS, (i + 1) * HORIZON_INPUTS), row * HORIZON_INPUTS);
      out.bases.set(example.bases.subarray(i * BASES, (i + 1) * BASES), row * BASES);
      out.spreads[row] = spread(i + 1);
      out.targets[row] = example.targets[i]!;
      out.weights[row] = example.weights[i]!;
    }
  }
  return out;
}
