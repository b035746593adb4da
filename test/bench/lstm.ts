import { readFileSync } from "node:fs";
import path from "node:path";
import { loadNetwork } from "../../server/engines/network.ts";
import { weights } from "../../server/paths.ts";
import { dataFolder, readSet } from "../../server/training/pretrained/data.ts";
import { measure, type Measured } from "../../server/training/pretrained/measure.ts";
import { startServer } from "../harness/server.ts";
import type { Figure } from "./main.ts";

const compared = (name: string, unit: string, value: number, peer: number): Figure => ({
  name,
  unit,
  value,
  peer,
  ratio: value / peer,
});

/** A thousand made histories of 100 months. */
const HISTORIES = Array.from({ length: 1000 }, (_, k) =>
  Array.from({ length: 100 }, (_, t) => 100 + t + 20 * Math.sin((t * Math.PI) / 6) + ((t * (k + 7)) % 11)),
);

/** Seconds in which the real server, on two threads, answers them in one request; its threads know the weights already. */
async function overHttp(): Promise<Figure> {
  const server = await startServer();
  try {
    const calls = HISTORIES.map((history) => ({ function: "FORECAST_LSTM", args: [history.map((x) => [x]), 12, 12] }));
    await server.compute(calls.slice(0, 100));
    const begun = performance.now();
    const answers = await server.compute(calls);
    const value = (performance.now() - begun) / 1000;
    if (answers.some((answer) => answer.error)) throw new Error("a series was not forecast");
    return { name: "lstm: 1,000 series of 100 months, 12 ahead, through /v1/compute", unit: "s", value };
  } finally {
    await server.close();
  }
}

/** Network and FORECAST_BEST against Theta and the naive forecast. */
function figuresOf(scores: readonly Measured[], where: string): Figure[] {
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
      if (!own || !peer) return [];
      const inside = [own.coverage80!, own.coverage95!].map((value, i) => ({
        name: `lstm: ${method}, inside the ${i === 0 ? 80 : 95}% interval on ${set}, ${where}`,
        unit: "%",
        value,
      }));
      const name = `lstm: ${method}, ${unit} on ${set} against ${against}, ${where}`;
      return [compared(name, unit, own[unit], peer[unit]), ...(unit === "MASE" ? inside : [])];
    }),
  );
}

/** What networks trained on either half of the ids do on the other half, and in either direction, from the trial's card. */
function heldOut(): Figure[] {
  const card = JSON.parse(readFileSync(path.join(weights, "trial.card.json"), "utf8")) as {
    readonly scores: readonly Measured[];
    readonly halves: readonly (readonly Measured[])[];
  };
  return [
    ...figuresOf(card.scores, "ids it never saw"),
    ...card.halves.flatMap((scores, half) => figuresOf(scores, `ids it never saw, half ${half}`)),
  ];
}

/**
 * From server/weights/trial.card.json what the network does on ids it never met; the shipped one on the test parts of all
 * ids, whose train parts it has seen; and its speed.
 */
export async function run(): Promise<Figure[]> {
  const folder = dataFolder();
  if (readSet(folder, "m3").length === 0)
    console.error(`m3 is not in ${folder}: the shipped network is not scored (LOTWISE_DATA names the folder)`);
  const network = await loadNetwork();
  const shipped = measure(
    folder,
    () => network,
    () => true,
  );
  return [...heldOut(), ...figuresOf(shipped, "all ids, shipped weights"), await overHttp()];
}
