/** Weight matrices by name; the name of a bias ends in "Bias". */
type Matrices<Name extends string> = Readonly<Record<Name, Float32Array>>;

const namesOf = <Name extends string>(weights: Matrices<Name>): Name[] => Object.keys(weights) as Name[];

const zeros = <Name extends string>(weights: Matrices<Name>): Record<Name, Float32Array> =>
  Object.fromEntries(namesOf(weights).map((name) => [name, new Float32Array(weights[name].length)])) as Record<
    Name,
    Float32Array
  >;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019), the gradient's norm clipped to 1, the learning rate on
 * a half cosine after a short warm-up, and a running mean of the weights, which is what a run keeps.
 */
export class Optimiser<Name extends string> {
  readonly averaged: Record<Name, Float32Array>;
  private readonly first: Record<Name, Float32Array>;
  private readonly second: Record<Name, Float32Array>;
  private step = 0;

  constructor(
    readonly weights: Matrices<Name>,
    private readonly rate = 2e-3,
    private readonly decay = 0.01,
    private readonly average = 0.998,
  ) {
    this.first = zeros(weights);
    this.second = zeros(weights);
    this.averaged = zeros(weights);
    for (const name of namesOf(weights)) this.averaged[name].set(weights[name]);
  }

  /** Takes one step; `progress` runs from 0 to 1 over the training. */
  update(gradients: Matrices<Name>, progress: number): void {
    this.step++;
    let squares = 0;
    for (const name of namesOf(this.weights)) for (const g of gradients[name]) squares += g * g;
    const clip = Math.min(1, 1 / Math.sqrt(squares + 1e-12));
    const rate = this.rate * Math.min(1, this.step / 50) * (0.005 + 0.995 * 0.5 * (1 + Math.cos(Math.PI * progress)));
    const keep = Math.min(this.average, this.step / (this.step + 10));
    const correct1 = 1 - 0.9 ** this.step;
    const correct2 = 1 - 0.999 ** this.step;
    for (const name of namesOf(this.weights)) {
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
