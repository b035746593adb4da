import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import { useBackend } from "../../../server/training/pretrained/backend.ts";
import { countGroups, type CountGroup } from "../../../server/training/pretrained/count/examples.ts";
import { halfOf, itemsOf } from "../../../server/training/pretrained/count/items.ts";
import {
  gradientsOf,
  initialWeights,
  totals,
  type CountBatch,
} from "../../../server/training/pretrained/count/model.ts";
import { TRAINED, type TrainedName } from "../../../server/training/pretrained/count/trained.ts";
import { scoreTotals } from "../../../server/training/pretrained/count/score.ts";
import { trainCounts } from "../../../server/training/pretrained/count/train.ts";
import { randomStream } from "../../../server/training/pretrained/random.ts";
import { inferTotal, standardise } from "../../../shared/demand/networks/slow/infer.ts";
import { countInputs } from "../../../shared/demand/networks/slow/inputs.ts";
import { BASES, INPUTS, PROBABILITIES, shapesOf } from "../../../shared/demand/networks/slow/network.ts";
import { fitCounts } from "../../../shared/demand/slow/count-model.ts";
import { poissonDistribution } from "../../../shared/numeric/poisson.ts";

const HIDDEN = 5;
const ITEMS = 40;

/** A made set of spares, its test part beyond anything in the train part. */
function csv(): string {
  const rows = Array.from({ length: ITEMS }, (_, k) => {
    const random = randomStream(50 + k);
    const demand = (): number => (random() < 0.3 ? 1 + Math.floor(random() * 9) : 0);
    const train = Array.from({ length: 30 }, demand);
    return `part${k},monthly,12,6,${train.join(" ")},9999 9999 9999 9999 9999 9999`;
  });
  return ["series_id,frequency,season_length,horizon,train,test", ...rows].join("\n");
}

/** Weights in which every output has a part. */
function madeWeights(seed: number): Record<TrainedName, Float32Array> {
  const random = randomStream(seed);
  return Object.fromEntries(
    Object.entries(initialWeights(HIDDEN, seed)).map(([name, values]) => [
      name,
      values.map((w) => w + 0.4 * (random() - 0.5)),
    ]),
  ) as Record<TrainedName, Float32Array>;
}

const noDropout = (size: number): CountBatch["dropouts"] => [
  new Float32Array(size * HIDDEN).fill(1),
  new Float32Array(size * HIDDEN).fill(1),
];

describe("training the network for counts", () => {
  let folder: string;
  let groups: CountGroup[];
  before(async () => {
    await useBackend("wasm");
    folder = mkdtempSync(path.join(tmpdir(), "counts-"));
    writeFileSync(path.join(folder, "carparts.csv"), csv());
    groups = countGroups(folder, undefined, randomStream(3));
  });
  after(() => rmSync(folder, { recursive: true }));

  it("computes in TensorFlow.js what inference computes", () => {
    const weights = madeWeights(4);
    const centre = new Float32Array(INPUTS).fill(0.3);
    const spread = new Float32Array(INPUTS).fill(1.7);
    for (const periods of [1, 4, 15]) {
      const values = [0, 3, 0, 0, 1, 0, 0, 7, 0, 0, 0, 2, 0];
      const prepared = countInputs(values, fitCounts(values))(periods);
      const own = inferTotal({ version: "test", hidden: HIDDEN, weights: { ...weights, centre, spread } }, prepared);
      const batch: CountBatch = {
        size: 1,
        inputs: Float32Array.from(standardise(prepared.inputs, centre, spread)),
        means: Float32Array.from(prepared.means),
        quantiles: Float32Array.from(prepared.quantiles),
        targets: new Float32Array(1),
        weights: new Float32Array(1),
        dropouts: noDropout(1),
      };
      const theirs = tf.tidy(() => {
        const shapes = shapesOf(HIDDEN);
        const variables = Object.fromEntries(
          TRAINED.map((name) => [name, tf.tensor2d(weights[name], [...shapes[name]])]),
        ) as unknown as Parameters<typeof totals>[0];
        const { quantiles, means } = totals(variables, batch);
        return { quantiles: quantiles.dataSync().toSorted(), mean: means.dataSync()[0]! };
      });
      assert.ok(Math.abs(theirs.mean * prepared.scale - own.mean) < 1e-4 * prepared.scale);
      own.quantiles.forEach((q, j) =>
        assert.ok(Math.abs(theirs.quantiles[j]! * prepared.scale - q) < 1e-4 * prepared.scale, `${periods}, ${j}`),
      );
    }
  });

  it("has the gradient that differences of the loss give", () => {
    const weights = madeWeights(2);
    const random = randomStream(8);
    const size = 6;
    const noise = (count: number): Float32Array => Float32Array.from({ length: count }, random);
    const batch: CountBatch = {
      size,
      inputs: noise(size * INPUTS).map((x) => x - 0.5),
      means: noise(size * BASES),
      quantiles: noise(size * BASES * PROBABILITIES.length),
      targets: noise(size).map((x) => 3 * x),
      weights: noise(size),
      dropouts: noDropout(size),
    };
    const { gradients } = gradientsOf(weights, HIDDEN, batch);
    for (const name of TRAINED) {
      const largest = Math.max(...gradients[name].map(Math.abs));
      for (const at of [0, Math.floor(weights[name].length / 3), weights[name].length - 1]) {
        const lossAt = (shift: number): number =>
          gradientsOf({ ...weights, [name]: weights[name].map((w, i) => (i === at ? w + shift : w)) }, HIDDEN, batch)
            .loss;
        const numeric = (lossAt(0.01) - lossAt(-0.01)) / 0.02;
        assert.ok(Math.abs(numeric - gradients[name][at]!) < 0.05 * largest + 2e-3, `${name}[${at}]: ${numeric}`);
      }
    }
  });

  it("takes examples from the train parts alone, and leaves out the half it is told to", () => {
    assert.equal(groups.length, 1);
    assert.ok(groups[0]!.examples.every(({ target, inputs }) => target < 60 && inputs.every(Number.isFinite)));
    const [zero, one] = [0, 1].map((half) => countGroups(folder, half, randomStream(3))[0]!.series);
    assert.equal(zero! + one!, ITEMS);
    const ids = itemsOf(folder, "carparts").map(({ id }) => halfOf("carparts", id));
    assert.equal(ids.filter((half) => half === 1).length, zero);
  });

  it("learns, and the same seed gives the same bits", async () => {
    const settings = { hidden: 8, steps: 60, batch: 32, dropout: 0.1, seed: 5 };
    const losses: number[] = [];
    const first = await trainCounts(groups, settings, "test@1", (_, loss) => losses.push(loss));
    assert.ok(losses.at(-1)! < losses[0]!, `${losses[0]} to ${losses.at(-1)}`);
    assert.deepEqual(await trainCounts(groups, settings, "test@1"), first);
    const other = await trainCounts(groups, { ...settings, seed: 6 }, "test@1");
    assert.notDeepEqual(other.weights.output, first.weights.output);
  });
});

describe("scores of totals", () => {
  it("are pinball losses by hand, bias and the shares on either side", () => {
    const item = { set: "made", id: "1", values: [1, 1, 1, 1], periods: 2, actual: 3 };
    const always = { ...poissonDistribution(2), mean: 6, quantile: () => 3 };
    const exact = scoreTotals([item], () => always);
    assert.deepEqual([exact.pinball, exact.bias, exact.below[0], exact.within[0]], [0, 1, 0, 1]);
    const low = scoreTotals([item], () => ({ ...always, quantile: () => 1 }));
    assert.ok(Math.abs(low.pinball - (2 * (0.5 + 0.8 + 0.9 + 0.95 + 0.99)) / 5) < 1e-12);
    assert.ok(Math.abs(low.relative - low.pinball / 3) < 1e-12);
  });
});
