import { readFile } from "node:fs/promises";
import path from "node:path";
import { decodeCounts, type StoredCountNetwork } from "../../shared/demand/networks/slow/codec.ts";
import { decodeNetwork, type StoredNetwork } from "../../shared/demand/networks/sequence/codec.ts";
import type { PretrainedTrees } from "../../shared/demand/models/table/pretrained.ts";
import { weights } from "../paths.ts";

/** Reads a file of server/models once. A failed read is tried again at the next call. */
function once<Stored, Read>(file: string, decode: (stored: Stored) => Read): () => Promise<Read> {
  let loading: Promise<Read> | undefined;
  return () => {
    loading ??= readFile(path.join(weights, file), "utf8")
      .then((text) => decode(JSON.parse(text) as Stored))
      .catch((error: unknown) => {
        loading = undefined;
        throw error;
      });
    return loading;
  };
}

/** The pretrained forecasting network. */
export const loadNetwork = once<StoredNetwork, ReturnType<typeof decodeNetwork>>("forecast.json", decodeNetwork);

/** The pretrained trees, for what is slow or noisy. */
export const loadTrees = once<PretrainedTrees, PretrainedTrees>("trees.json", (trees) => trees);

/** The pretrained network for intermittent demand. */
export const loadCounts = once<StoredCountNetwork, ReturnType<typeof decodeCounts>>("counts.json", decodeCounts);
