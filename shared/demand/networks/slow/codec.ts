import { fromBase64, toBase64 } from "../sequence/codec.ts";
import { shapesOf, TENSORS, type CountNetwork, type TensorName } from "./network.ts";

/** A network for counts as it is stored: a JSON header, and its weights as base64 of little-endian 32-bit floats. */
export interface StoredCountNetwork {
  readonly format: "lotwise-counts/1";
  readonly version: string;
  readonly hidden: number;
  readonly weights: Readonly<Record<string, string>>;
}

export function encodeCounts({ version, hidden, weights }: CountNetwork): StoredCountNetwork {
  return {
    format: "lotwise-counts/1",
    version,
    hidden,
    weights: Object.fromEntries(TENSORS.map((name) => [name, toBase64(weights[name])])),
  };
}

/** Reads a stored network. Throws when its format is another, a matrix is missing or of another size, or not finite. */
export function decodeCounts(stored: StoredCountNetwork): CountNetwork {
  if (stored.format !== "lotwise-counts/1") throw new Error(`count network: unknown format ${String(stored.format)}`);
  const { version, hidden } = stored;
  const shapes = shapesOf(hidden);
  const weights = Object.fromEntries(
    TENSORS.map((name) => {
      const [rows, columns] = shapes[name];
      const text = stored.weights[name];
      if (text === undefined) throw new Error(`count network: ${name} is missing`);
      return [name, fromBase64(text, rows * columns, name)];
    }),
  ) as Record<TensorName, Float32Array>;
  return { version, hidden, weights };
}
