import * as tf from "@tensorflow/tfjs-core";
import type { Batch } from "../../../server/training/pretrained/batches.ts";
import { examplePool, type Example } from "../../../server/training/pretrained/examples.ts";
import { quantiles, type Variables } from "../../../server/training/pretrained/model.ts";
import { randomStream } from "../../../server/training/pretrained/random.ts";
import type { TrainingSettings } from "../../../server/training/pretrained/train.ts";
import type { Weights } from "../../../server/training/pretrained/weights.ts";
import { shapesOf, TENSORS } from "../../../shared/demand/networks/sequence/network.ts";

/** A few made series: growth, a season, gaps in demand. */
const SERIES = Array.from({ length: 12 }, (_, k) => {
  const random = randomStream(100 + k);
  return {
    set: "made",
    id: String(k),
    season: 4,
    horizon: 6,
    train: Array.from({ length: 60 }, (_, t) =>
      k % 3 === 2 ? Math.floor(random() * 3) : 50 + t + 10 * Math.sin((t * Math.PI) / 2) + 5 * random(),
    ),
  };
});

export function smallPool(count = 120): Example[] {
  return examplePool([{ name: "made", share: 1, cutoffs: 20, series: SERIES }], count, randomStream(5));
}

export const SMALL: TrainingSettings = { units: 5, hidden: 7, steps: 8, batch: 16, horizons: 3, dropout: 0, seed: 3 };

/** A batch's quantiles as TensorFlow.js computes them for SMALL's sizes. */
export const quantilesInTensorflow = (weights: Weights, batch: Batch): number[][] =>
  tf.tidy(() => {
    const shapes = shapesOf(SMALL.units, SMALL.hidden);
    const variables = Object.fromEntries(
      TENSORS.map((name) => [name, tf.tensor2d(weights[name], [...shapes[name]])]),
    ) as unknown as Variables;
    return quantiles(variables, batch).arraySync() as number[][];
  });
