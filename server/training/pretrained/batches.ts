import {
  BASES,
  DRIVER_TERMS,
  HORIZON_INPUTS,
  spread,
  STATICS,
  STEP_INPUTS,
  STEPS,
} from "../../../shared/demand/networks/sequence/network.ts";
import type { Example } from "./examples.ts";

/** One batch: `batch` series, each with the same number of horizons; rows of horizons follow their series. */
export interface Batch {
  readonly batch: number;
  readonly horizons: number;
  /** Sum of the weights in the loss, over the whole batch where this is a part of one. */
  readonly total: number;
  /** batch x STEPS x STEP_INPUTS. */
  readonly inputs: Float32Array;
  /** batch x STEPS: 1 for a known step, 0 before the history begins. */
  readonly known: Float32Array;
  /** batch x STATICS. */
  readonly statics: Float32Array;
  /** batch x hidden: 0 or 1/(1 - rate). */
  readonly dropout: Float32Array;
  /** (batch x horizons) x HORIZON_INPUTS, squashed. */
  readonly inputs2: Float32Array;
  /** (batch x horizons) x BASES, in z. */
  readonly bases: Float32Array;
  /** (batch x horizons) x DRIVER_TERMS, in z. */
  readonly terms: Float32Array;
  /** batch x horizons: spread of the horizon. */
  readonly spreads: Float32Array;
  /** batch x horizons: actual, in z. */
  readonly targets: Float32Array;
  /** batch x horizons: weight in the loss. */
  readonly weights: Float32Array;
}

/** Lays `batch` random examples of the pool one after the other, each with `horizons` random horizons of its own. */
export function drawBatch(
  pool: readonly Example[],
  { batch, horizons, hidden, dropout }: { batch: number; horizons: number; hidden: number; dropout: number },
  random: () => number,
): Batch {
  const rows = batch * horizons;
  const out = {
    inputs: new Float32Array(batch * STEPS * STEP_INPUTS),
    known: new Float32Array(batch * STEPS),
    statics: new Float32Array(batch * STATICS),
    inputs2: new Float32Array(rows * HORIZON_INPUTS),
    bases: new Float32Array(rows * BASES),
    terms: new Float32Array(rows * DRIVER_TERMS),
    spreads: new Float32Array(rows),
    targets: new Float32Array(rows),
    weights: new Float32Array(rows),
    dropout: Float32Array.from({ length: batch * hidden }, () => (random() < dropout ? 0 : 1 / (1 - dropout))),
  };
  for (let b = 0; b < batch; b++) {
    const example = pool[Math.floor(random() * pool.length)]!;
    out.inputs.set(example.steps, b * STEPS * STEP_INPUTS);
    out.known.fill(1, (b + 1) * STEPS - example.known, (b + 1) * STEPS);
    out.statics.set(example.statics, b * STATICS);
    for (let j = 0; j < horizons; j++) {
      // One horizon from each equal part of the range, so that near and far weigh alike in every batch.
      const i = Math.min(example.horizons - 1, Math.floor(((j + random()) / horizons) * example.horizons));
      const row = b * horizons + j;
      out.inputs2.set(example.inputs.subarray(i * HORIZON_INPUTS, (i + 1) * HORIZON_INPUTS), row * HORIZON_INPUTS);
      out.bases.set(example.bases.subarray(i * BASES, (i + 1) * BASES), row * BASES);
      out.terms.set(example.terms.subarray(i * DRIVER_TERMS, (i + 1) * DRIVER_TERMS), row * DRIVER_TERMS);
      out.spreads[row] = spread(i + 1);
      out.targets[row] = example.targets[i]!;
      out.weights[row] = example.weights[i]!;
    }
  }
  return { ...out, batch, horizons, total: out.weights.reduce((a, b) => a + b, 0) };
}

/** The batch in `parts` runs of neighbours as equal as can be, fewer where it has fewer examples. */
export function splitBatch(whole: Batch, parts: number): Batch[] {
  const count = Math.min(parts, whole.batch);
  return Array.from({ length: count }, (_, k) => {
    const from = Math.floor((k * whole.batch) / count);
    const to = Math.floor(((k + 1) * whole.batch) / count);
    const part = (values: Float32Array): Float32Array => {
      const each = values.length / whole.batch;
      return values.slice(from * each, to * each);
    };
    return {
      batch: to - from,
      horizons: whole.horizons,
      total: whole.total,
      inputs: part(whole.inputs),
      known: part(whole.known),
      statics: part(whole.statics),
      dropout: part(whole.dropout),
      inputs2: part(whole.inputs2),
      bases: part(whole.bases),
      terms: part(whole.terms),
      spreads: part(whole.spreads),
      targets: part(whole.targets),
      weights: part(whole.weights),
    };
  });
}
