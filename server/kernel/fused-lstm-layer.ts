import * as tf from "@tensorflow/tfjs-core";
import { initializers, layers, type LayerVariable, type Shape } from "@tensorflow/tfjs-layers";
import { fusedLstm } from "./fused-lstm.ts";

export type FusedLstmLayerArgs = ConstructorParameters<typeof layers.Layer>[0] & {
  /** Width of the state. */
  readonly units: number;
  /** Whether the layer answers the state after every step instead of the last one; as in other recurrent layers. */
  readonly returnSequences?: boolean;
  /** Fixes the starting weights. */
  readonly seed?: number;
};

/**
 * A recurrent layer for TensorFlow.js models: tf.layers.lstm with recurrentActivation "sigmoid", its weights, gates and
 * masks, at the speed of the kernel.
 */
export class FusedLstmLayer extends layers.Layer {
  static readonly className = "FusedLstm";
  override readonly supportsMasking = true;
  readonly #units: number;
  readonly #sequences: boolean;
  readonly #seed: number | undefined;
  #kernel!: LayerVariable;
  #recurrentKernel!: LayerVariable;
  #bias!: LayerVariable;

  constructor(args: FusedLstmLayerArgs) {
    super(args);
    this.inputSpec = [{ ndim: 3 }];
    this.#units = args.units;
    this.#sequences = args.returnSequences ?? false;
    this.#seed = args.seed;
  }

  override build(inputShape: Shape | Shape[]): void {
    const units = this.#units;
    const features = single(inputShape)[2]!;
    const seed = this.#seed === undefined ? {} : { seed: this.#seed };
    const add = (name: string, shape: Shape, initializer: ReturnType<typeof initializers.zeros>): LayerVariable =>
      this.addWeight(name, shape, "float32", initializer, undefined, true);
    this.#kernel = add("kernel", [features, 4 * units], initializers.glorotUniform(seed));
    // Near enough orthogonal; TensorFlow.js's own orthogonal initializer needs more of its packages than the server has.
    const normal = initializers.randomNormal({ mean: 0, stddev: 1 / Math.sqrt(units), ...seed });
    this.#recurrentKernel = add("recurrent_kernel", [units, 4 * units], normal);
    this.#bias = add("bias", [4 * units], initializers.zeros());
    // Forget gates begin open (Jozefowicz, Zaremba and Sutskever 2015).
    tf.tidy(() => void this.#bias.write(tf.concat([tf.zeros([units]), tf.ones([units]), tf.zeros([2 * units])])));
    super.build(inputShape);
  }

  override call(inputs: tf.Tensor | tf.Tensor[], { mask }: { mask?: tf.Tensor | tf.Tensor[] | null }): tf.Tensor {
    return tf.tidy(() => {
      const x = first(inputs) as tf.Tensor3D;
      const bias = tf.expandDims(this.#bias.read(), 0);
      const weights = tf.concat([this.#kernel.read(), bias, this.#recurrentKernel.read()], 0) as tf.Tensor2D;
      const known = mask && first(mask);
      return fusedLstm(x, weights, { sequences: this.#sequences, ...(known && { known: known as tf.Tensor2D }) });
    });
  }

  override computeOutputShape(inputShape: Shape | Shape[]): Shape {
    const [batch, steps] = single(inputShape) as [number | null, number | null];
    return this.#sequences ? [batch, steps, this.#units] : [batch, this.#units];
  }

  override computeMask(_inputs: tf.Tensor | tf.Tensor[], mask?: tf.Tensor | tf.Tensor[]): tf.Tensor {
    // TensorFlow.js takes null for no mask; its types do not.
    return (this.#sequences && mask ? first(mask) : null) as tf.Tensor;
  }

  override getConfig(): tf.serialization.ConfigDict {
    return {
      ...super.getConfig(),
      units: this.#units,
      returnSequences: this.#sequences,
      ...(this.#seed !== undefined && { seed: this.#seed }),
    };
  }
}

const first = <T>(one: T | T[]): T => (Array.isArray(one) ? one[0]! : one);
const single = (shape: Shape | Shape[]): Shape => (Array.isArray(shape[0]) ? shape[0] : (shape as Shape));
