import { shapesOf, TENSORS, type TensorName } from "../../shared/demand/network/network.ts";

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
