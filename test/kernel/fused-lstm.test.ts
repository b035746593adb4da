import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import { layers, loadLayersModel, sequential, type Sequential } from "@tensorflow/tfjs-layers";
import { probeTensorflow } from "../../server/engines/tensorflow.ts";
import { FusedLstmLayer } from "../../server/kernel/fused-lstm-layer.ts";
import { fusedLstm } from "../../server/kernel/fused-lstm.ts";
import { useBackend } from "../../server/training/pretrained/backend.ts";
import { distance } from "./reference.ts";

const STEPS = 7;
const FEATURES = 3;
const MASKED = -9;

/** Two recurrent layers and a dense one: TensorFlow.js's own or ours. */
function twoLayers(fused: boolean, masked: boolean): Sequential {
  const layer = (units: number, returnSequences: boolean, seed: number): layers.Layer =>
    fused
      ? new FusedLstmLayer({ units, returnSequences, seed })
      : layers.lstm({ units, returnSequences, recurrentActivation: "sigmoid", recurrentInitializer: "zeros" });
  return sequential({
    layers: [
      layers.inputLayer({ inputShape: [STEPS, FEATURES] }),
      ...(masked ? [layers.masking({ maskValue: MASKED })] : []),
      layer(6, true, 1),
      layer(5, false, 2),
      layers.dense({ units: 2 }),
    ],
  });
}

/** Windows whose first steps are masked, more of them in later examples; or none. */
const windows = (masked: boolean): tf.Tensor3D =>
  tf.tensor3d(
    Array.from({ length: 11 }, (_, b) =>
      Array.from({ length: STEPS }, (_, t) =>
        Array.from({ length: FEATURES }, (_, k) => (masked && t < b / 3 ? MASKED : Math.sin(5 * b + 3 * t + k))),
      ),
    ),
  );

/**
 * Answers of a model, and the gradients of the sum of their squares in its weights and, unless masked (which has no
 * gradient), its inputs.
 */
function measured(model: Sequential, x: tf.Tensor3D, masked: boolean): { y: Float32Array; gradients: Float32Array[] } {
  const loss = (inputs: tf.Tensor): tf.Scalar => tf.sum(tf.square(model.apply(inputs) as tf.Tensor));
  return tf.tidy(() => {
    const { grads } = tf.variableGrads(() => loss(x));
    const inWeights = model.trainableWeights.map(({ name }) => grads[name]!);
    const inputs = masked ? [] : [tf.grad(loss)(x)];
    return {
      y: (model.predict(x) as tf.Tensor).dataSync() as Float32Array,
      gradients: [...inWeights, ...inputs].map((gradient) => gradient.dataSync() as Float32Array),
    };
  });
}

const BACKENDS: Record<string, () => Promise<boolean>> = {
  cpu: () => tf.setBackend("cpu"),
  wasm: () => useBackend("wasm").then(() => true),
  tensorflow: async () => {
    if ((await probeTensorflow()) !== "native") return false;
    await useBackend("native");
    return true;
  },
};

describe("the fused LSTM in TensorFlow.js", () => {
  before(() => tf.serialization.registerClass(FusedLstmLayer));
  after(() => tf.setBackend("cpu"));

  for (const [backend, load] of Object.entries(BACKENDS))
    it(`agrees with its own LSTM layer on the backend ${backend}, forward and in every gradient`, async function () {
      if (!(await load())) return this.skip();
      for (const masked of [false, true]) {
        const [ours, theirs] = [twoLayers(true, masked), twoLayers(false, masked)];
        theirs.setWeights(ours.getWeights());
        const x = windows(masked);
        const [left, right] = [measured(ours, x, masked), measured(theirs, x, masked)];
        assert.equal(left.gradients.length, masked ? 8 : 9);
        assert.ok(distance(left.y, right.y) < 1e-4);
        left.gradients.forEach((gradient, i) => {
          assert.ok(gradient.some((slope) => Math.abs(slope) > 1e-3));
          assert.ok(distance(gradient, right.gradients[i]!) < 1e-4, `gradient ${i}: ${gradient}`);
        });
      }
    });

  it("leaves no tensor behind", async () => {
    await tf.setBackend("cpu");
    const model = twoLayers(true, true);
    const x = windows(true);
    const { numTensors } = tf.memory();
    for (let i = 0; i < 3; i++) measured(model, x, true);
    assert.equal(tf.memory().numTensors, numTensors);
  });

  it("has the gradient of each of more forward passes than it keeps traces of", async () => {
    await tf.setBackend("cpu");
    const x = windows(false);
    const weights = tf.randomUniform([FEATURES + 1 + 4, 16], -1, 1, "float32", 3) as tf.Tensor2D;
    const once = tf.grad((w: tf.Tensor) => tf.sum(fusedLstm(x, w as tf.Tensor2D)))(weights);
    const twenty = tf.grad((w: tf.Tensor) =>
      tf.addN(Array.from({ length: 20 }, () => tf.sum(fusedLstm(x, w as tf.Tensor2D)))),
    )(weights);
    assert.ok(distance(tf.mul(once, 20).dataSync(), twenty.dataSync()) < 1e-3);
  });

  it("learns in an ordinary model, which saves and loads in TensorFlow.js's format", async () => {
    await tf.setBackend("cpu");
    const x = windows(true);
    const y = tf.tensor2d(Array.from({ length: 11 }, (_, b) => [Math.sin(b), Math.cos(b)]));
    const model = twoLayers(true, true);
    model.compile({ optimizer: tf.train.adam(0.05), loss: "meanSquaredError" });
    const { history } = await model.fit(x, y, { epochs: 60, shuffle: false, verbose: 0 });
    const losses = history["loss"] as number[];
    assert.ok(losses.at(-1)! < losses[0]! / 3, `${losses[0]} to ${losses.at(-1)}`);

    let saved: tf.io.ModelArtifacts | undefined;
    await model.save(
      tf.io.withSaveHandler(async (artifacts) => {
        saved = artifacts;
        return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: "JSON" } };
      }),
    );
    // Through text, as a file would be.
    const topology = JSON.parse(JSON.stringify(saved!.modelTopology)) as object;
    assert.match(JSON.stringify(topology), /"class_name":"FusedLstm".*"return_sequences":true/);
    const loaded = await loadLayersModel(tf.io.fromMemory({ ...saved!, modelTopology: topology }));
    const answer = (of: { predict(x: tf.Tensor): tf.Tensor | tf.Tensor[] }): ArrayLike<number> =>
      (of.predict(x) as tf.Tensor).dataSync();
    assert.deepEqual(answer(loaded), answer(model));
    assert.deepEqual(
      loaded.getWeights().map((w) => w.dataSync()),
      model.getWeights().map((w) => w.dataSync()),
    );
  });

  it("starts from the same weights for the same seed, forget gates open", () => {
    const bits = (seed: number): ArrayLike<number>[] => {
      const layer = new FusedLstmLayer({ units: 3, seed, inputShape: [2, 2] });
      layer.build([null, 2, 2]);
      return layer.getWeights().map((w) => w.dataSync());
    };
    assert.deepEqual(bits(5), bits(5));
    assert.notDeepEqual(bits(5), bits(6));
    assert.deepEqual(Array.from(bits(5)[2]!), [0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0]);
  });

  it("says which shape weights must have", () => {
    assert.throws(() => fusedLstm(tf.zeros([1, 2, 3]), tf.zeros([9, 16])), /must be units \+ 4 by 4 units/);
  });
});
