import { TENSORS, type TensorName } from "../../shared/demand/network/network.ts";

type Weights = Readonly<Record<TensorName, Float32Array>>;

const zeros = (weights: Weights): Record<TensorName, Float32Array> =>
  Object.fromEntries(TENSORS.map((name) => [name, new Float32Array(weights[name].length)])) as Record<
    TensorName,
    Float32Array
  >;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019), the gradient's norm clipped to 1, the learning rate on
 * a half cosine after a short warm-up, and a running mean of the weights, which is what a run keeps.
 */
export class Optimiser {
  readonly averaged: Record<TensorName, Float32Array>;
  private readonly first: Record<TensorName, Float32Array>;
  private readonly second: Record<TensorName, Float32Array>;
  private step = 0;

  constructor(
    readonly weights: Weights,
    private readonly rate = 2e-3,
    private readonly decay = 0.01,
    private readonly average = 0.998,
  ) {
    this.first = zeros(weights);
    this.second = zeros(weights);
    this.averaged = zeros(weights);
    for (const name of TENSORS) this.averaged[name].set(weights[name]);
  }

  /** Takes one step; `progress` runs from 0 to 1 over the training. */
  update(gradients: Weights, progress: number): void {
    this.step++;
    let squares = 0;
    for (const name of TENSORS) for (const g of gradients[name]) squares += g * g;
    const clip = Math.min(1, 1 / Math.sqrt(squares + 1e-12));
    const rate = this.rate * Math.min(1, this.step / 50) * (0.005 + 0.995 * 0.5 * (1 + Math.cos(Math.PI * progress)));
    const keep = Math.min(this.average, this.step / (this.step + 10));
    const correct1 = 1 - 0.9 ** this.step;
    const correct2 = 1 - 0.999 ** this.step;
    for (const name of TENSORS) {
      const w = this.weights[name];
      const g = gradients[name];
      const m = this.first[name];
      const v = this.second[name];
      const mean = this.averaged[name];
      const decay = name.endsWith("Bias") ? 0 : this.decay;
      for (let i = 0; i < w.length; i++) {
        const slope = g[i]! * clip;
        m[i] = 0.9 * m[i]! + 0.1 * slope;
        v[i] = 0.999 * v[i]! + 0.001 * slope * slope;
        w[i] = w[i]! - rate * (m[i]! / correct1 / (Math.sqrt(v[i]! / correct2) + 1e-8) + decay * w[i]!);
        mean[i] = keep * mean[i]! + (1 - keep) * w[i]!;
      }
    }
  }
}
