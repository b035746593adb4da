import {
  DRIVER_TERMS,
  OUTPUTS,
  shapesOf,
  STEP_INPUTS,
  TENSORS,
  type Network,
  type TensorName,
} from "../../shared/demand/network/network.ts";
import type { Example } from "./examples.ts";
import { DEFAULTS, trainNetwork, type TrainingRun } from "./train.ts";
import type { Weights } from "./weights.ts";

/** Training steps: more bring nothing. */
export const DRIVER_STEPS = 600;

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

/** The network with its weights for drivers at zero: it answers as if their effects were right and certain. */
function withoutDrivers(network: Network, learnt: Weights): Weights {
  return Object.fromEntries(
    TENSORS.map((name) => [name, network.weights[name].map((w, i) => (learnt[name][i] === 1 ? 0 : w))]),
  ) as Record<TensorName, Float32Array>;
}

/**
 * Teaches a trained network what the effects of drivers are worth, from a pool of histories with drivers. Only the weights
 * that drivers use change: forecasts without drivers stay as they are, to the bit.
 */
export function learnDrivers(
  network: Network,
  pool: readonly Example[],
  seed: number,
  run: Pick<TrainingRun, "report" | "threads" | "backend" | "signal"> & { readonly steps?: number } = {},
): Promise<Network> {
  const { version, units, hidden } = network;
  const { steps = DRIVER_STEPS, ...rest } = run;
  const learnt = driverWeights(units, hidden);
  const settings = { ...DEFAULTS, units, hidden, steps, seed };
  return trainNetwork(pool, settings, version, { ...rest, learnt, start: withoutDrivers(network, learnt) });
}
