import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { decodeNetwork, encodeNetwork, type StoredNetwork } from "../../shared/demand/network/codec.ts";
import { probeTensorflow } from "../engines/tensorflow.ts";
import { models } from "../paths.ts";
import { mainCounts } from "./count/main.ts";
import { dataFolder } from "./data.ts";
import { measure } from "./measure.ts";
import { measureDrivers } from "./measure-drivers.ts";
import { drivenGroups, drivenPool } from "./driver-examples.ts";
import { examplePool } from "./examples.ts";
import { learnDrivers } from "./learn-drivers.ts";
import { randomStream } from "./random.ts";
import { SOURCES, trainingGroups } from "./series.ts";
import { DEFAULTS, trainNetwork } from "./train.ts";

const USAGE = `npm run train -- [--data DIR] [--minutes N] [--seed S] [--steps N] [--trial] [--out FILE]

Trains the forecasting network on the train parts of the series in DIR and writes its weights and its card. For the
network of intermittent demand see npm run train -- count --help. What drivers (promotion, price, holiday) are worth is
learnt last, from the sets that have some; forecasts without drivers stay as they are.
  --data DIR    folder of CSV files, a row a series (default: $LOTWISE_DATA, else ../shared/data; its dev subfolder if any)
  --minutes N   take no more steps than about N minutes allow; the weights then depend on this machine's speed
  --steps N     training steps (default ${DEFAULTS.steps})
  --seed S      fixes the examples, the batches and the starting weights (default 1)
  --threads N   worker threads (default: one a processor); the weights do not depend on it
  --units N     units of the recurrent layer (default ${DEFAULTS.units})
  --trial       train on half of the ids and score the other half; writes server/models/trial.card.json, no weights
  --score FILE  train nothing: score the weights in FILE anew (with --trial on the held-out half) and say so on its card
  --out FILE    where the weights go, the card beside them (default: server/models/forecast.json)`;

/** Name of the weights; another training of other weights takes another number. */
const VERSION = "forecast@2";

/** Examples the batches are drawn from. */
const POOL = 80_000;
/** Examples with drivers: fitting their effects takes milliseconds each. */
const DRIVEN_POOL = 10_000;

function numberOption(text: string | undefined, name: string, fallback: number): number {
  const value = text === undefined ? fallback : Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new Error(`--${name}: must be a number greater than 0; got ${text}`);
  return value;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: "string" },
      minutes: { type: "string" },
      steps: { type: "string" },
      seed: { type: "string" },
      units: { type: "string" },
      threads: { type: "string" },
      score: { type: "string" },
      trial: { type: "boolean" },
      out: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help) return console.log(USAGE);
  const folder = dataFolder(values.data);
  const trial = values.trial ?? false;
  const groups = existsSync(folder) ? trainingGroups(folder, !trial) : [];
  if (groups.length === 0) {
    console.error(`No training data in ${folder}: name a folder with --data or LOTWISE_DATA.`);
    console.error(`It must hold some of ${SOURCES.map(({ set }) => `${set}.csv`).join(", ")} (or .csv.gz).`);
    process.exitCode = 1;
    return;
  }
  if (values.score !== undefined) return await scoreAnew(values.score, folder, trial);
  const seed = numberOption(values.seed, "seed", 1);
  const minutes = values.minutes === undefined ? Infinity : numberOption(values.minutes, "minutes", 1);
  const threads = values.threads === undefined ? undefined : Math.ceil(numberOption(values.threads, "threads", 1));
  const settings = {
    ...DEFAULTS,
    steps: numberOption(values.steps, "steps", DEFAULTS.steps),
    units: numberOption(values.units, "units", DEFAULTS.units),
    seed,
  };
  const backend = await probeTensorflow();
  console.log(`TensorFlow ${backend}; ${groups.map(({ name, series }) => `${name} ${series.length}`).join(", ")}`);
  const started = performance.now();
  const pool = examplePool(groups, POOL, randomStream(seed));
  console.log(`${pool.length} examples in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  const begun = performance.now();
  const progress = (step: number, loss: number): void => {
    if (step % 50 === 0)
      console.log(`step ${step} loss ${loss.toFixed(4)} ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  };
  const run = { report: progress, backend, ...(threads !== undefined && { threads }) };
  const plain = await trainNetwork(pool, settings, VERSION, { ...run, milliseconds: minutes * 60_000 });
  const driven = drivenGroups(folder, !trial);
  const network =
    driven.length === 0
      ? plain
      : await learnDrivers(plain, drivenPool(driven, DRIVEN_POOL, randomStream(seed)), seed, run);
  const seconds = Math.round((performance.now() - begun) / 1000);
  const scores = measure(folder, network, trial);
  const drivers = await measureDrivers(folder, network, trial);
  for (const score of [...scores, ...drivers]) console.log(JSON.stringify(score));
  // A trial leaves its card, which holds the honest scores; its weights, made from half of the ids, only where asked.
  const base = values.out?.replace(/\.json$/, "") ?? path.join(models, trial ? "trial" : "forecast");
  if (!trial || values.out !== undefined) write(`${base}.json`, encodeNetwork(network));
  write(`${base}.card.json`, {
    version: VERSION,
    script: `npm run train -- --seed ${seed} --steps ${settings.steps}${values.minutes ? ` --minutes ${minutes}` : ""}${trial ? " --trial" : ""}`,
    data: groups.map(({ name, series, share }) => ({ set: name, series: series.length, share })),
    driven: driven.map(({ name, series, share }) => ({ set: name, series: series.length, share })),
    trainedOn: `train parts of ${trial ? "half of the" : "all"} ids`,
    scoredOn: `test parts of ${trial ? "the other half of" : "the same"} ids`,
    settings: { ...settings, pool: POOL },
    backend,
    seconds,
    scores,
    drivers,
  });
}

/** Scores stored weights as inference stands today. */
async function scoreAnew(file: string, folder: string, trial: boolean): Promise<void> {
  const network = decodeNetwork(JSON.parse(readFileSync(file, "utf8")) as StoredNetwork);
  const scores = measure(folder, network, trial);
  const drivers = await measureDrivers(folder, network, trial);
  for (const score of [...scores, ...drivers]) console.log(JSON.stringify(score));
  const card = file.replace(/\.json$/, ".card.json");
  if (existsSync(card)) write(card, { ...(JSON.parse(readFileSync(card, "utf8")) as object), scores, drivers });
}

function write(file: string, content: unknown): void {
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
  console.log(`wrote ${file}`);
}

const [first, ...rest] = process.argv.slice(2);
await (first === "count" ? mainCounts(rest) : main());
