import { membersOf, type Network } from "../../../shared/demand/networks/sequence/network.ts";
import type { Example } from "./examples.ts";
import { DEFAULTS, trainNetwork, type TrainingRun } from "./train.ts";
import { driverWeights } from "./weights.ts";

/** Training steps: more still gain on prices, and lose on weekdays. */
const STEPS = 600;

/**
 * Teaches a trained network what the effects of drivers are worth, from a pool of histories with drivers. Only the weights
 * that drivers use change, in each of its members: forecasts without drivers stay as they are, to the bit.
 */
export async function learnDrivers(
  network: Network,
  pool: readonly Example[],
  seed: number,
  run: Pick<TrainingRun, "report" | "threads" | "backend" | "signal"> & { readonly steps?: number } = {},
): Promise<Network> {
  const { steps = STEPS, ...rest } = run;
  const learnt: Network[] = [];
  for (const [k, { version, units, hidden, weights }] of membersOf(network).entries()) {
    const settings = { ...DEFAULTS, units, hidden, steps, seed: seed + k };
    const only = { learnt: driverWeights(units, hidden), start: weights };
    learnt.push(await trainNetwork(pool, settings, version, { ...rest, ...only }));
  }
  const [first, ...others] = learnt;
  return { ...first!, ...(others.length > 0 && { others }) };
}
