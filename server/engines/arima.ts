import { createRequire } from "node:module";
import path from "node:path";
import type { ArimaFit, ArimaFitter, ArimaOrder } from "../../shared/demand/models/arima/order.ts";

/** The part of the package's WebAssembly module that is used. */
interface Wasm {
  readonly HEAP32: Int32Array;
  readonly HEAPF64: Float64Array;
}

interface Model {
  /** Address of the fitted model in the module's memory. */
  readonly model: number;
  train(values: readonly number[]): unknown;
  predict(horizon: number): [mean: number[], variance: number[]];
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
const SEASONAL_ORDER_AT = 12;
const LOG_LIKELIHOOD_AT = 15;
const COEFFICIENTS_AT = 19;

/** BFGS with the More-Thuente line search: as exact as the others and among the quickest. */
const OPTIMISER = 7;

/** Fits by the `arima` package (C code compiled to WebAssembly), maximum likelihood started from least squares. */
class WasmArima implements ArimaFitter {
  private library: Library | undefined;

  fit(values: readonly number[], order: ArimaOrder, horizon: number): ArimaFit | undefined {
    const { p, d, q, P, D, Q, s } = order;
    this.library ??= load();
    const { wasm, Arima } = this.library;
    // The optimiser's tolerances are absolute, so every series is fitted on one scale.
    const unit = Math.max(...values.map(Math.abs));
    let model: Model | undefined;
    try {
      model = new Arima({ p, d, q, P, D, Q, s: s > 1 ? s : 0, method: 0, optimizer: OPTIMISER, verbose: false });
      model.train(values.map((x) => x / unit));
      checkLayout(wasm, model.model, values.length, order);
      const at = model.model / 8;
      const [mean, variance] = model.predict(horizon);
      return {
        logLikelihood: wasm.HEAPF64[at + LOG_LIKELIHOOD_AT]! - (values.length - d - D * s) * Math.log(unit),
        coefficients: Array.from(wasm.HEAPF64.subarray(at + COEFFICIENTS_AT, at + COEFFICIENTS_AT + p + q + P + Q)),
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

/** The package hands out neither likelihood nor coefficients: they are read in its memory, once the order is found there. */
function checkLayout(wasm: Wasm, address: number, length: number, { p, d, q, P, D, Q }: ArimaOrder): void {
  const integers = wasm.HEAP32.subarray(address / 4);
  const kept = [
    integers[LENGTH_AT],
    ...integers.subarray(ORDER_AT, ORDER_AT + 3),
    ...integers.subarray(SEASONAL_ORDER_AT, SEASONAL_ORDER_AT + 3),
  ];
  const expected = [length, p, d, q, P, D, Q];
  if (kept.some((x, i) => x !== expected[i]))
    throw new Error("arima: a fitted model's memory is not laid out as in version 0.2.8");
}

export const arima: ArimaFitter = new WasmArima();
