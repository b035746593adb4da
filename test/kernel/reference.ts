import type { LstmShape } from "../../server/kernel/machine.ts";

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** States of an LSTM in double precision, written from the equations alone; arguments as the kernel takes them. */
export function referenceStates(
  { batch, steps, features, units, sequences }: LstmShape,
  x: ArrayLike<number>,
  weights: ArrayLike<number>,
  known?: ArrayLike<number>,
): number[] {
  const states: number[] = [];
  for (let b = 0; b < batch; b++) {
    let h = new Array<number>(units).fill(0);
    let c = new Array<number>(units).fill(0);
    for (let t = 0; t < steps; t++) {
      if (!known || known[b * steps + t] !== 0) {
        const joined = [...Array.from({ length: features }, (_, k) => x[(b * steps + t) * features + k]!), 1, ...h];
        const z = Array.from({ length: 4 * units }, (_, j) =>
          joined.reduce((sum, value, k) => sum + value * weights[k * 4 * units + j]!, 0),
        );
        const gate = (at: number, u: number): number => z[at * units + u]!;
        c = c.map((before, u) => sigmoid(gate(1, u)) * before + sigmoid(gate(0, u)) * Math.tanh(gate(2, u)));
        h = c.map((now, u) => sigmoid(gate(3, u)) * Math.tanh(now));
      }
      if (sequences || t === steps - 1) states.push(...h);
    }
  }
  return states;
}

/** Slope of a function in each of its numbers, by central differences. */
export function numericGradient(of: (values: Float64Array) => number, at: ArrayLike<number>, shift = 1e-5): number[] {
  const values = Float64Array.from(at);
  return Array.from(values, (value, i) => {
    values[i] = value + shift;
    const above = of(values);
    values[i] = value - shift;
    const below = of(values);
    values[i] = value;
    return (above - below) / (2 * shift);
  });
}

/** Largest difference between two lists of the same length. */
export function distance(left: ArrayLike<number>, right: ArrayLike<number>): number {
  if (left.length !== right.length) return Infinity;
  // Written so that one that is not a number is as far as can be.
  return Array.from(left).reduce((most, x, i) => (Math.abs(x - right[i]!) <= most ? most : Math.abs(x - right[i]!)), 0);
}
