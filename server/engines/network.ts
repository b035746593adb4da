import { readFile } from "node:fs/promises";
import path from "node:path";
import { decodeNetwork, type StoredNetwork } from "../../shared/demand/network/codec.ts";
import type { Network } from "../../shared/demand/network/network.ts";
import { models } from "../paths.ts";

let loading: Promise<Network> | undefined;

async function read(): Promise<Network> {
  const text = await readFile(path.join(models, "forecast.json"), "utf8");
  return decodeNetwork(JSON.parse(text) as StoredNetwork);
}

/** The pretrained forecasting network of server/models, read once. A failed read is tried again at the next call. */
export function loadNetwork(): Promise<Network> {
  loading ??= read().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
