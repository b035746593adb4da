import { readFileSync } from "node:fs";
import path from "node:path";
import { dist } from "../paths.ts";

/** What server/kernel/assembly/layer.ts exports; x, known, weights, y and slopes are addresses in its memory. */
interface Exports extends WebAssembly.Exports {
  readonly memory: WebAssembly.Memory;
  readonly x: WebAssembly.Global<"i32">;
  readonly known: WebAssembly.Global<"i32">;
  readonly weights: WebAssembly.Global<"i32">;
  readonly y: WebAssembly.Global<"i32">;
  readonly slopes: WebAssembly.Global<"i32">;
  arrange(batch: number, steps: number, features: number, units: number): number;
  forward(sequences: number): void;
  backward(sequences: number, ofInputs: number): void;
}

let compiled: WebAssembly.Module | undefined;

function instantiate(): Exports {
  compiled ??= new WebAssembly.Module(readFileSync(path.join(dist, "kernel", "lstm.wasm")));
  return new WebAssembly.Instance(compiled).exports as Exports;
}

export interface LstmShape {
  readonly batch: number;
  readonly steps: number;
  readonly features: number;
  readonly units: number;
  /** Whether the output holds the state after every step, or the last one only. */
  readonly sequences: boolean;
}

export interface LstmArguments {
  /** batch x steps x features. */
  readonly x: Float32Array;
  /** (features + 1 + units) x 4 units: rows for the features, the bias and the state; gates input, forget, cell, output. */
  readonly weights: Float32Array;
  /** batch x steps: 0 where a step is passed over and the state stays as it was. Without it every step counts. */
  readonly known?: Float32Array | undefined;
}

const lengthOfOutput = ({ batch, steps, units, sequences }: LstmShape): number =>
  batch * (sequences ? steps : 1) * units;

/** An LSTM layer in WebAssembly with a memory of its own, which keeps the trace of one forward pass. */
export class LstmMachine {
  readonly #exports = instantiate();
  #shape: LstmShape | undefined;

  /** States of the layer (batch x steps x units, or batch x units), in the machine's memory until its next pass. */
  forward(shape: LstmShape, { x, weights, known }: LstmArguments): Float32Array {
    const { batch, steps, features, units, sequences } = shape;
    if (!this.#exports.arrange(batch, steps, features, units))
      throw new Error(`no memory for ${batch} examples of ${steps} steps and ${units} units: take a smaller batch`);
    this.#shape = shape;
    this.#at("x", x.length).set(x);
    this.#at("weights", weights.length).set(weights);
    const mask = this.#at("known", batch * steps);
    if (known) mask.set(known);
    else mask.fill(1);
    this.#exports.forward(Number(sequences));
    return this.#at("y", lengthOfOutput(shape));
  }

  /**
   * Gradients in the weights and, where asked, in x, from that in the states; in the machine's memory until its next pass.
   * Once only: it takes the place of the arguments.
   */
  backward(
    dy: Float32Array,
    ofInputs: boolean,
  ): { readonly weights: Float32Array; readonly x: Float32Array | undefined } {
    const shape = this.#shape;
    if (!shape) throw new Error("a backward pass needs a forward pass before it");
    this.#shape = undefined;
    const { batch, steps, features, units, sequences } = shape;
    this.#at("y", lengthOfOutput(shape)).set(dy);
    this.#exports.backward(Number(sequences), Number(ofInputs));
    return {
      weights: this.#at("slopes", (features + 1 + units) * 4 * units),
      x: ofInputs ? this.#at("x", batch * steps * features) : undefined,
    };
  }

  #at(name: "x" | "known" | "weights" | "y" | "slopes", length: number): Float32Array {
    return new Float32Array(this.#exports.memory.buffer, this.#exports[name].value >>> 0, length);
  }
}
