import { readFileSync } from "node:fs";
import path from "node:path";
import { loadNetwork } from "../../server/engines/network.ts";
import { models } from "../../server/paths.ts";
import { dataFolder, readSet, type TestedSeries } from "../../server/train/data.ts";
import type { Measured } from "../../server/train/measure.ts";
import { mase, smape } from "../../server/train/score.ts";
import { forecastNetwork, seasonalNaive } from "../../shared/demand/network/forecast.ts";
import { fitTheta } from "../../shared/demand/models/theta.ts";
import { seasonallyAdjusted } from "../../shared/demand/transforms.ts";

interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly peer?: number;
  readonly ratio?: number;
}

type Method = (s: TestedSeries) => readonly number[];

const compared = (name: string, unit: string, value: number, peer: number): Figure => ({
  name,
  unit,
  value,
  peer,
  ratio: value / peer,
});

const meanOver = (series: readonly TestedSeries[], score: (s: TestedSeries) => number): number =>
  series.reduce((sum, s) => sum + score(s), 0) / series.length;

/** Milliseconds a series of 100 months, 12 ahead, with an interval. */
function speed(forecast: (history: readonly number[]) => unknown): number {
  const histories = Array.from({ length: 200 }, (_, k) =>
    Array.from({ length: 100 }, (_, t) => 100 + t + 20 * Math.sin((t * Math.PI) / 6) + ((t * (k + 7)) % 11)),
  );
  histories.forEach(forecast);
  const begun = performance.now();
  histories.forEach(forecast);
  return (performance.now() - begun) / histories.length;
}

/** What networks trained on either half of the ids do on the other half, and in either direction, from the trial's card. */
function heldOut(): Figure[] {
  const card = JSON.parse(readFileSync(path.join(models, "trial.card.json"), "utf8")) as {
    readonly scores: readonly Measured[];
    readonly halves: readonly (readonly Measured[])[];
  };
  const figures = (scores: readonly Measured[], where: string): Figure[] => {
    const last = (set: string, method: string): Measured | undefined =>
      scores.findLast((score) => score.set === set && score.method === method);
    return (["network", "FORECAST_BEST"] as const).flatMap((method) =>
      (
        [
          ["m3", "sMAPE", "Theta"],
          ["m3", "MASE", "Theta"],
          ["m4_weekly", "MASE", "seasonal naive"],
        ] as const
      ).flatMap(([set, unit, against]) => {
        const [own, peer] = [last(set, method), last(set, against)];
        return own && peer
          ? [compared(`lstm: ${method}, ${unit} on ${set} against ${against}, ${where}`, unit, own[unit], peer[unit])]
          : [];
      }),
    );
  };
  return [
    ...figures(card.scores, "ids it never saw"),
    ...card.halves.flatMap((scores, half) => figures(scores, `ids it never saw, half ${half}`)),
  ];
}

/**
 * The shipped network on the test parts of M3 and M4 weekly (dev ids, whose train parts it was trained on) against the
 * seasonal naive forecast and Theta, and its speed; and from server/models/trial.card.json what it does on ids it never
 * met.
 */
export async function run(): Promise<Figure[]> {
  const network = await loadNetwork();
  const figures: Figure[] = [
    ...heldOut(),
    {
      name: "lstm: ms a series of 100, 12 ahead",
      unit: "ms",
      value: speed((history) => forecastNetwork(network, history, 12, 12)),
    },
  ];
  const folder = dataFolder();
  const theta = seasonallyAdjusted(() => fitTheta);
  for (const [set, scale] of [
    ["m3", 0],
    ["m4_weekly", 1],
  ] as const) {
    const series = readSet(folder, set);
    if (series.length === 0)
      console.error(`${set} is not in ${folder}: its figures are left out (LOTWISE_DATA names the folder)`);
    else {
      const methods: Record<string, Method> = {
        network: (s) => forecastNetwork(network, s.train, s.season, s.test.length).mean,
        "seasonal naive": (s) => seasonalNaive(s.train, scale || s.season, s.test.length).mean,
        Theta: (s) => theta({ values: s.train, season: s.season }).predict(s.test.length),
      };
      const scores = Object.values(methods).map((method) => {
        const paths = new Map(series.map((s) => [s, method(s)]));
        return {
          sMAPE: meanOver(series, (s) => smape(s.test, paths.get(s)!)),
          MASE: meanOver(series, (s) => mase(s.train, s.test, paths.get(s)!, scale || s.season)),
        };
      });
      const [own, ...peers] = scores;
      peers.forEach((peer, k) => {
        const against = Object.keys(methods)[k + 1]!;
        figures.push(compared(`lstm: sMAPE on ${set} against ${against}`, "%", own!.sMAPE, peer.sMAPE));
        figures.push(compared(`lstm: MASE on ${set} against ${against}`, "", own!.MASE, peer.MASE));
      });
    }
  }
  return figures;
}
