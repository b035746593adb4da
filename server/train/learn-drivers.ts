import type { Network } from "../../shared/demand/network/network.ts";
import type { Example } from "./examples.ts";
import { DEFAULTS, trainNetwork, type TrainingRun } from "./train.ts";
import { driverWeights } from "./weights.ts";

/** Training steps: more still gain on prices, and lose on weekdays. */
const STEPS = 600;

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
  const { steps = STEPS, ...rest } = run;
  const learnt = driverWeights(units, hidden);
  const settings = { ...DEFAULTS, units, hidden, steps, seed };
  return trainNetwork(pool, settings, version, { ...rest, learnt, start: network.weights });
}
