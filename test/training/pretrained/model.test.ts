import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import { drawBatch } from "../../../server/training/pretrained/batches.ts";
import { exampleOf } from "../../../server/training/pretrained/examples.ts";
import { gradientsOf } from "../../../server/training/pretrained/gradients.ts";
import { initialWeights, quantiles } from "../../../server/training/pretrained/model.ts";
import { randomStream } from "../../../server/training/pretrained/random.ts";
import { inferQuantiles } from "../../../shared/demand/networks/sequence/infer.ts";
import { TENSORS, type Network } from "../../../shared/demand/networks/sequence/network.ts";
import { prepare } from "../../../shared/demand/networks/sequence/prepare.ts";
import { quantilesInTensorflow, SMALL, smallPool } from "./small.ts";

const { units, hidden } = SMALL;

describe("the network in TensorFlow.js", () => {
  before(() => tf.setBackend("cpu"));

  it("answers as our own inference does, for a history longer and one shorter than its window", () => {
    const weights = initialWeights(units, hidden, 9);
    const network: Network = { version: "test", units, hidden, weights };
    const random = randomStream(4);
    for (const length of [70, 11]) {
      const history = Array.from({ length }, (_, t) => 40 + t + 8 * Math.sin(t) + random());
      const horizon = 5;
      const prepared = prepare(history, 4);
      const own = inferQuantiles(network, prepared, horizon);
      const batch = singleBatch(history, horizon);
      const theirs = quantilesInTensorflow(weights, batch);
      theirs.forEach((row, i) =>
        row.forEach((x, j) =>
          assert.ok(Math.abs(x - own[i]![j]!) < 1e-4, `h ${i + 1}, quantile ${j}: ${x} against ${own[i]![j]}`),
        ),
      );
    }
  });

  it("has the gradient that differences of the loss give, through the recurrent layer too", () => {
    const weights = initialWeights(units, hidden, 2);
    const batch = drawBatch(smallPool(), { batch: 6, horizons: 2, hidden, dropout: 0 }, randomStream(8));
    const { gradients } = gradientsOf(weights, units, hidden, batch);
    for (const name of TENSORS) {
      const size = Math.max(...gradients[name].map(Math.abs));
      for (const at of [0, Math.floor(weights[name].length / 3), weights[name].length - 1]) {
        const lossAt = (shift: number): number => {
          const moved = { ...weights, [name]: weights[name].map((w, i) => (i === at ? w + shift : w)) };
          return gradientsOf(moved, units, hidden, batch).loss;
        };
        const numeric = (lossAt(0.01) - lossAt(-0.01)) / 0.02;
        assert.ok(
          Math.abs(numeric - gradients[name][at]!) < 0.03 * size + 2e-3,
          `${name}[${at}]: ${gradients[name][at]} against ${numeric}`,
        );
      }
    }
  });
});

/** A batch of one history, its horizons 1 to `horizon` in order. */
function singleBatch(history: readonly number[], horizon: number): Parameters<typeof quantiles>[1] {
  const future = Array.from({ length: horizon }, () => history.at(-1)!);
  const example = exampleOf(history, future, 4, false);
  return drawBatch([example], { batch: 1, horizons: horizon, hidden, dropout: 0 }, randomStream(1));
}
