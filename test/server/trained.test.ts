import assert from "node:assert/strict";
import type { StoredNetwork } from "../../shared/demand/networks/sequence/codec.ts";
import { trainedFrom } from "../../server/engines/trained.ts";
import { engines } from "../../server/engines/index.ts";
import { encodeNetwork } from "../../shared/demand/networks/sequence/codec.ts";

describe("trained networks in memory", () => {
  it("are those used last", async () => {
    const stored: StoredNetwork = encodeNetwork(await engines.network());
    const asked: string[] = [];
    const { trainedNetwork } = trainedFrom({
      network: (version) => Promise.resolve(asked.push(version) ? stored : undefined),
      models: () => Promise.resolve([]),
    });
    await trainedNetwork("often@1");
    for (let i = 0; i < 40; i += 1) {
      await trainedNetwork(`once@${i}`);
      await trainedNetwork("often@1");
    }
    assert.equal(asked.filter((version) => version === "often@1").length, 1);
  });
});
