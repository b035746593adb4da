import { createRequire } from "node:module";
import path from "node:path";
import type { ArimaFit, ArimaFitter, ArimaOrder } from "../../shared/demand/arima.ts";

/** The part of the package's WebAssembly module that is used. */
interface Wasm {
  readonly HEAP32: Int32Array;
  readonly HEAPF64: Float64Array;
}

interface Model {
  /** Address of the fitted model in the module's memory. */
  readonly model: number;
  train(values: readonly number[], drivers?: readonly number[]): unknown;
  predict(horizon: number, drivers?: readonly number[]): [mean: number[], variance: number[]];
  destroy(): void;
}

interface Library {
  readonly wasm: Wasm;
  readonly Arima: new (options: Record<string, number | boolean>) => Model;
}

/** Instantiates the package's WebAssembly. Its own entry prints to standard output; this one has nowhere to print. */
function load(): Library {
  const require = createRequire(import.meta.url);
  const folder = path.dirname(require.resolve("arima"));
  const part = (...names: string[]): unknown => require(path.join(folder, ...names));
  const instantiate = part("wasm", "native-sync.js") as (options: unknown) => Wasm;
  const silence = (): void => {};
  const wasm = instantiate({ wasmBinary: part("wrapper", "native.bin.js"), print: silence, printErr: silence });
  return { wasm, Arima: (part("load.js") as (wasm: Wasm) => Library["Arima"])(wasm) };
}

// Where the C structure of a fitted model (ctsa's sarimax_object, as compiled in arima 0.2.8) keeps what we read.
const LENGTH_AT = 4;
const ORDER_AT = 8;
const LOG_LIKELIHOOD_AT = 15;

/** BFGS with the More-Thuente line search: as exact as the others and among the quickest. */
const OPTIMISER = 7;

/** Fits by the `arima` package (C code compiled to WebAssembly), exact maximum likelihood started from least squares. */
export class WasmArima implements ArimaFitter {
  private library: Library | undefined;

  fit(values: readonly number[], order: ArimaOrder, horizon: number): ArimaFit | undefined {
    const { p, d, q, P, D, Q, s, constant } = order;
    // The package includes a mean whenever nothing is differenced, and a drift as the slope of a driver.
    const drift = constant && d + D > 0;
    if (!constant && d + D === 0) return undefined;
    this.library ??= load();
    const { wasm, Arima } = this.library;
    // The likelihood's tolerances are absolute, so every series is fitted on one scale.
    const unit = Math.max(...values.map(Math.abs));
    const scaled = values.map((x) => x / unit);
    let model: Model | undefined;
    try {
      model = new Arima({ p, d, q, P, D, Q, s: s > 1 ? s : 0, method: 0, optimizer: OPTIMISER, verbose: false });
      const time = (from: number, count: number): number[] =>
        drift ? Array.from({ length: count }, (_, t) => (from + t + 1) / values.length) : [];
      model.train(scaled, time(0, values.length));
      const logLikelihood = readLikelihood(wasm, model.model, values.length, order);
      const [mean, variance] = model.predict(horizon, time(values.length, horizon));
      const used = values.length - d - D * s;
      return {
        logLikelihood: logLikelihood - used * Math.log(unit),
        mean: mean.map((x) => x * unit),
        standardError: variance.map((x) => Math.sqrt(x) * unit),
      };
    } catch (error) {
      // A trap leaves the module's memory in doubt: the next fit starts a fresh one. "Too short" is an ordinary answer.
      if (error instanceof WebAssembly.RuntimeError) this.library = undefined;
      else if (!(error instanceof Error && error.message.startsWith("Series too short"))) throw error;
      return undefined;
    } finally {
      if (this.library !== undefined) model?.destroy();
    }
  }
}

/** The package does not hand out the likelihood, so it is read where the model keeps it, once its order is found there. */
function readLikelihood(wasm: Wasm, address: number, length: number, { p, d, q, P, D, Q }: ArimaOrder): number {
  const integers = wasm.HEAP32.subarray(address / 4);
  const kept = [integers[LENGTH_AT], ...integers.subarray(ORDER_AT, ORDER_AT + 3), ...integers.subarray(ORDER_AT + 4, ORDER_AT + 7)];
  if (kept.some((x, i) => x !== [length, p, d, q, P, D, Q][i]))
    throw new Error("arima: a fitted model's memory is not laid out as in version 0.2.8");
  return wasm.HEAPF64[address / 8 + LOG_LIKELIHOOD_AT]!;
}

export const arima: ArimaFitter = new WasmArima();
