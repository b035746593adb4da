import { DRIVER_TERMS, shapesOf, STEP_INPUTS, TENSORS, type Network, type TensorName } from "./network.ts";

/** What a matrix gained after a format, zero in what is read from it: rows from a row on, or columns at its end. */
interface Gain {
  readonly from?: number;
  readonly rows?: number;
  readonly columns?: number;
}

/** The layouts of the weights, the newest last: inputs and outputs for drivers came with the second. */
const FORMATS: Readonly<Record<string, Readonly<Partial<Record<TensorName, Gain>>>>> = {
  "lotwise-network/1": {
    lstm: { from: STEP_INPUTS - 1, rows: 1 },
    output: { columns: DRIVER_TERMS },
    outputBias: { columns: DRIVER_TERMS },
    drivers: { rows: DRIVER_TERMS },
  },
  "lotwise-network/2": {},
};

/** A network as it is stored: a JSON header, and its weights as base64 of little-endian 32-bit floats. */
export interface StoredNetwork {
  readonly format: string;
  readonly version: string;
  readonly units: number;
  readonly hidden: number;
  readonly weights: Readonly<Record<string, string>>;
  readonly others?: readonly StoredNetwork[];
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

export function encodeNetwork({ version, units, hidden, weights, others }: Network): StoredNetwork {
  return {
    format: "lotwise-network/2",
    version,
    units,
    hidden,
    weights: Object.fromEntries(TENSORS.map((name) => [name, toBase64(weights[name])])),
    ...(others && { others: others.map(encodeNetwork) }),
  };
}

/** Reads a matrix of this layout, rows by columns, that was stored before it gained some. */
function readMatrix(
  text: string,
  [rows, columns]: readonly [number, number],
  { from = 0, rows: moreRows = 0, columns: moreColumns = 0 }: Gain,
  name: string,
): Float32Array {
  const width = columns - moreColumns;
  const stored = fromBase64(text, (rows - moreRows) * width, name);
  const matrix = new Float32Array(rows * columns);
  for (let row = 0; row < rows - moreRows; row++)
    matrix.set(stored.subarray(row * width, (row + 1) * width), (row < from ? row : row + moreRows) * columns);
  return matrix;
}

/**
 * Reads a stored network, of this layout or an older one, which answers as it ever did. Throws when its format is another,
 * a matrix is missing or of another size, or not finite.
 */
export function decodeNetwork(stored: StoredNetwork): Network {
  const gained = Object.hasOwn(FORMATS, stored.format) ? FORMATS[stored.format] : undefined;
  if (gained === undefined) throw new Error(`network: unknown format ${stored.format}`);
  const { version, units, hidden } = stored;
  const shapes = shapesOf(units, hidden);
  const weights = Object.fromEntries(
    TENSORS.map((name) => {
      const isNew = gained[name]?.rows === shapes[name][0];
      const text = isNew ? "" : stored.weights[name];
      if (text === undefined) throw new Error(`network: ${name} is missing`);
      return [name, readMatrix(text, shapes[name], gained[name] ?? {}, name)];
    }),
  ) as Record<TensorName, Float32Array>;
  return { version, units, hidden, weights, ...(stored.others && { others: stored.others.map(decodeNetwork) }) };
}
