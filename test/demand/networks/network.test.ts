import assert from "node:assert/strict";
import fc from "fast-check";
import { loadNetwork } from "../../../server/engines/network.ts";
import { decodeNetwork, encodeNetwork } from "../../../shared/demand/networks/sequence/codec.ts";
import { forecastNetwork } from "../../../shared/demand/networks/sequence/forecast.ts";
import { inferEach, inferQuantiles } from "../../../shared/demand/networks/sequence/infer.ts";
import { membersOf, type Network } from "../../../shared/demand/networks/sequence/network.ts";
import { prepare } from "../../../shared/demand/networks/sequence/prepare.ts";

const wave = (n: number): number[] =>
  Array.from({ length: n }, (_, t) => 100 + 20 * Math.sin((t * Math.PI) / 6) + ((t * 7) % 5));

describe("the pretrained network", () => {
  let network: Network;
  before(async () => {
    network = await loadNetwork();
  });

  it("survives being stored, bit by bit", () => {
    assert.deepEqual(decodeNetwork(JSON.parse(JSON.stringify(encodeNetwork(network)))), network);
  });

  it("refuses weights that are not whole", () => {
    const stored = encodeNetwork(network);
    assert.throws(() => decodeNetwork({ ...stored, format: "other/9" as never }), /unknown format/);
    assert.throws(() => decodeNetwork({ ...stored, weights: {} }), /lstm is missing/);
    assert.throws(() => decodeNetwork({ ...stored, units: stored.units + 1 }), /lstm must hold/);
    const nan = encodeNetwork({
      ...network,
      weights: { ...network.weights, outputBias: network.weights.outputBias.map(() => NaN) },
    });
    assert.throws(() => decodeNetwork(nan), /outputBias must hold finite/);
  });

  it("reads a version that was stored before it had others, which then answers alone", () => {
    const { others, ...first } = encodeNetwork(network);
    assert.equal(others?.length, 1);
    const alone = decodeNetwork(first);
    assert.equal(alone.others, undefined);
    assert.deepEqual(alone.weights, network.weights);
    const path = forecastNetwork(alone, wave(60), 12, 6).mean;
    assert.ok(path.every((x, i) => Math.abs(x - wave(66)[60 + i]!) < 10));
  });

  it("answers the mean of its members, which share the views of a history", () => {
    const [first, second] = membersOf(network) as [Network, Network];
    const alone = (member: Network): Network => ({ ...member, others: [] });
    const twin: Network = { ...first, others: [alone(first)] };
    const near = (a: readonly number[], b: readonly number[]): void =>
      a.forEach((x, i) => assert.ok(Math.abs(x - b[i]!) < 1e-9 * Math.abs(x), `${x} and ${b[i]}`));
    near(forecastNetwork(twin, wave(60), 12, 6).mean, forecastNetwork(alone(first), wave(60), 12, 6).mean);
    // Of a history that is at times 0 and too short to be cut there is one view, which all see.
    const short = [3, 0, 4, 5, 4, 6, 5];
    const [both, one, other] = [network, alone(first), alone(second)].map(
      (each) => forecastNetwork(each, short, 12, 6).mean,
    ) as [number[], number[], number[]];
    near(
      both,
      one.map((x, i) => (x + other[i]!) / 2),
    );
    assert.notDeepEqual(one, other);
    const quick = forecastNetwork(network, wave(60), 12, 6, { thorough: false }).mean;
    assert.deepEqual(quick, forecastNetwork(alone(first), wave(60), 12, 6, { thorough: false }).mean);
    const z = [network, alone(first), alone(second)].map((each) => inferQuantiles(each, prepare(wave(60), 12), 2)[1]!);
    near(
      [...z[0]!],
      [...z[1]!].map((x, j) => (x + z[2]![j]!) / 2),
    );
  });

  it("reads two histories of different lengths at once as it reads each", () => {
    const histories = [wave(60), wave(9), wave(25)].map((values) => prepare(values, 4));
    const together = inferEach(network, histories, 3);
    histories.forEach((each, k) => assert.deepEqual(inferEach(network, [each], 3)[0], together[k]));
  });

  it("answers the same bits again, and 6 periods are the first 6 of 12", () => {
    const six = forecastNetwork(network, wave(60), 12, 6);
    const twelve = forecastNetwork(network, wave(60), 12, 12);
    assert.deepEqual(six.mean, twelve.mean.slice(0, 6));
    assert.deepEqual(six.quantile(0.9), twelve.quantile(0.9).slice(0, 6));
    assert.deepEqual(forecastNetwork(network, wave(60), 12, 12).mean, twelve.mean);
  });

  it("follows a season and is unmoved by the unit of measure", () => {
    const path = forecastNetwork(network, wave(72), 12, 12).mean;
    for (const [i, x] of path.entries()) assert.ok(Math.abs(x - wave(84)[72 + i]!) < 8, `${i}: ${x}`);
    const thousand = forecastNetwork(
      network,
      wave(72).map((x) => 1000 * x),
      12,
      12,
    ).mean;
    for (const [i, x] of thousand.entries()) assert.ok(Math.abs(x / 1000 - path[i]!) < 1e-6 * path[i]!);
  });

  it("orders its quantiles, at any probability", () => {
    const forecast = forecastNetwork(network, wave(40), 12, 20);
    const levels = [0.001, 0.025, 0.04, 0.1, 0.3, 0.5, 0.62, 0.9, 0.95, 0.99, 0.999];
    const paths = levels.map((p) => forecast.quantile(p));
    for (let k = 1; k < paths.length; k++)
      paths[k]!.forEach((x, i) => assert.ok(x >= paths[k - 1]![i]!, `${levels[k]} at ${i}`));
    forecast.mean.forEach((x, i) => assert.ok(Math.abs(x - paths[5]![i]!) < 1e-9));
  });

  it("answers constants, zeros, one value and gaps with numbers that make sense", () => {
    assert.deepEqual(forecastNetwork(network, [7, 7, 7, 7, 7, 7, 7, 7], 4, 3).mean, [7, 7, 7]);
    assert.deepEqual(forecastNetwork(network, [0, 0, 0], 1, 2).mean, [0, 0]);
    assert.deepEqual(forecastNetwork(network, [0, 0, 0], 1, 2).quantile(0.95), [0, 0]);
    assert.deepEqual(forecastNetwork(network, [5], 12, 2).mean, [5, 5]);
    const gaps = wave(60).map((x, t) => (t < 3 || t === 20 || t === 59 ? NaN : x));
    const path = forecastNetwork(network, gaps, 12, 12).mean;
    assert.ok(
      path.every((x) => x > 70 && x < 130),
      String(path),
    );
  });

  it("answers slow movers with a mean above 0", () => {
    const slow = Array.from({ length: 48 }, (_, t) => (t % 4 === 1 ? 2 + (t % 3) : 0));
    const path = forecastNetwork(network, slow, 12, 12).mean;
    const rate = path.reduce((a, b) => a + b, 0) / 12;
    assert.ok(rate > 0.3 && rate < 1.5, `${rate} a period; 0.75 in the past`);
  });

  it("stays finite and in proportion for any history and 400 periods", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.double({ min: 0, max: 1e9, noNaN: true }), fc.constant(0), fc.integer({ min: 0, max: 20 })),
          {
            minLength: 1,
            maxLength: 80,
          },
        ),
        fc.constantFrom(1, 4, 7, 12, 52),
        (history, season) => {
          const path = forecastNetwork(network, history, season, 400);
          const most = Math.max(...history);
          for (const values of [path.mean, path.quantile(0.05), path.quantile(0.95)]) {
            assert.equal(values.length, 400);
            assert.ok(values.every(Number.isFinite));
          }
          assert.ok(
            path.mean.every((x) => x <= 101 * most + 1e-9),
            `${Math.max(...path.mean)} from at most ${most}`,
          );
        },
      ),
      { numRuns: 60, seed: 11 },
    );
  });
});
