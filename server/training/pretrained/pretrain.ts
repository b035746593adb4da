import type { Network } from "../../../shared/demand/networks/sequence/network.ts";
import type { Backend } from "../../engines/tensorflow.ts";
import { examplePool } from "./examples.ts";
import { randomStream } from "./random.ts";
import type { Group } from "./series.ts";
import { trainNetwork, type TrainingSettings } from "./train.ts";

/** Examples the batches of one member are drawn from. */
export const POOL = 80_000;

/** Networks whose answers are averaged; they differ by their seeds, so by examples, batches and starting weights. */
export const MEMBERS = 2;

export interface PretrainingRun {
  readonly backend: Backend;
  readonly threads?: number | undefined;
  /** Time the steps of all members may take together, in milliseconds. */
  readonly milliseconds: number;
  /** Told what is going on. */
  readonly say: (text: string) => void;
}

/**
 * Trains the members one after the other, each on examples of its own: the same groups and settings give the same
 * weights, to the bit. The first member holds the others.
 */
export async function pretrain(
  groups: readonly Group[],
  settings: TrainingSettings,
  version: string,
  { backend, threads, milliseconds, say }: PretrainingRun,
): Promise<Network> {
  const run = { backend, milliseconds: milliseconds / MEMBERS, ...(threads !== undefined && { threads }) };
  const networks: Network[] = [];
  for (let k = 0; k < MEMBERS; k++) {
    const seed = MEMBERS * (settings.seed - 1) + k + 1;
    const pool = examplePool(groups, POOL, randomStream(seed));
    say(`network ${k + 1} of ${MEMBERS}: ${pool.length} examples`);
    const report = (step: number, loss: number): void => {
      if (step % 100 === 0) say(`step ${step}, loss ${loss.toFixed(4)}`);
    };
    networks.push(await trainNetwork(pool, { ...settings, seed }, version, { ...run, report }));
  }
  const [first, ...others] = networks;
  return { ...first!, others };
}
