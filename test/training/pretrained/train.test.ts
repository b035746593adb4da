import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import type { Network } from "../../../shared/demand/networks/sequence/network.ts";
import { probeTensorflow } from "../../../server/engines/tensorflow.ts";
import { drawBatch, splitBatch } from "../../../server/training/pretrained/batches.ts";
import { randomStream } from "../../../server/training/pretrained/random.ts";
import { trainNetwork, type TrainingSettings } from "../../../server/training/pretrained/train.ts";
import { SMALL, smallPool } from "./small.ts";

const worker = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

describe("training the network", () => {
  const pool = smallPool();

  const settings: TrainingSettings = { ...SMALL, batch: 50, dropout: 0.1, steps: 40 };
  let one: Network;

  it("lowers its loss", async () => {
    const losses: number[] = [];
    one = await trainNetwork(pool, settings, "test", { threads: 1, report: (_, loss) => losses.push(loss) });
    assert.equal(losses.length, 40);
    assert.ok(losses.at(-1)! < losses[0]!, `${losses[0]} to ${losses.at(-1)}`);
  });

  it("gives the same bits for the same seed on 1, 2 and 4 threads, and others for another seed", async () => {
    for (const threads of [2, 4]) assert.deepEqual(await trainNetwork(pool, settings, "test", { threads }), one);
    const other = await trainNetwork(pool, { ...settings, seed: 4 }, "test", { threads: 1 });
    assert.notDeepEqual(other.weights.lstm, one.weights.lstm);
  });

  it("shards a batch without losing or doubling an example", () => {
    const whole = drawBatch(pool, { ...SMALL, batch: 11 }, randomStream(2));
    for (const parts of [1, 4, 11, 20]) {
      const shards = splitBatch(whole, parts);
      assert.equal(shards.length, Math.min(parts, 11));
      assert.deepEqual(
        shards.flatMap(({ inputs }) => [...inputs]),
        [...whole.inputs],
      );
      assert.deepEqual(
        shards.flatMap(({ targets }) => [...targets]),
        [...whole.targets],
      );
    }
  });

  it("computes the shard of a killed thread again, to the same bits", async () => {
    const run = { threads: 2, worker: worker("dying-worker.mjs") };
    assert.deepEqual(await trainNetwork(pool, settings, "test", run), one);
  });

  it("trains on the native library where that works, near the weights of WebAssembly and always the same", async function () {
    this.timeout(120_000);
    if ((await probeTensorflow()) !== "native") this.skip();
    const runs = [];
    for (const [backend, threads] of [
      ["native", 1],
      ["native", 2],
      ["wasm", 1],
    ] as const)
      runs.push(await trainNetwork(pool, SMALL, "test", { backend, threads }));
    assert.deepEqual(runs[1], runs[0]);
    for (const [i, x] of runs[0]!.weights.lstm.entries()) assert.ok(Math.abs(x - runs[2]!.weights.lstm[i]!) < 1e-3);
  });

  it("fails with a sentence where threads end again and again", async () => {
    await assert.rejects(trainNetwork(pool, SMALL, "test", { threads: 1, worker: worker("dead-worker.mjs") }), {
      message: /^training failed: .*exit/,
    });
  });

  it("stops within a second of being cancelled, with the reason", async () => {
    const cancel = new AbortController();
    let cancelled = Infinity;
    const report = (step: number): void => {
      if (step === 3)
        setImmediate(() => {
          cancelled = performance.now();
          cancel.abort(new Error("the job was cancelled"));
        });
    };
    const long = { ...SMALL, units: 48, hidden: 64, batch: 256, steps: 100_000 };
    await assert.rejects(trainNetwork(pool, long, "test", { threads: 2, signal: cancel.signal, report }), {
      message: "the job was cancelled",
    });
    assert.ok(performance.now() - cancelled < 1000);
    await assert.rejects(trainNetwork(pool, long, "test", { threads: 1, signal: cancel.signal }), /cancelled/);
  });
});
