import { createRequire } from "node:module";
import type { Learn } from "../../shared/demand/models/learning/learner.ts";

/** The part of libsvm-js (libsvm compiled to WebAssembly) that is used. */
interface Machine {
  train(rows: readonly (readonly number[])[], targets: readonly number[]): void;
  predictOne(row: readonly number[]): number;
  free(): void;
}

interface Library {
  new (options: Record<string, number | boolean>): Machine;
  readonly SVM_TYPES: Readonly<Record<"EPSILON_SVR", number>>;
  readonly KERNEL_TYPES: Readonly<Record<"RBF", number>>;
}

let loading: Promise<Library> | undefined;

function load(): Promise<Library> {
  // Where there is a `fetch` the package asks it for a file name, which Node refuses with a warning on standard error.
  const { fetch } = globalThis;
  const listeners = new Set(process.listeners("unhandledRejection"));
  Reflect.set(globalThis, "fetch", undefined);
  try {
    return createRequire(import.meta.url)("libsvm-js/wasm") as Promise<Library>;
  } finally {
    Reflect.set(globalThis, "fetch", fetch);
    // The package would end the whole process at anybody's unhandled rejection.
    for (const added of process.listeners("unhandledRejection"))
      if (!listeners.has(added)) process.off("unhandledRejection", added);
  }
}

/** Price of an error beyond the tube, in standardised targets, and half the tube's width: the usual ones of libsvm. */
const COST = 1;
const TUBE = 0.1;

/** Means and standard deviations of columns; 1 where a column never changes. */
function scaleOf(column: readonly number[]): { mean: number; deviation: number } {
  const mean = column.reduce((a, b) => a + b, 0) / column.length;
  const deviation = Math.sqrt(column.reduce((a, x) => a + (x - mean) ** 2, 0) / column.length);
  return { mean, deviation: deviation > 0 ? deviation : 1 };
}

/**
 * Support-vector regression (epsilon-SVR with a Gaussian kernel: Drucker et al., 1997; Chang and Lin's libsvm) on
 * standardised features and targets. Its memory is
 * the engine's until it is freed.
 */
export async function supportVectors(): Promise<Learn> {
  const Machine = await (loading ??= load());
  return ({ rows, targets }) => {
    const features = rows[0]!.map((_, j) => scaleOf(rows.map((row) => row[j]!)));
    const target = scaleOf(targets);
    const standard = (row: readonly number[]): number[] =>
      row.map((x, j) => (x - features[j]!.mean) / features[j]!.deviation);
    const machine = new Machine({
      type: Machine.SVM_TYPES.EPSILON_SVR,
      kernel: Machine.KERNEL_TYPES.RBF,
      gamma: 1 / features.length,
      cost: COST,
      epsilon: TUBE,
      quiet: true,
    });
    machine.train(
      rows.map(standard),
      targets.map((y) => (y - target.mean) / target.deviation),
    );
    return {
      predict: (row) => target.mean + target.deviation * machine.predictOne(standard(row)),
      free: () => machine.free(),
    };
  };
}
