import { decodeNetwork, type StoredNetwork } from "../../shared/demand/networks/sequence/codec.ts";
import type { Network } from "../../shared/demand/networks/sequence/network.ts";
import type { TrainedModel } from "../../shared/demand/networks/trained/version.ts";

/** Where trained models are asked for: the database is open in the main thread alone. */
export interface ModelSource {
  network(version: string): Promise<StoredNetwork | undefined>;
  models(): Promise<readonly TrainedModel[]>;
}

/** Networks kept in memory, those used last; versions never change, so that one kept is never out of date. */
const KEPT = 32;
const networks = new Map<string, Network>();

/** The weights of a version, asked for once and then kept. */
async function networkFrom(source: ModelSource, version: string): Promise<Network | undefined> {
  const known = networks.get(version);
  if (known) {
    // A map keeps the order of setting: what was used last comes last.
    networks.delete(version);
    networks.set(version, known);
    return known;
  }
  const stored = await source.network(version);
  if (stored === undefined) return undefined;
  const network = decodeNetwork(stored);
  const [oldest] = networks.keys();
  if (networks.size >= KEPT && oldest !== undefined) networks.delete(oldest);
  networks.set(version, network);
  return network;
}

/** The part of the engines that trained models are. */
export const trainedFrom = (source: ModelSource) => ({
  trainedNetwork: (version: string) => networkFrom(source, version),
  trainedModels: () => source.models(),
});

/** Where nothing is trained. */
export const noModels: ModelSource = { network: () => Promise.resolve(undefined), models: () => Promise.resolve([]) };
