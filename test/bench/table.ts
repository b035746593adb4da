import { loadCounts, loadNetwork, loadTrees } from "../../server/engines/network.ts";
import { dataFolder } from "../../server/training/pretrained/data.ts";
import { treeSeries, type TreeSeries } from "../../server/training/pretrained/trees/series.ts";
import { byTrees } from "../../shared/demand/forecast/by-trees.ts";
import { forecaster } from "../../shared/demand/forecast/forecaster.ts";
import { typicalOf } from "../../shared/demand/forecast/forecast.ts";
import { QUICK } from "../../shared/demand/forecast/profile.ts";
import { learnTask, tableTasks, type TableLessons } from "../../shared/demand/models/table/table.ts";
import { fitImapa } from "../../shared/demand/slow/aggregation.ts";
import { fitSimpleSmoothing } from "../../shared/demand/models/simple-smoothing.ts";
import type { Figure } from "./main.ts";

// Items of shops, the last periods of what the pretrained trees were taught by held back: total errors of the plan's forecast
// (its peer is the better of exponential smoothing and IMAPA), bias of its mean, and how often totals lie inside the central
// 80 and 95%. Then the time in which a table of 300 items, and one of 10,000, is learned.

/** Sets, periods in a season and of a total, and items taken. */
const SETS = [
  { set: "m5_foods3_tx3", season: 52, horizon: 8, items: 200 },
  { set: "m5_hobbies2_ca3", season: 52, horizon: 8, items: 200 },
  { set: "online_retail_weekly", season: 52, horizon: 6, items: 250 },
  { set: "stallion_monthly", season: 12, horizon: 3, items: 200 },
  { set: "dominicks_oj_weekly", season: 52, horizon: 6, items: 150 },
  { set: "carparts", season: 12, horizon: 6, items: 250 },
] as const;
/** Tables that are timed: items and periods. */
const TIMED = [
  [300, 150],
  [10_000, 150],
] as const;
const SHORTEST = 20;

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

function lessonsOf(histories: readonly (readonly number[])[], season: number, horizon: number): TableLessons {
  const lessons = tableTasks(histories, season, [horizon]).flatMap((task) => learnTask(task) ?? []);
  return { season, items: histories.length, lessons };
}

async function scored(
  all: readonly TreeSeries[],
  { set, season, horizon, items }: (typeof SETS)[number],
): Promise<Figure[]> {
  const long = all.filter((one) => one.set === set && one.values.length >= SHORTEST + horizon);
  const members = long.filter((_, i) => i % Math.ceil(long.length / items) === 0);
  const pasts = members.map(({ values }) => values.slice(0, -horizon));
  const actuals = members.map(({ values }) => sum(values.slice(-horizon)));
  const lessons = lessonsOf(pasts, season, horizon);
  const networks = { sequence: await loadNetwork(), slow: await loadCounts() };
  const ownOf = forecaster({ networks, profile: QUICK });
  const pretrained = await loadTrees();
  const forecasts = pasts.map((past) =>
    byTrees(ownOf(past, season), past, { lessons, horizon, pretrained, alone: QUICK.trees }),
  );
  const errorOf = (totals: readonly number[]): number =>
    sum(totals.map((total, i) => Math.abs(total - actuals[i]!))) / sum(actuals);
  const flat = [fitSimpleSmoothing, fitImapa].map((fit) =>
    errorOf(pasts.map((past) => horizon * fit({ values: past, season: 1 }).predict(1)[0]!)),
  );
  const peer = Math.min(...flat);
  const value = errorOf(forecasts.map((one) => sum(typicalOf(one, horizon))));
  const inside = (share: number): number =>
    forecasts.filter((one, i) => {
      const total = one.total(horizon);
      const [low, high] = [0.5 - share / 2, 0.5 + share / 2].map((p) => total.quantile(p));
      return actuals[i]! >= Math.floor(low!) && actuals[i]! <= Math.ceil(high!);
    }).length / actuals.length;
  return [
    { name: `table ${set}: error of totals`, value, unit: "share of demand", peer, ratio: value / peer },
    {
      name: `table ${set}: bias of the mean`,
      value: sum(forecasts.map((one) => one.total(horizon).mean)) / sum(actuals) - 1,
      unit: "share",
    },
    ...[0.8, 0.95].map((share): Figure => {
      const held = inside(share);
      return {
        name: `table ${set}: totals inside ${100 * share}%`,
        value: held,
        unit: "share",
        peer: share,
        ratio: held / share,
        better: "peer",
      };
    }),
  ];
}

function timed(all: readonly TreeSeries[], [items, periods]: (typeof TIMED)[number]): Figure {
  const shops = all.filter(({ set }) => set.startsWith("m5"));
  const histories = Array.from({ length: items }, (_, i) => shops[i % shops.length]!.values.slice(-periods));
  const start = performance.now();
  lessonsOf(histories, 52, 6);
  return {
    name: `table: ${items} items x ${periods} weeks learned`,
    value: (performance.now() - start) / 1000,
    unit: "s",
  };
}

export async function run(): Promise<Figure[]> {
  const all = treeSeries(dataFolder());
  const figures: Figure[] = [];
  for (const set of SETS) figures.push(...(await scored(all, set)));
  return [...figures, ...TIMED.map((size) => timed(all, size))];
}
