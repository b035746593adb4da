import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { decodeNetwork, encodeNetwork, type StoredNetwork } from "../../../shared/demand/networks/sequence/codec.ts";
import type { Network } from "../../../shared/demand/networks/sequence/network.ts";
import { probeTensorflow, type Backend } from "../../engines/tensorflow.ts";
import { weights } from "../../paths.ts";
import { mainCounts } from "./count/main.ts";
import { mainTrees } from "./trees/main.ts";
import { dataFolder, type TestedSeries } from "./data.ts";
import { measure, type Measured } from "./measure.ts";
import { measureDrivers, type MeasuredDrivers } from "./measure-drivers.ts";
import { drivenGroups, drivenPool } from "./driver-examples.ts";
import { learnDrivers } from "./learn-drivers.ts";
import { MEMBERS, POOL, pretrain } from "./pretrain.ts";
import { randomStream } from "./random.ts";
import { halfOf, SOURCES, trainingGroups } from "./series.ts";
import { DEFAULTS, type TrainingSettings } from "./train.ts";

const USAGE = `npm run train -- [--data DIR] [--minutes N] [--seed S] [--steps N] [--trial] [--out FILE]

Trains the forecasting network, whose ${MEMBERS} members answer together, on the train parts of the series in DIR and writes its
weights and its card. For the network of intermittent demand see npm run train -- count --help, for the
trees that know other shops' items npm run train -- trees --help. What drivers (promotion,
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

const OPTIONS = {
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
} as const;

type Options = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>["values"];

/** How the network is trained. */
interface Training {
  readonly folder: string;
  readonly settings: TrainingSettings;
  readonly minutes: number;
  readonly threads: number | undefined;
  readonly backend: Backend;
  /** Seconds since the beginning. */
  seconds(): number;
  say(text: string): void;
}

async function trainingOf(options: Options, folder: string): Promise<Training> {
  const settings = {
    ...DEFAULTS,
    steps: numberOption(options.steps, "steps", DEFAULTS.steps),
    units: numberOption(options.units, "units", DEFAULTS.units),
    seed: numberOption(options.seed, "seed", 1),
  };
  const minutes = options.minutes === undefined ? Infinity : numberOption(options.minutes, "minutes", 1);
  const threads = options.threads === undefined ? undefined : Math.ceil(numberOption(options.threads, "threads", 1));
  const backend = await probeTensorflow();
  const begun = performance.now();
  const seconds = (): number => Math.round((performance.now() - begun) / 1000);
  const say = (text: string): void => console.log(`${seconds()} s: ${text}`);
  say(`TensorFlow ${backend}`);
  return { folder, settings, minutes, threads, backend, seconds, say };
}

interface Trained {
  readonly network: Network;
  /** What it was trained on. */
  readonly data: object;
}

/** Trains on all ids, or on those of one half: `without` names the other. */
async function trainOn(
  { folder, settings, minutes, threads, backend, say }: Training,
  without?: number,
): Promise<Trained> {
  const groups = trainingGroups(folder, without);
  say(sizes(groups));
  const run = { backend, threads, milliseconds: minutes * 60_000, say };
  const plain = await pretrain(groups, settings, VERSION, run);
  const groupsDriven = drivenGroups(folder, without);
  say(`drivers: ${sizes(groupsDriven)}`);
  const pool = drivenPool(groupsDriven, DRIVEN_POOL, randomStream(settings.seed));
  const stage = { backend, ...(threads !== undefined && { threads }) };
  const network = pool.length === 0 ? plain : await learnDrivers(plain, pool, settings.seed, stage);
  say("trained");
  return { network, data: { data: groups.map(listed), driven: groupsDriven.map(listed) } };
}

/** What every card begins with; `script` makes the same weights again. */
const cardOf = ({ settings, backend }: Training, { minutes, trial }: Options): object => ({
  version: VERSION,
  script: [
    `npm run train -- --seed ${settings.seed} --steps ${settings.steps}`,
    ...(minutes ? [`--minutes ${Number(minutes)}`] : []),
    ...(trial ? ["--trial"] : []),
  ].join(" "),
  settings: { ...settings, pool: POOL, members: MEMBERS },
  backend,
});

/** Trains on either half of the ids and scores the other. */
async function trial(training: Training, options: Options, base: string): Promise<void> {
  const { folder, seconds } = training;
  const halves = [await trainOn(training, 0), await trainOn(training, 1)];
  const took = seconds();
  const networkOf = (s: Pick<TestedSeries, "set" | "id">): Network => halves[halfOf(s)]!.network;
  // The card holds the honest scores; the weights, made from half of the ids, are kept only where asked for.
  if (options.out !== undefined)
    halves.forEach(({ network }, half) => write(`${base}-${half}.json`, encodeNetwork(network)));
  write(`${base}.card.json`, {
    ...cardOf(training, options),
    data: halves.map(({ data }) => data),
    trainedOn: "train parts of either half of the ids",
    scoredOn: "test parts of the other half",
    chosen: "the views, the number of members and the shares of statistics were chosen by scores of such halves",
    seconds: took,
    scores: report(measure(folder, networkOf, () => true)),
    halves: halves.map((_, half) => report(measure(folder, networkOf, (s) => halfOf(s) === half))),
    drivers: report(await measureDrivers(folder, networkOf)),
  });
}

/** Trains on all ids, for the weights that ship. */
async function forAll(training: Training, options: Options, base: string): Promise<void> {
  const { network, data } = await trainOn(training);
  const took = training.seconds();
  write(`${base}.json`, encodeNetwork(network));
  write(`${base}.card.json`, {
    ...cardOf(training, options),
    ...data,
    trainedOn: "train parts of all ids",
    scoredOn: "test parts of the same ids",
    seconds: took,
    ...(await scoresOf(network, training.folder)),
  });
}

async function main(): Promise<void> {
  const { values: options } = parseArgs({ options: OPTIONS });
  if (options.help) return console.log(USAGE);
  const folder = dataFolder(options.data);
  if (!existsSync(folder) || trainingGroups(folder).length === 0) {
    console.error(`No training data in ${folder}: name a folder with --data or LOTWISE_DATA.`);
    console.error(`It must hold some of ${SOURCES.map(({ set }) => `${set}.csv`).join(", ")} (or .csv.gz).`);
    process.exitCode = 1;
    return;
  }
  if (options.score !== undefined) return await scoreAnew(options.score, folder);
  const base = options.out?.replace(/\.json$/, "") ?? path.join(weights, options.trial ? "trial" : "forecast");
  const training = await trainingOf(options, folder);
  await (options.trial ? trial : forAll)(training, options, base);
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
if (first === "count") await mainCounts(rest);
else if (first === "trees") mainTrees(rest);
else await main();
