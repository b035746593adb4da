import {
  DRIVER_TERMS,
  OUTPUTS,
  shapesOf,
  STEP_INPUTS,
  TENSORS,
  type TensorName,
} from "../../../shared/demand/networks/sequence/network.ts";

export type Weights = Readonly<Record<TensorName, Float32Array>>;

/** Numbers in the weights of a network of these layer sizes. */
export function weightCount(units: number, hidden: number): number {
  return Object.values(shapesOf(units, hidden)).reduce((sum, [rows, columns]) => sum + rows * columns, 0);
}

/** The weight matrices in one buffer, one after the other, from `at` numbers on. */
export function weightsIn(buffer: ArrayBufferLike, units: number, hidden: number, at = 0): Weights {
  const shapes = shapesOf(units, hidden);
  let from = at;
  return Object.fromEntries(
    TENSORS.map((name) => {
      const [rows, columns] = shapes[name];
      const matrix = new Float32Array(buffer, 4 * from, rows * columns);
      from += rows * columns;
      return [name, matrix];
    }),
  ) as Record<TensorName, Float32Array>;
}

/** 1 for the weights that only histories with drivers use, else 0. */
export function driverWeights(units: number, hidden: number): Weights {
  const shapes = shapesOf(units, hidden);
  const learnt = Object.fromEntries(
    TENSORS.map((name) => [name, new Float32Array(shapes[name][0] * shapes[name][1])]),
  ) as Record<TensorName, Float32Array>;
  learnt.drivers.fill(1);
  learnt.lstm.fill(1, (STEP_INPUTS - 1) * 4 * units, STEP_INPUTS * 4 * units);
  for (const matrix of [learnt.output, learnt.outputBias])
    matrix.forEach((_, i) => (matrix[i] = i % OUTPUTS >= OUTPUTS - DRIVER_TERMS ? 1 : 0));
  return learnt;
}
