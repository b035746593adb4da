import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { decodeCounts, encodeCounts, type StoredCountNetwork } from "../../../../shared/demand/networks/slow/codec.ts";
import type { CountNetwork } from "../../../../shared/demand/networks/slow/network.ts";
import { weights } from "../../../paths.ts";
import { dataFolder } from "../data.ts";
import { randomStream } from "../random.ts";
import { COUNT_SOURCES, countGroups } from "./examples.ts";
import { halfOf } from "./items.ts";
import { measureCounts, type MeasuredCounts } from "./measure.ts";
import { COUNT_DEFAULTS, trainCounts, type CountSettings } from "./train.ts";

const USAGE = `npm run train -- count [--data DIR] [--seed S] [--steps N] [--trial] [--score FILE] [--out FILE]

Trains the network for intermittent demand on the train parts of the series in DIR and writes its weights and its card.
  --data DIR    folder of CSV files, a row a series (default: $LOTWISE_DATA, else ../shared/data; its dev subfolder if any)
  --seed S      fixes the examples, the batches and the starting weights (default 1)
  --steps N     training steps (default ${COUNT_DEFAULTS.steps})
  --trial       train on either half of the ids and score the other; writes server/weights/counts-trial.card.json, no weights
  --score FILE  train nothing: score the weights in FILE
  --out FILE    where the weights go, the card beside them (default: server/weights/counts.json)`;

/** Name of the weights; another training of other weights takes another number. */
const VERSION = "counts@1";

function wholeOption(text: string | undefined, name: string, fallback: number, least: number): number {
  const value = text === undefined ? fallback : Number(text);
  if (!Number.isInteger(value) || value < least)
    throw new Error(`--${name}: must be a whole number from ${least} up; got ${text}`);
  return value;
}

function write(file: string, content: unknown): void {
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
  console.log(`wrote ${file}`);
}

/** Trains on all ids, or on all but one half of them. */
async function trained(
  folder: string,
  without: number | undefined,
  settings: CountSettings,
): Promise<{ network: CountNetwork; data: readonly object[] }> {
  const begun = performance.now();
  const seconds = (): number => Math.round((performance.now() - begun) / 1000);
  const groups = countGroups(folder, without, randomStream(settings.seed));
  const data = groups.map(({ set, share, series, examples }) => ({ set, series, examples: examples.length, share }));
  console.log(`${seconds()} s: examples of ${data.map(({ set, examples }) => `${set} ${examples}`).join(", ")}`);
  const network = await trainCounts(groups, settings, VERSION, (step, loss) => {
    if (step % 100 === 0) console.log(`step ${step} loss ${loss.toFixed(4)} ${seconds()} s`);
  });
  return { network, data };
}

function report(scores: readonly MeasuredCounts[]): readonly MeasuredCounts[] {
  for (const score of scores) console.log(JSON.stringify(score));
  return scores;
}

/** Scores every id with the network that was trained on the other half. */
async function trial(folder: string, settings: CountSettings, script: string): Promise<void> {
  const halves = [await trained(folder, 0, settings), await trained(folder, 1, settings)];
  const scores = report(measureCounts(folder, ({ set, id }) => halves[halfOf(set, id)]!.network));
  write(path.join(weights, "counts-trial.card.json"), {
    version: VERSION,
    script: `${script} --trial`,
    data: halves.map(({ data }) => data),
    trainedOn: "train parts of either half of the ids",
    scoredOn: "test parts of the other half",
    settings,
    scores,
  });
}

export async function mainCounts(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: "string" },
      seed: { type: "string" },
      steps: { type: "string" },
      trial: { type: "boolean" },
      score: { type: "string" },
      out: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help) return console.log(USAGE);
  const folder = dataFolder(values.data);
  if (!COUNT_SOURCES.some(({ set }) => [".csv", ".csv.gz"].some((end) => existsSync(path.join(folder, set + end))))) {
    console.error(`No training data in ${folder}: name a folder with --data or LOTWISE_DATA.`);
    console.error(`It must hold some of ${COUNT_SOURCES.map(({ set }) => `${set}.csv`).join(", ")} (or .csv.gz).`);
    process.exitCode = 1;
    return;
  }
  if (values.score !== undefined) {
    const network = decodeCounts(JSON.parse(readFileSync(values.score, "utf8")) as StoredCountNetwork);
    report(measureCounts(folder, () => network));
    return;
  }
  const seed = wholeOption(values.seed, "seed", 1, 0);
  const steps = wholeOption(values.steps, "steps", COUNT_DEFAULTS.steps, 1);
  const settings = { ...COUNT_DEFAULTS, steps, seed };
  const script = `npm run train -- count --seed ${seed} --steps ${steps}`;
  if (values.trial) return trial(folder, settings, script);
  const { network, data } = await trained(folder, undefined, settings);
  const base = values.out?.replace(/\.json$/, "") ?? path.join(weights, "counts");
  write(`${base}.json`, encodeCounts(network));
  write(`${base}.card.json`, {
    version: VERSION,
    script,
    data,
    trainedOn: "train parts of all ids",
    scoredOn: "test parts of the same ids",
    settings,
    scores: report(measureCounts(folder, () => network)),
  });
}
