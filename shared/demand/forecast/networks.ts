import type { Network } from "../networks/sequence/network.ts";
import type { CountNetwork } from "../networks/slow/network.ts";
import type { PretrainedTrees } from "../models/table/pretrained.ts";
import type { Networks } from "./forecaster.ts";

/** Where weights come from, each loaded when it is first asked for. */
export interface NetworkSource {
  /** The pretrained forecasting network's weights. */
  network(): Promise<Network>;
  /** The weights of the network for intermittent demand. */
  counts(): Promise<CountNetwork>;
  /** Trees taught by many shops' items. */
  trees(): Promise<PretrainedTrees>;
}

/** All weights that a forecaster uses, at hand. */
export async function allNetworks(from: NetworkSource): Promise<Networks> {
  const [sequence, slow, trees] = await Promise.all([from.network(), from.counts(), from.trees()]);
  return { sequence, slow, trees };
}
