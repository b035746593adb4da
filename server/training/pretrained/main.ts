import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { decodeNetwork, encodeNetwork, type StoredNetwork } from "../../../shared/demand/networks/sequence/codec.ts";
import type { Network } from "../../../shared/demand/networks/sequence/network.ts";
import { probeTensorflow } from "../../engines/tensorflow.ts";
import { weights } from "../../paths.ts";
import { mainCounts } from "./count/main.ts";
import { dataFolder, type TestedSeries } from "./data.ts";
import { measure, type Measured } from "./measure.ts";
import { measureDrivers, type MeasuredDrivers } from "./measure-drivers.ts";
import { drivenGroups, drivenPool } from "./driver-examples.ts";
import { learnDrivers } from "./learn-drivers.ts";
import { MEMBERS, POOL, pretrain } from "./pretrain.ts";
import { randomStream } from "./random.ts";
import { halfOf, SOURCES, trainingGroups } from "./series.ts";
import { DEFAULTS } from "./train.ts";

const USAGE = `npm run train -- [--data DIR] [--minutes N] [--seed S] [--steps N] [--trial] [--out FILE]

Trains the forecasting network, whose ${MEMBERS} members answer together, on the train parts of the series in DIR and writes its
weights and its card. For the network of intermittent demand see npm run train -- count --help. What drivers (promotion,
price, holiday) are worth is learnt last, from the sets that have some; forecasts without drivers stay as they are.
  --data DIR    folder of CSV files, a row a series (default: $LOTWISE_DATA, else ../shared/data; its dev subfolder if any)
  --minutes N   take no more steps than about N minutes allow, before those that learn of drivers; the weights then depend
                on this machine's speed
  --steps N     training steps (default ${DEFAULTS.steps})
  --seed S      fixes the examples, the batches and the starting weights (default 1)
  --threads N   worker threads (default: one a processor); the weights do not depend on it
  --units N     units of the recurrent layer (default ${DEFAULTS.units})
  --trial       train on either half of the ids and score the other; writes server/weights/trial.card.json, no weights
  --score FILE  train nothing: score the weights in FILE anew and say so on its card
  --out FILE    where the weights go, the card beside them (default: server/weights/forecast.json)`;

/** Name of the weights; another training of other weights takes another number. */
const VERSION = "forecast@3";

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
  if (!existsSync(folder) || trainingGroups(folder).length === 0) {
    console.error(`No training data in ${folder}: name a folder with --data or LOTWISE_DATA.`);
    console.error(`It must hold some of ${SOURCES.map(({ set }) => `${set}.csv`).join(", ")} (or .csv.gz).`);
    process.exitCode = 1;
    return;
  }
  if (values.score !== undefined) return await scoreAnew(values.score, folder);
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
  const trial = values.trial ?? false;
  const begun = performance.now();
  const seconds = (): number => Math.round((performance.now() - begun) / 1000);
  const say = (text: string): void => console.log(`${seconds()} s: ${text}`);
  say(`TensorFlow ${backend}`);
  const trained = async (without?: number): Promise<Trained> => {
    const groups = trainingGroups(folder, without);
    say(sizes(groups));
    const run = { backend, threads, milliseconds: minutes * 60_000, say };
    const plain = await pretrain(groups, settings, VERSION, run);
    const groupsDriven = drivenGroups(folder, without);
    say(`drivers: ${sizes(groupsDriven)}`);
    const pool = drivenPool(groupsDriven, DRIVEN_POOL, randomStream(seed));
    const stage = { backend, ...(threads !== undefined && { threads }) };
    const network = pool.length === 0 ? plain : await learnDrivers(plain, pool, seed, stage);
    say("trained");
    return { network, data: { data: groups.map(listed), driven: groupsDriven.map(listed) } };
  };
  const card = {
    version: VERSION,
    script: `npm run train -- --seed ${seed} --steps ${settings.steps}${values.minutes ? ` --minutes ${minutes}` : ""}${trial ? " --trial" : ""}`,
    settings: { ...settings, pool: POOL, members: MEMBERS },
    backend,
  };
  const base = values.out?.replace(/\.json$/, "") ?? path.join(weights, trial ? "trial" : "forecast");
  if (trial) {
    const halves = [await trained(0), await trained(1)];
    const took = seconds();
    const networkOf = (s: Pick<TestedSeries, "set" | "id">): Network => halves[halfOf(s)]!.network;
    // The card holds the honest scores; the weights, made from half of the ids, are kept only where asked for.
    if (values.out !== undefined)
      halves.forEach(({ network }, half) => write(`${base}-${half}.json`, encodeNetwork(network)));
    write(`${base}.card.json`, {
      ...card,
      data: halves.map(({ data }) => data),
      trainedOn: "train parts of either half of the ids",
      scoredOn: "test parts of the other half",
      chosen: "the views, the number of members and the shares of statistics were chosen by scores of such halves",
      seconds: took,
      scores: report(measure(folder, networkOf, () => true)),
      halves: halves.map((_, half) => report(measure(folder, networkOf, (s) => halfOf(s) === half))),
      drivers: report(await measureDrivers(folder, networkOf)),
    });
    return;
  }
  const { network, data } = await trained();
  const took = seconds();
  write(`${base}.json`, encodeNetwork(network));
  write(`${base}.card.json`, {
    ...card,
    ...data,
    trainedOn: "train parts of all ids",
    scoredOn: "test parts of the same ids",
    seconds: took,
    ...(await scoresOf(network, folder)),
  });
}

interface Trained {
  readonly network: Network;
  /** What it was trained on. */
  readonly data: object;
}

type Named = { readonly name: string; readonly share: number; readonly series: readonly unknown[] };

const sizes = (groups: readonly Named[]): string =>
  groups.map(({ name, series }) => `${name} ${series.length}`).join(", ");
const listed = ({ name, share, series }: Named): object => ({ set: name, series: series.length, share });

function report<Score extends Measured | MeasuredDrivers>(scores: readonly Score[]): readonly Score[] {
  for (const score of scores) console.log(JSON.stringify(score));
  return scores;
}

/** Scores on the test parts of all ids. */
async function scoresOf(network: Network, folder: string): Promise<object> {
  const same = (): Network => network;
  return {
    scores: report(measure(folder, same, () => true)),
    drivers: report(await measureDrivers(folder, same)),
  };
}

/** Scores stored weights as inference stands today. */
async function scoreAnew(file: string, folder: string): Promise<void> {
  const network = decodeNetwork(JSON.parse(readFileSync(file, "utf8")) as StoredNetwork);
  const scores = await scoresOf(network, folder);
  const card = file.replace(/\.json$/, ".card.json");
  if (existsSync(card)) write(card, { ...(JSON.parse(readFileSync(card, "utf8")) as object), ...scores });
}

function write(file: string, content: unknown): void {
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
  console.log(`wrote ${file}`);
}

const [first, ...rest] = process.argv.slice(2);
await (first === "count" ? mainCounts(rest) : main());
