import assert from "node:assert/strict";
import { evaluate } from "../../../shared/define/evaluate.ts";
import type { FunctionDefinition } from "../../../shared/define/define.ts";
import { forecastBest } from "../../../shared/functions/forecast-best.ts";
import { forecastIntermittent } from "../../../shared/functions/forecast-intermittent.ts";
import { forecastWhy } from "../../../shared/functions/forecast-why.ts";
import { leadTimeDemand } from "../../../shared/functions/lead-time-demand.ts";
import { reorder } from "../../../shared/functions/reorder.ts";
import { makePlan } from "../../../shared/purchasing/plan/make-plan.ts";
import { readPlanRequest } from "../../../shared/purchasing/terms/request.ts";
import { engines } from "../../../server/engines/index.ts";
import { noFaults } from "../../harness/faults.ts";
import { column } from "../forecast-functions.ts";

const QUARTER = 13;
const AHEAD = 4;

/** Numbers in [0, 1) from a seed, with whole numbers and demand of a level drawn from them. */
function draws(seed: number) {
  let state = seed * 7919 + 1;
  const next = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  /** Sells every period: about the level, by a fifth more or less in most. */
  const steady = (periods: number, level: number): number[] =>
    Array.from({ length: periods }, () => Math.max(1, Math.round(level * (0.65 + 0.35 * (next() + next())))));
  /** Sells in one period of three, anything up to twice the level. */
  const lumpy = (periods: number, level: number): number[] =>
    Array.from({ length: periods }, () => (next() < 1 / 3 ? between(1, 2 * level) : 0));
  return { between, steady, lumpy };
}

/** The kinds of steady seller whose past looks like a slow mover's. */
const KINDS: Readonly<Record<string, (seed: number) => number[]>> = {
  "lumpy long ago": (seed) => {
    const { between, steady, lumpy } = draws(seed);
    const level = between(4, 60);
    return [...lumpy(between(40, 180), level), ...steady(between(QUARTER, 45), level)];
  },
  "absent long ago": (seed) => {
    const { between, steady } = draws(seed + 1000);
    const level = between(4, 60);
    const absent = new Array<number>(between(20, 80)).fill(0);
    return [...steady(between(10, 60), between(4, 60)), ...absent, ...steady(between(QUARTER, 60), level)];
  },
  "lately listed or revived": (seed) => {
    const { between, steady, lumpy } = draws(seed + 2000);
    const level = between(4, 60);
    const before = seed % 2 === 0 ? [] : lumpy(between(20, 80), between(1, 20));
    return [...before, ...new Array<number>(between(20, 90)).fill(0), ...steady(between(7, 16), level)];
  },
};

const SELLERS = Object.entries(KINDS).flatMap(([kind, make]) =>
  Array.from({ length: 40 }, (_, i) => ({ sku: `${kind} ${i}`, history: make(i + 1) })),
);

async function answer(definition: FunctionDefinition, args: readonly unknown[]): Promise<unknown[][]> {
  const outcome = await evaluate(definition, args, engines, noFaults);
  assert.ok("value" in outcome, JSON.stringify(outcome));
  return outcome.value as unknown[][];
}

/** How far a mean lies beyond what the last quarter sold, above or below: 1 for within. */
function beyond(history: readonly number[], mean: number): number {
  const listed = history.slice(history.lastIndexOf(0) + 1).slice(-QUARTER);
  return Math.max(1, mean / Math.max(...listed), Math.min(...listed) / mean);
}

function assertWithin(means: readonly (readonly number[])[]): void {
  const outside = SELLERS.flatMap(({ sku, history }, i) =>
    means[i]!.some((mean) => beyond(history, mean) > 1.15)
      ? [`${sku}: ${history.slice(-QUARTER).join(" ")} gives ${means[i]!.map((x) => x.toFixed(1)).join(" ")}`]
      : [],
  );
  assert.ok(outside.length <= 2, `${outside.length} of ${SELLERS.length} outside: ${outside.join("; ")}`);
}

describe("steady sellers that were lumpy or absent long ago are forecast at what they sell now", () => {
  it("by FORECAST_BEST", async () => {
    const answers = SELLERS.map(({ history }) => answer(forecastBest, [column(history), AHEAD]));
    assertWithin((await Promise.all(answers)).map((rows) => rows.map(([mean]) => mean as number)));
  });

  it("by REORDER, which expects lead time and review period of it", async () => {
    const answers = SELLERS.map(({ history }) => answer(reorder, [column(history), AHEAD - 1, 0]));
    assertWithin((await Promise.all(answers)).map(([row]) => [(row![3] as number) / AHEAD]));
  });

  it("by the plan", async () => {
    const items = SELLERS.map(({ sku }) => ({ sku, on_hand: 0, lead_time_days: 21 }));
    const history = Object.fromEntries(SELLERS.map((seller) => [seller.sku, seller.history]));
    const { request } = readPlanRequest({ today: "2026-11-23", period: "week", items, history, settings: {} });
    const [network, counts] = await Promise.all([engines.network(), engines.counts()]);
    const { lines } = makePlan(request, { onFault: noFaults, networks: { sequence: network, slow: counts } });
    const forecasts = new Map(lines.map((line) => [line.sku, line.forecast.slice(0, AHEAD)]));
    assertWithin(SELLERS.map(({ sku }) => forecasts.get(sku)!));
  });
});

describe("how an item sells now", () => {
  const rising = [7, 6, 10, 9, 9, 8, 14, 12, 13, 12, 12, 9, 11];
  const lumps = Array.from({ length: 100 }, (_, t) => ((t * 7) % 5 < 2 ? 3 + (t % 9) : 0));
  const silence = new Array<number>(40).fill(0);
  const means = async (history: readonly number[]): Promise<number[]> => {
    const best = await answer(forecastBest, [column(history), AHEAD]);
    const [total] = await answer(leadTimeDemand, [column(history), AHEAD]);
    return [best[0]![0] as number, (total![0] as number) / AHEAD];
  };

  for (const [name, history] of [
    ["lumps", [...lumps, ...rising]],
    ["lumps and absence", [...lumps, ...silence, ...rising]],
    ["dense demand and absence", [...rising, ...rising, ...silence, ...silence, ...rising]],
    ["not being listed", [...silence, ...rising]],
    ["a few silent weeks among steady ones", [...rising, 0, ...rising, 0, 0, ...rising]],
  ] as const)
    it(`after ${name}: 7 to 14 a week, lately 12, is forecast so`, async () => {
      for (const mean of await means(history)) assert.ok(mean > 9 && mean < 13.5, `${mean}`);
    });

  it("a fall is followed, not held up", async () => {
    for (const mean of await means([5, 5, 5, 2, 4, 2, 3, 3, 1, 3])) assert.ok(mean > 2 && mean < 3.5, `${mean}`);
    const fallen = Array.from({ length: 100 }, (_, t) => (t < 86 ? 20 : 5) + (t % 3));
    for (const mean of await means(fallen)) assert.ok(mean > 4.4 && mean < 8.1, `${mean}`);
  });

  it("an item that has stopped selling is not inflated by what it sold before", async () => {
    const silent = [...lumps, ...rising, ...silence.slice(0, 26)];
    for (const mean of await means(silent)) assert.ok(mean < 2.5, `${mean}`);
    const dead = [...rising, ...rising, ...rising, ...silence.slice(0, 26)];
    for (const mean of await means(dead)) assert.ok(mean < 3, `${mean}`);
  });

  it("lumps stay slow", async () => {
    const rows = await answer(forecastWhy, [column(lumps)]);
    assert.match(rows[0]![2] as string, /^demand in 40 of 100 periods; a slow mover/);
  });

  it("FORECAST_WHY says since when", async () => {
    const rows = await answer(forecastWhy, [column([...lumps, ...rising])]);
    assert.match(rows[0]![2] as string, /^demand in 53 of 113 periods, 13 of the last 13; regular demand/);
  });
});

describe("FORECAST_INTERMITTENT of a history without zeros", () => {
  for (const [history, low, high] of [
    [[7, 7, 7, 6, 6], 6, 7],
    [[20, 22, 19, 25, 23, 21, 24, 22, 20, 23, 25, 22], 21, 24],
    [[5, 5, 5, 2, 4, 2, 3, 3, 1, 3], 2, 3.5],
  ] as const)
    it(`${history.join(" ")} answers what smoothing would, and a range about it`, async () => {
      const [row] = (await answer(forecastIntermittent, [column(history), 1, null, 0.9])) as number[][];
      const [mean, least, most] = row!;
      assert.ok(mean! > low && mean! < high, `${mean}`);
      assert.ok(least! >= Math.min(...history) - 2 && most! <= Math.max(...history) + 3, `${least} to ${most}`);
    });
});
