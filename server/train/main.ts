import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { encodeNetwork } from "../../shared/demand/network/codec.ts";
import { models } from "../paths.ts";
import { useWasm } from "./backend.ts";
import { dataFolder } from "./data.ts";
import { measure } from "./measure.ts";
import { examplePool } from "./examples.ts";
import { randomStream } from "./random.ts";
import { SOURCES, trainingGroups } from "./series.ts";
import { DEFAULTS, trainNetwork } from "./train.ts";

const USAGE = `npm run train -- [--data DIR] [--minutes N] [--seed S] [--steps N] [--trial] [--out FILE]

Trains the forecasting network on the train parts of the series in DIR and writes its weights and its card.
  --data DIR    folder of CSV files, a row a series (default: $LOTWISE_DATA, else ../shared/data; its dev subfolder if any)
  --minutes N   stop drawing steps so as to end in about N minutes (the steps taken are then fixed by this machine's speed)
  --steps N     training steps (default ${DEFAULTS.steps})
  --seed S      fixes the examples, the batches and the starting weights (default 1)
  --trial       train on half of the ids and print the scores of the other half; writes nothing without --out
  --out FILE    where the weights go (default: server/models/forecast.json)`;

/** Examples the batches are drawn from. */
const POOL = 80_000;

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
  const seed = numberOption(values.seed, "seed", 1);
  const minutes = values.minutes === undefined ? Infinity : numberOption(values.minutes, "minutes", 1);
  const settings = {
    ...DEFAULTS,
    steps: numberOption(values.steps, "steps", DEFAULTS.steps),
    units: numberOption(values.units, "units", DEFAULTS.units),
    seed,
  };
  const backend = await useWasm();
  console.log(`backend ${backend}; ${groups.map(({ name, series }) => `${name} ${series.length}`).join(", ")}`);
  const started = performance.now();
  const pool = examplePool(groups, POOL, randomStream(seed));
  console.log(`${pool.length} examples in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  const version = `forecast@1`;
  const begun = performance.now();
  const network = trainNetwork(pool, settings, version, (step, loss) => {
    if (step % 50 === 0) console.log(`step ${step} loss ${loss.toFixed(4)} ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  }, minutes * 60_000);
  const seconds = Math.round((performance.now() - begun) / 1000);
  const scores = measure(folder, network, trial);
  for (const score of scores) console.log(JSON.stringify(score));
  if (trial && values.out === undefined) return;
  const file = path.resolve(values.out ?? path.join(models, "forecast.json"));
  writeFileSync(file, `${JSON.stringify(encodeNetwork(network), null, 1)}\n`);
  const card = {
    version,
    script: `npm run train -- --seed ${seed} --steps ${settings.steps}${trial ? " --trial" : ""}`,
    data: groups.map(({ name, series, share }) => ({ set: name, series: series.length, share })),
    ids: trial ? "half" : "all",
    settings,
    backend,
    seconds,
    scores,
  };
  writeFileSync(file.replace(/\.json$/, ".card.json"), `${JSON.stringify(card, null, 2)}\n`);
  console.log(`wrote ${file}`);
}

await main();
