import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { useBackend } from "../../../server/training/pretrained/backend.ts";
import { drawBatch } from "../../../server/training/pretrained/batches.ts";
import { drivenGroups, drivenPool, type DrivenGroup } from "../../../server/training/pretrained/driver-examples.ts";
import { readDominicks } from "../../../server/training/pretrained/driver-series.ts";
import { learnDrivers } from "../../../server/training/pretrained/learn-drivers.ts";
import { initialWeights } from "../../../server/training/pretrained/model.ts";
import { exampleOf } from "../../../server/training/pretrained/examples.ts";
import { randomStream } from "../../../server/training/pretrained/random.ts";
import { halfOf } from "../../../server/training/pretrained/series.ts";
import { driverWeights } from "../../../server/training/pretrained/weights.ts";
import { forecastNetwork } from "../../../shared/demand/networks/sequence/forecast.ts";
import { inferQuantiles } from "../../../shared/demand/networks/sequence/infer.ts";
import { prepare } from "../../../shared/demand/networks/sequence/prepare.ts";
import { TENSORS, type Network, type TensorName } from "../../../shared/demand/networks/sequence/network.ts";
import { quantilesInTensorflow, SMALL } from "./small.ts";

const WEEKS = 80;
const HORIZON = 8;

/** Brands whose price is halved now and then, sold for 1e9 in the weeks held back. */
function csv(): string {
  const rows: string[] = [];
  for (let brand = 1; brand <= 30; brand++) {
    const random = randomStream(brand);
    for (let week = 1; week <= WEEKS; week++) {
      const deal = random() < 0.25 ? 1 : 0;
      const units = week > WEEKS - HORIZON ? 1e9 : Math.round((100 + 20 * random()) * (1 + deal));
      rows.push(`1,${brand},${week},${units},${deal ? 0.05 : 0.1},${deal},0,20`);
    }
  }
  return ["store,brand,week,units_oz,price_per_oz,deal,feat,profit", ...rows.reverse()].join("\n");
}

describe("learning what drivers are worth", () => {
  let folder = "";
  let groups: DrivenGroup[];
  before(async () => {
    await useBackend("wasm");
    folder = mkdtempSync(path.join(os.tmpdir(), "driven-"));
    writeFileSync(path.join(folder, "dominicks_oj_weekly.csv"), csv());
    groups = drivenGroups(folder);
  });
  after(() => rmSync(folder, { recursive: true }));

  it("reads series in the order of time, drivers beside them, the last weeks held back", () => {
    const [first] = readDominicks(folder);
    assert.equal(first!.train.length, WEEKS - HORIZON);
    assert.ok(first!.test.every((x) => x === 1e9));
    first!.train.forEach((x, t) => assert.equal(x > 150, first!.drivers[1]![t] === 1));
    assert.equal(first!.drivers[0]!.length, WEEKS);
  });

  it("never learns from held-back weeks, nor in a trial from ids held out", () => {
    assert.ok(groups.every(({ series }) => series.every(({ train }) => train.every((x) => x < 1e9))));
    const largest = drivenPool(groups, 60, randomStream(1)).flatMap(({ targets }) => [...targets]);
    assert.ok(largest.every((z) => Math.abs(z) <= 15));
    const trial = drivenGroups(folder, 1).flatMap(({ series }) => series);
    assert.ok(trial.length > 4 && trial.length < 26, `${trial.length} of 30`);
    assert.ok(trial.every((s) => halfOf(s) === 0));
  });

  it("computes in TensorFlow.js what inference computes, drivers and all", () => {
    const { units, hidden } = SMALL;
    const random = randomStream(7);
    const weights = Object.fromEntries(
      Object.entries(initialWeights(units, hidden, 9)).map(([name, w]) => [name, w.map((x) => x + random() - 0.5)]),
    ) as Record<TensorName, Float32Array>;
    const history = groups[0]!.series[0]!.train;
    const promoted = history.map((_, t) => (t % 5 === 0 ? 1.7 : 0.9));
    const effects = { multiplicative: true, past: promoted, ahead: [1.7, 0.9, 1.2, 0.4], errors: [0.1, 0.02, 0.3, 0] };
    const own = inferQuantiles({ version: "test", units, hidden, weights }, prepare(history, 1, false, effects), 4);
    const example = exampleOf(history, history.slice(0, 4), 1, false, effects);
    const batch = drawBatch([example], { batch: 1, horizons: 4, hidden, dropout: 0 }, randomStream(1));
    const theirs = quantilesInTensorflow(weights, batch);
    theirs.forEach((row, i) =>
      row.forEach((x, j) =>
        assert.ok(Math.abs(x - own[i]![j]!) < 1e-3, `h ${i + 1}, quantile ${j}: ${x} and ${own[i]![j]}`),
      ),
    );
  });

  it("changes only what drivers use: forecasts without them stay, to the bit", async () => {
    const { units, hidden } = SMALL;
    const plain: Network = { version: "test", units, hidden, weights: initialWeights(units, hidden, 3) };
    const losses: number[] = [];
    const pool = drivenPool(groups, 200, randomStream(2));
    const learnt = await learnDrivers(plain, pool, 5, { steps: 150, report: (_, loss) => losses.push(loss) });
    assert.ok(losses.at(-1)! < losses[0]!, `${losses[0]} to ${losses.at(-1)}`);
    const mask = driverWeights(units, hidden);
    let changed = 0;
    for (const name of TENSORS)
      learnt.weights[name].forEach((w, i) => {
        if (mask[name][i] === 0) assert.equal(w, plain.weights[name][i]);
        else if (w !== 0) changed++;
      });
    assert.ok(changed > 0);
    const history = groups[0]!.series[0]!.train;
    assert.deepEqual(forecastNetwork(learnt, history, 1, 5).mean, forecastNetwork(plain, history, 1, 5).mean);
  });
});
