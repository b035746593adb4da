import { loadCounts, loadNetwork } from "../../server/engines/network.ts";
import { dataFolder, readSet, type TestedSeries } from "../../server/training/pretrained/data.ts";
import { naiveScales, pinball } from "../../shared/demand/origins/errors.ts";
import { forecaster } from "../../shared/demand/forecast/forecaster.ts";
import { QUICK } from "../../shared/demand/forecast/profile.ts";
import type { CountNetwork } from "../../shared/demand/networks/slow/network.ts";
import type { Network } from "../../shared/demand/networks/sequence/network.ts";
import { makePlan } from "../../shared/purchasing/plan/make-plan.ts";
import type { PlanRequest } from "../../shared/purchasing/terms/plan.ts";
import type { Figure } from "./main.ts";

const PROBABILITIES = [0.5, 0.8, 0.9, 0.95, 0.99] as const;
const SETS = ["m3", "m4_weekly", "m1", "hospital"] as const;
/** Periods added up: a short lead time, a usual one and a long one. */
const SPANS = [1, 3, 6] as const;

const average = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

interface Row {
  /** Mean pinball loss of the total over a period's naive error, a period. */
  readonly loss: number;
  readonly below80: number;
  readonly below95: number;
}

function rowsOf({ train, season, test }: TestedSeries, network: Network | undefined): Row[] {
  const { absolute } = naiveScales(train, train.length > season ? season : 1);
  const forecast = forecaster({ networks: { sequence: network }, profile: QUICK })(train, season);
  return SPANS.map((periods) => {
    const actual = test.slice(0, periods).reduce((a, b) => a + b, 0);
    const { quantile } = forecast.total(periods);
    const losses = PROBABILITIES.map((p) => pinball(actual, quantile(p), p));
    return {
      loss: average(losses) / absolute / periods,
      below80: actual <= quantile(0.8) ? 1 : 0,
      below95: actual <= quantile(0.95) ? 1 : 0,
    };
  });
}

/** Totals over the lead time of one set, with the pretrained network and (the peer) without it. */
function totals(set: string, series: readonly TestedSeries[], network: Network): Figure[] {
  const rows = [network, undefined].map((one) =>
    series.flatMap((s) => rowsOf(s, one)).filter(({ loss }) => Number.isFinite(loss)),
  );
  const figure = (name: string, unit: string, pick: (row: Row) => number): Figure => {
    const [value, peer] = rows.map((all) => average(all.map(pick)));
    return {
      name: `${name}, ${set}, ${series.length} series`,
      value: value!,
      unit,
      peer: peer!,
      ratio: value! / peer!,
      better: unit === "%" ? "peer" : "lower",
    };
  };
  return [
    figure("pinball loss of totals with the network", "naive errors", (row) => row.loss),
    figure("below the 80% quantile", "%", (row) => 100 * row.below80),
    figure("below the 95% quantile", "%", (row) => 100 * row.below95),
  ];
}

/** A plan of 2,000 items with two years of weeks, in one thread. */
function speed(network: Network | undefined, counts: CountNetwork): number {
  let state = 7;
  const random = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
  const skus = Array.from({ length: 2000 }, (_, i) => `A${i}`);
  const request: PlanRequest = {
    today: "2026-11-22",
    period: "week",
    items: skus.map((sku) => ({ sku, on_hand: 100, lead_time_days: 21, cost: 5 })),
    history: Object.fromEntries(
      skus.map((sku, i) => [
        sku,
        Array.from({ length: 104 }, (_, t) =>
          i % 3 === 0 && random() > 0.3 ? 0 : Math.round(50 + 20 * Math.sin((2 * Math.PI * t) / 52) + 20 * random()),
        ),
      ]),
    ),
    settings: { service_level: 0.95, review_days: 7, order_cost: 20, holding_rate: 0.2, overstock_days: 180 },
  };
  const start = process.cpuUsage();
  makePlan(request, {
    onFault: (error) => {
      throw error;
    },
    networks: { slow: counts, sequence: network },
  });
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** What the pretrained network is worth in the reorder plan, REORDER and LEAD_TIME_DEMAND, and what it costs. */
export async function run(): Promise<Figure[]> {
  const folder = dataFolder();
  const sets = SETS.map((name) => ({
    name,
    series: readSet(folder, name).filter(({ test }) => test.length >= Math.max(...SPANS) && !test.some(Number.isNaN)),
  })).filter(({ series }) => series.length > 0);
  if (sets.length === 0) throw new Error(`none of ${SETS.join(", ")} is in ${folder}: LOTWISE_DATA names the folder`);
  const [network, counts] = [await loadNetwork(), await loadCounts()];
  speed(undefined, counts);
  const [value, peer] = [speed(network, counts), speed(undefined, counts)];
  return [
    ...sets.flatMap(({ name, series }) => totals(name, series, network)),
    { name: "plan of 2,000 items by 104 weeks with the network", value, unit: "s CPU", peer, ratio: value / peer },
  ];
}
