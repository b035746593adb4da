import { shapesOf, TENSORS, type Network, type TensorName } from "./network.ts";

/** A network as it is stored: a JSON header, and its weights as base64 of little-endian 32-bit floats. */
export interface StoredNetwork {
  readonly format: "lotwise-network/1";
  readonly version: string;
  readonly units: number;
  readonly hidden: number;
  readonly weights: Readonly<Record<string, string>>;
}

/** Little-endian 32-bit floats as base64. */
export function toBase64(values: Float32Array): string {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  values.forEach((x, i) => view.setFloat32(4 * i, x, true));
  let text = "";
  for (let i = 0; i < view.byteLength; i++) text += String.fromCharCode(view.getUint8(i));
  return btoa(text);
}

/** The `count` finite numbers that `toBase64` wrote. Throws when they are not there; `name` says whose they are. */
export function fromBase64(text: string, count: number, name: string): Float32Array {
  const bytes = atob(text);
  if (bytes.length !== count * 4)
    throw new Error(`network: ${name} must hold ${count} numbers; holds ${bytes.length / 4}`);
  const view = new DataView(Uint8Array.from(bytes, (c) => c.charCodeAt(0)).buffer);
  const values = Float32Array.from({ length: count }, (_, i) => view.getFloat32(4 * i, true));
  if (!values.every(Number.isFinite)) throw new Error(`network: ${name} must hold finite numbers`);
  return values;
}

export function encodeNetwork({ version, units, hidden, weights }: Network): StoredNetwork {
  return {
    format: "lotwise-network/1",
    version,
    units,
    hidden,
    weights: Object.fromEntries(TENSORS.map((name) => [name, toBase64(weights[name])])),
  };
}

/** Reads a stored network. Throws when its format is another, a matrix is missing or of another size, or not finite. */
export function decodeNetwork(stored: StoredNetwork): Network {
  if (stored.format !== "lotwise-network/1") throw new Error(`network: unknown format ${String(stored.format)}`);
  const { version, units, hidden } = stored;
  const shapes = shapesOf(units, hidden);
  const weights = Object.fromEntries(
    TENSORS.map((name) => {
      const [rows, columns] = shapes[name];
      const text = stored.weights[name];
      if (text === undefined) throw new Error(`network: ${name} is missing`);
      return [name, fromBase64(text, rows * columns, name)];
    }),
  ) as Record<TensorName, Float32Array>;
  return { version, units, hidden, weights };
}
