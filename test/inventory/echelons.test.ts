import assert from "node:assert/strict";
import fc from "fast-check";
import { guaranteedService } from "../../shared/inventory/echelons/guaranteed-service.ts";
import type { Stage } from "../../shared/inventory/echelons/network.ts";
import { serialSystem, shangSongLevels } from "../../shared/inventory/echelons/serial.ts";
import { readStages } from "../../shared/functions/parameters/stages.ts";
import { normalQuantile } from "../../shared/numeric/normal.ts";
import { normalDemand } from "../../shared/inventory/demand/normal.ts";

const real = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

interface Drawn {
  readonly towards: boolean;
  readonly link: number;
  readonly time: number;
  readonly holdingCost: number;
  readonly sd: number;
  readonly outbound: number;
}

/** A random tree: each stage is linked to an earlier one, as its supplier or its customer. */
function treeOf(drawn: readonly Drawn[]): Stage[] {
  const supplies = drawn.map((): number[] => []);
  drawn.forEach(({ towards, link }, i) => {
    if (i === 0) return;
    const other = link % i;
    if (towards) supplies[i]!.push(other);
    else supplies[other]!.push(i);
  });
  return drawn.map(({ time, holdingCost, sd, outbound }, i) => {
    const last = supplies[i]!.length === 0;
    return {
      name: String(i),
      supplies: supplies[i]!,
      time,
      holdingCost,
      demandMean: 0,
      demandSd: last ? sd : 0,
      inbound: 0,
      outbound: last ? outbound : Infinity,
    };
  });
}

const tree = fc
  .array(
    fc.record({
      towards: fc.boolean(),
      link: fc.nat(),
      time: fc.integer({ min: 0, max: 3 }),
      holdingCost: real(0.1, 10),
      sd: real(0.5, 20),
      outbound: fc.integer({ min: 0, max: 2 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map(treeOf);

/** Least cost over every whole service time of every stage. */
function bruteForce(stages: readonly Stage[]): number {
  const most = stages.reduce((sum, { time }) => sum + time, 0);
  const suppliers = stages.map((_, i) => stages.flatMap(({ supplies }, j) => (supplies.includes(i) ? [j] : [])));
  const variance = (i: number): number =>
    stages[i]!.demandSd ** 2 + stages[i]!.supplies.reduce((sum, j) => sum + variance(j), 0);
  let best = Infinity;
  const times = stages.map(() => 0);
  const choose = (i: number): void => {
    if (i < stages.length) {
      for (times[i] = 0; times[i]! <= Math.min(most, stages[i]!.outbound); times[i]! += 1) choose(i + 1);
      return;
    }
    let cost = 0;
    for (const [k, stage] of stages.entries()) {
      const net = Math.max(0, ...suppliers[k]!.map((j) => times[j]!)) + stage.time - times[k]!;
      if (net < 0) return;
      cost += stage.holdingCost * Math.sqrt(variance(k) * net);
    }
    best = Math.min(best, cost);
  };
  choose(0);
  return best;
}

describe("guaranteed service", () => {
  it("costs the least there is, with promises that can be kept", () => {
    fc.assert(
      fc.property(tree, (stages) => {
        const found = guaranteedService(stages, 1);
        const cost = found.reduce((sum, stage) => sum + stage.cost, 0);
        assert.ok(Math.abs(cost - bruteForce(stages)) <= 1e-9 * (1 + cost), `${cost} ${bruteForce(stages)}`);
        stages.forEach(({ outbound, time, supplies }, i) => {
          assert.ok(found[i]!.serviceTime <= outbound);
          assert.ok(found[i]!.serviceTime >= 0 && found[i]!.netTime >= 0);
          for (const j of supplies)
            assert.ok(found[j]!.netTime >= found[i]!.serviceTime + stages[j]!.time - found[j]!.serviceTime - 1e-9);
          assert.ok(time >= 0);
        });
      }),
      { numRuns: 80 },
    );
  });
});

const system = fc.record({
  demandMean: real(5, 100),
  demandSd: real(0.5, 20),
  shortageCost: real(5, 80),
  leadTimes: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
  costs: fc.array(real(0.2, 4), { minLength: 3, maxLength: 3 }),
});

describe("a line of stages", () => {
  it("costs least at its best levels, the heuristic little more, and more as shortages become dearer", () => {
    fc.assert(
      fc.property(system, fc.array(real(-0.2, 0.2), { minLength: 3, maxLength: 3 }), ({ costs, ...s }, shifts) => {
        const line = { ...s, echelonCosts: costs.slice(0, s.leadTimes.length) };
        const best = serialSystem(line);
        const moved = best.levels.map((level, j) => level + shifts[j]! * s.demandSd * 3);
        assert.ok(serialSystem(line, moved).cost >= best.cost * (1 - 1e-6));
        const heuristic = serialSystem(line, shangSongLevels(line)).cost;
        assert.ok(heuristic >= best.cost * (1 - 1e-6) && heuristic <= best.cost * 1.05);
        assert.ok(serialSystem({ ...line, shortageCost: 2 * s.shortageCost }).cost >= best.cost);
      }),
      { numRuns: 25 },
    );
  });

  it("of one stage is a newsvendor, and of a stage that adds no time the same", () => {
    const one = { demandMean: 50, demandSd: 8, shortageCost: 5, leadTimes: [4], echelonCosts: [1] };
    const demand = normalDemand(200, 16);
    assert.ok(Math.abs(serialSystem(one).levels[0]! - demand.quantile(5 / 6)) < 1e-6);
    const two = serialSystem({ ...one, leadTimes: [4, 0], echelonCosts: [1, 1e-9] });
    assert.ok(Math.abs(two.cost / serialSystem(one).cost - 1) < 1e-6);
  });
});

describe("a table of stages", () => {
  it("whose waiting time is blank or left out serves customers at once", () => {
    const rows = (...more: (string | number | null)[]): (string | number | null)[][] => [
      ["plant", "depot", 2, 2, null, null, ...more],
      ["depot", "shop", 1, 4, null, null, ...more],
      ["shop", null, 1, 7, 5, 1, ...more],
    ];
    const zero = rows(null, null);
    zero[2]![7] = 0;
    for (const table of [rows(), rows(null, null), rows(0, ""), zero]) {
      const stages = readStages(table);
      assert.deepEqual(
        stages.map(({ outbound }) => outbound),
        [Infinity, Infinity, 0],
      );
      // z is 1.645 at 95%: the plant bridges its 2 periods, the depot its 1 and the shop as many as the depot promises.
      const stock = guaranteedService(stages, normalQuantile(0.95));
      assert.deepEqual(
        stock.map(({ safetyStock }) => Number(safetyStock.toFixed(3))),
        [2.326, 0, 2.326],
      );
      assert.equal(stock.reduce((sum, { cost }) => sum + cost, 0).toFixed(2), "20.94");
    }
  });
});
