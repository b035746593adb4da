import { execFileSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { loadNetwork } from "../../server/engines/network.ts";
import { dataFolder, readSet, type TestedSeries } from "../../server/training/pretrained/data.ts";
import { mase } from "../../server/training/pretrained/score.ts";
import { smape } from "../../server/training/pretrained/smape.ts";
import type { ForecastPath } from "../../shared/demand/models/path.ts";
import { pathOf } from "../../shared/demand/forecast/forecast.ts";
import { forecaster } from "../../shared/demand/forecast/forecaster.ts";
import { THOROUGH } from "../../shared/demand/forecast/profile.ts";
import { fillGaps } from "../../shared/demand/history/gaps.ts";
import { fitEts } from "../../shared/demand/models/ets/ets.ts";
import { fitTheta } from "../../shared/demand/models/theta.ts";
import type { Network } from "../../shared/demand/networks/sequence/network.ts";
import { calibratedPath } from "../../shared/demand/models/path.ts";
import { seasonallyAdjusted } from "../../shared/demand/models/transforms.ts";
import { startServer } from "../harness/server.ts";
import type { Figure } from "./main.ts";

type Method = (s: TestedSeries) => ForecastPath;

const best =
  (network: Network | undefined): Method =>
  (s) =>
    pathOf(forecaster({ networks: { sequence: network }, profile: THOROUGH })(s.train, s.season), s.test.length);

const ets: Method = (s) =>
  calibratedPath(fitEts({ values: fillGaps(s.train, s.season), season: s.season }), s.test.length, "ETS", s.season);

const theta: Method = (s) =>
  calibratedPath(
    seasonallyAdjusted(() => fitTheta)({ values: s.train, season: s.season }),
    s.test.length,
    "THETA",
    s.season,
  );

const positive = (values: readonly number[]): number[] => values.map((x) => Math.max(0, x));

const average = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

interface Row {
  readonly sMAPE: number;
  readonly MASE: number;
  readonly inside: readonly number[];
  readonly MSIS: number;
}

/** Mean scaled interval score at 95% and the shares inside the 80 and 95% intervals (Gneiting and Raftery, 2007; M4). */
function rowOf(s: TestedSeries, path: ForecastPath, lag: number): Row {
  const mean = positive(path.mean);
  const scale = mase(s.train, [1], [0], lag);
  const bounds = [0.8, 0.95].map((level) => [(1 - level) / 2, (1 + level) / 2].map((p) => positive(path.quantile(p))));
  const inside = bounds.map(([low, high]) => average(s.test.map((y, h) => (y >= low![h]! && y <= high![h]! ? 1 : 0))));
  const [low, high] = bounds[1]!;
  const missed = (y: number, h: number): number => Math.max(0, low![h]! - y) + Math.max(0, y - high![h]!);
  const MSIS = average(s.test.map((y, h) => high![h]! - low![h]! + 40 * missed(y, h))) * scale;
  return { sMAPE: smape(s.test, mean), MASE: mase(s.train, s.test, mean, lag), inside, MSIS };
}

function accuracy(set: string, series: readonly TestedSeries[], methods: Readonly<Record<string, Method>>): Figure[] {
  const groups = [...new Set(series.map((s) => s.frequency)), ""];
  const rows = Object.entries(methods).map(([name, method]) => ({
    name,
    of: series.map((s) => rowOf(s, method(s), set === "m4_weekly" ? 1 : s.season)),
  }));
  const peer = rows.find(({ name }) => name === "Theta")!;
  return rows
    .filter((row) => row !== peer)
    .flatMap(({ name, of }) =>
      groups
        .filter((group) => group === "" || groups.length > 2)
        .flatMap((group) => {
          const pick = (all: readonly Row[], value: (row: Row) => number): number =>
            average(
              all
                .filter((_, i) => group === "" || series[i]!.frequency === group)
                .map(value)
                .filter(Number.isFinite),
            );
          const title = `${name}, ${set} ${group || "all"}`;
          const against = (unit: string, value: (row: Row) => number): Figure => ({
            name: `${unit}, ${title}`,
            value: pick(of, value),
            unit,
            peer: pick(peer.of, value),
            ratio: pick(of, value) / pick(peer.of, value),
          });
          const share = (level: number): Figure => ({
            name: `inside the ${level ? 95 : 80}% interval, ${title}`,
            value: 100 * pick(of, (row) => row.inside[level]!),
            unit: "%",
          });
          const MSIS = { name: `MSIS 95%, ${title}`, value: pick(of, (row) => row.MSIS), unit: "MSIS" };
          return [against("sMAPE", (row) => row.sMAPE), against("MASE", (row) => row.MASE), share(0), share(1), MSIS];
        }),
    );
}

/** CPU of the whole process, threads included, a series of 1,000 months asked of the real server over HTTP. */
async function speed(monthly: readonly TestedSeries[]): Promise<Figure> {
  const server = await startServer();
  try {
    const calls = Array.from({ length: 1000 }, (_, i) => {
      const { train, test, season } = monthly[i % monthly.length]!;
      return { function: "FORECAST_BEST", args: [train.map((x) => [x]), test.length, season] };
    });
    await server.compute(calls.slice(0, 20));
    const start = process.cpuUsage();
    const answers = await server.compute(calls);
    const { user, system } = process.cpuUsage(start);
    if (answers.some((answer) => answer.error)) throw new Error("a series was not forecast");
    return {
      name: "FORECAST_BEST over HTTP, 1,000 monthly M3 series",
      value: (user + system) / 1e6,
      unit: "ms CPU/series",
      peer: 60,
    };
  } finally {
    await server.close();
  }
}

interface PeerAnswer {
  readonly seconds: number;
  readonly forecasts: readonly (readonly number[])[];
}

/** statsforecast in the same run: `LOTWISE_PYTHON` names a Python that has it. */
function againstStatsforecast(m3: readonly TestedSeries[], method: Method): Figure[] {
  const python = process.env["LOTWISE_PYTHON"];
  if (python === undefined) {
    console.error("statsforecast is not compared: LOTWISE_PYTHON names no Python that has it");
    return [];
  }
  const series = m3.filter((_, i) => i % 8 === 3);
  const script = path.join(path.dirname(fileURLToPath(import.meta.url)), "best", "peer.py");
  const input = JSON.stringify(
    series.map(({ train, season, test }) => ({ values: train, season, horizon: test.length })),
  );
  const peers = JSON.parse(execFileSync(python, [script], { input, encoding: "utf8", maxBuffer: 2 ** 28 })) as Record<
    string,
    PeerAnswer
  >;
  const start = process.cpuUsage();
  const own = series.map((s) => positive(method(s).mean));
  const { user, system } = process.cpuUsage(start);
  const milliseconds = (user + system) / 1000 / series.length;
  return Object.entries(peers).flatMap(([name, { seconds, forecasts }]) => {
    const pair = (unit: string, score: (s: TestedSeries, path: readonly number[]) => number): Figure => {
      const value = average(series.map((s, i) => score(s, own[i]!)));
      const peer = average(series.map((s, i) => score(s, forecasts[i]!)));
      return {
        name: `${unit} against statsforecast ${name}, ${series.length} M3 series`,
        value,
        unit,
        peer,
        ratio: value / peer,
      };
    };
    const peer = (1000 * seconds) / series.length;
    return [
      pair("sMAPE", (s, f) => smape(s.test, f)),
      pair("MASE", (s, f) => mase(s.train, s.test, f, s.season)),
      {
        name: `CPU against statsforecast ${name}`,
        value: milliseconds,
        unit: "ms CPU/series",
        peer,
        ratio: milliseconds / peer,
      },
    ];
  });
}

/**
 * FORECAST_BEST on the test parts of M3 and M4 weekly, beside Theta and ETS, with and without the network (whose weights
 * were trained on the train parts of these ids; server/weights/trial.card.json has scores on ids it never met).
 */
export async function run(): Promise<Figure[]> {
  const folder = dataFolder();
  const m3 = readSet(folder, "m3");
  if (m3.length === 0) throw new Error(`m3 is not in ${folder}: LOTWISE_DATA names the folder`);
  const network = await loadNetwork();
  const methods = { best: best(network), "best without network": best(undefined), ETS: ets, Theta: theta };
  const weekly = readSet(folder, "m4_weekly");
  return [
    ...accuracy("m3", m3, methods),
    ...(weekly.length > 0 ? accuracy("m4_weekly", weekly, methods) : []),
    await speed(m3.filter((s) => s.frequency === "monthly")),
    ...againstStatsforecast(m3, methods.best),
  ];
}
