import assert from "node:assert/strict";
import fc from "fast-check";
import { loadNetwork } from "../../../server/engines/network.ts";
import type { DriverColumns } from "../../../shared/demand/causes/columns.ts";
import { driverEffects } from "../../../shared/demand/causes/effects.ts";
import { withDrivers } from "../../../shared/demand/causes/with-drivers.ts";
import {
  decodeNetwork,
  encodeNetwork,
  toBase64,
  type StoredNetwork,
} from "../../../shared/demand/networks/sequence/codec.ts";
import { forecastNetwork } from "../../../shared/demand/networks/sequence/forecast.ts";
import { inferQuantiles } from "../../../shared/demand/networks/sequence/infer.ts";
import {
  DRIVER_TERMS,
  MEDIAN,
  OUTPUTS,
  STEP_INPUTS,
  type Network,
} from "../../../shared/demand/networks/sequence/network.ts";
import { prepare } from "../../../shared/demand/networks/sequence/prepare.ts";
import type { ForecastPath } from "../../../shared/demand/models/path.ts";

const range = (length: number): number[] => Array.from({ length }, (_, t) => t);
/** A fixed sequence between -1 and 1 that looks like noise. */
const noise = (t: number): number => Math.sin(12.9898 * t + 78.233 * Math.sin(t));
const promotion = (t: number): number => (noise(3 * t) > 0.3 ? 1 : 0);
const demand = (t: number): number => 100 * (1 + 0.6 * promotion(t)) * Math.exp(0.1 * noise(7 * t));

const PAST = range(90).map(promotion);
const HISTORY = range(90).map(demand);

/** The network with weights for drivers that are all in play. */
function attentive(network: Network): Network {
  const { lstm, output, drivers } = network.weights;
  const { units } = network;
  const from = (STEP_INPUTS - 1) * 4 * units;
  return {
    ...network,
    weights: {
      ...network.weights,
      lstm: lstm.map((w, i) => (i >= from && i < from + 4 * units ? noise(i) / 2 : w)),
      output: output.map((w, i) => (i % OUTPUTS >= OUTPUTS - DRIVER_TERMS ? noise(i) / 4 : w)),
      drivers: drivers.map((_, i) => noise(5 * i)),
    },
  };
}

function forecast(
  network: Network,
  history: readonly number[],
  columns: DriverColumns | undefined,
  horizon: number,
): ForecastPath {
  return withDrivers(history, 1, columns, (adjusted, effects) =>
    forecastNetwork(network, adjusted, 1, horizon, { effects }),
  );
}

describe("drivers as inputs of the network", () => {
  let network: Network;
  before(async () => {
    network = attentive(await loadNetwork());
  });

  it("change nothing where they never change, whatever the network makes of drivers", async () => {
    const plain = forecast(network, HISTORY, undefined, 6);
    for (const value of [0, 1, 7]) {
      const constant = { past: [PAST.map(() => value)], future: [range(6).map(() => value)] };
      const path = forecast(network, HISTORY, constant, 6);
      assert.deepEqual(path.mean, plain.mean);
      assert.deepEqual(path.quantile(0.9), plain.quantile(0.9));
    }
  });

  it("change forecasts where they change", async () => {
    const effects = driverEffects(HISTORY, 1, { past: [PAST], future: [[1, 0, 1]] });
    const adjusted = HISTORY.map((x, t) => x / effects.past[t]!);
    const seen = forecastNetwork(network, adjusted, 1, 3, { effects });
    const unseen = forecastNetwork(network, adjusted, 1, 3);
    seen.mean.forEach((x, h) => assert.notEqual(x, unseen.mean[h]));
  });

  it("are uncertain the more, the less often they were seen", () => {
    const errorOf = (count: number): number => {
      const past = range(90).map((t) => (t % 10 === 3 && t < 10 * count ? 1 : 0));
      const values = past.map((x, t) => 100 * (1 + 0.6 * x) * Math.exp(0.1 * noise(7 * t)));
      return driverEffects(values, 1, { past: [past], future: [[1]] }).errors[0]!;
    };
    assert.ok(errorOf(1) > 1.3 * errorOf(8) && errorOf(8) > 0, `${errorOf(1)} once, ${errorOf(8)} eight times`);
  });

  it("raise the forecast of a promotion ahead by about what promotions did", async () => {
    const columns = { past: [PAST], future: [[0, 1, 0, 1]] };
    const { mean } = forecast(await loadNetwork(), HISTORY, columns, 4);
    for (const h of [0, 2]) {
      const ratio = mean[h + 1]! / mean[h]!;
      assert.ok(ratio > 1.3 && ratio < 1.9, `a promotion multiplies by ${ratio}, not by about 1.6`);
    }
  });

  it("answer 6 periods as the first of 12", async () => {
    const ahead = (count: number): DriverColumns => ({ past: [PAST], future: [range(count).map((t) => t % 2)] });
    const [six, twelve] = [6, 12].map((h) => forecast(network, HISTORY, ahead(h), h));
    assert.deepEqual(six!.mean, twelve!.mean.slice(0, 6));
    assert.deepEqual(six!.quantile(0.9), twelve!.quantile(0.9).slice(0, 6));
  });

  it("leave every forecast finite and its quantiles in order, however wild the columns", async () => {
    const wild = fc.oneof(
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      fc.constantFrom(0, 1, -1, 1e-300, 1e300, NaN),
    );
    const value = fc.oneof(
      fc.double({ min: 0, max: 1e6, noNaN: true }),
      fc.constant(0),
      fc.integer({ min: -5, max: 9 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(value, wild, wild), { minLength: 6, maxLength: 60 }),
        fc.array(fc.tuple(wild, wild), { minLength: 4, maxLength: 4 }),
        async (rows, next) => {
          const columns = {
            past: [1, 2].map((j) => rows.map((row) => row[j]!)),
            future: [0, 1].map((j) => next.map((row) => row[j]!)),
          };
          const path = forecast(
            network,
            rows.map(([x]) => x),
            columns,
            4,
          );
          const [low, high] = [path.quantile(0.1), path.quantile(0.9)];
          path.mean.forEach((x, h) =>
            assert.ok(Number.isFinite(x) && low[h]! <= high[h]!, `${low[h]} ${x} ${high[h]}`),
          );
        },
      ),
      { numRuns: 60, seed: 4 },
    );
  });
});

/** Median and 90% quantile in z that these weights gave one view in the layout of format 1, by the code of that time. */
const GIVEN = [
  [1.637346292419882, 2.3716888549061603],
  [1.9618960852688376, 2.8420122530843113],
  [2.268217556104438, 3.2918248502416243],
];

describe("weights stored before drivers were inputs", () => {
  const [units, hidden] = [3, 4];
  /** Made weights in the layout that had four inputs a step and none for drivers. */
  function inFormat1(): StoredNetwork {
    const sizes = {
      lstm: 8 * 12,
      common: 17 * 4,
      horizon: 10 * 4,
      residual: 4 * 4,
      output: 4 * 17,
      commonBias: 4,
      residualBias: 4,
      outputBias: 17,
    };
    const weights = Object.fromEntries(
      Object.entries(sizes).map(([name, size], k) => [
        name,
        toBase64(Float32Array.from({ length: size }, (_, i) => noise(100 * k + i) / 2)),
      ]),
    );
    return { format: "lotwise-network/1", version: "old@1", units, hidden, weights };
  }
  const history = range(30).map((t) => 100 + 3 * t + ((t * 7) % 5));

  it("answer without drivers as they did, to the bit", () => {
    const quantiles = inferQuantiles(decodeNetwork(inFormat1()), prepare(history, 1), 3);
    assert.deepEqual(
      quantiles.map((q) => [q[MEDIAN], q[MEDIAN + 2]]),
      GIVEN,
    );
  });

  it("take effects as they are, and go on to be stored in the new format", () => {
    const old = decodeNetwork(inFormat1());
    const effects = { multiplicative: true, past: PAST.map((x) => 1 + x), ahead: [2, 1, 2], errors: [0.2, 0.1, 0.2] };
    const [seen, unseen] = [effects, undefined].map((given) => forecastNetwork(old, history, 1, 3, { effects: given }));
    assert.deepEqual(seen!.mean, unseen!.mean);
    assert.deepEqual(seen!.quantile(0.9), unseen!.quantile(0.9));
    const again = encodeNetwork(old);
    assert.equal(again.format, "lotwise-network/2");
    assert.deepEqual(decodeNetwork(again), old);
  });

  it("are refused where they are of another size than their format", () => {
    assert.throws(() => decodeNetwork({ ...inFormat1(), format: "lotwise-network/2" }), /network: lstm must hold/);
    assert.throws(() => decodeNetwork({ ...inFormat1(), format: "constructor" }), /unknown format constructor/);
  });
});
