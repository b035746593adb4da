import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { weights } from "../../../paths.ts";
import { dataFolder } from "../data.ts";
import { treeExamples, type TreeExample } from "./examples.ts";
import { scoreTrees, type TreeScore } from "./score.ts";
import { treeSeries } from "./series.ts";
import { MEDIAN, trainTrees } from "./train.ts";

const USAGE = `npm run train -- trees [--data DIR] [--seed S] [--out FILE]

Trains the trees that know other shops' items on the series in DIR, all but their last periods, and writes them and their
card; the card scores each family of shops by trees that the other families taught, and by trees of the other half of ids.
  --data DIR    folder of CSV files (default: $LOTWISE_DATA, else ../shared/data; its dev subfolder if any)
  --seed S      fixes the examples (default 1)
  --out FILE    where they go, the card beside them (default: server/weights/trees.json)`;

/** Name of the trees; another training takes another number. */
const VERSION = "trees@1";

/** Scores each family, or either half of the ids, by trees that have not seen it. */
function heldOut(examples: readonly TreeExample[], groupOf: (example: TreeExample) => string | number): TreeScore[] {
  return [...new Set(examples.map(groupOf))].map((group) => {
    const taught = trainTrees(
      examples.filter((one) => groupOf(one) !== group),
      VERSION,
    );
    return {
      group: String(group),
      ...scoreTrees(
        taught,
        examples.filter((one) => groupOf(one) === group),
      ),
    };
  });
}

export function mainTrees(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: "string" },
      seed: { type: "string" },
      out: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help) return console.log(USAGE);
  const folder = dataFolder(values.data);
  const series = existsSync(folder) ? treeSeries(folder) : [];
  if (series.length === 0) {
    console.error(`No training data in ${folder}: name a folder with --data or LOTWISE_DATA.`);
    process.exitCode = 1;
    return;
  }
  const seed = Number(values.seed ?? 1);
  if (!Number.isInteger(seed) || seed < 0) throw new Error(`--seed: must be a whole number; got ${values.seed}`);
  const examples = treeExamples(series, seed);
  const sets = [...new Set(series.map(({ set }) => set))];
  const data = sets.map((set) => ({ set, series: series.filter((one) => one.set === set).length }));
  console.log(`${examples.length} examples of ${data.map((one) => `${one.set} ${one.series}`).join(", ")}`);
  const base = values.out?.replace(/\.json$/, "") ?? path.join(weights, "trees");
  const write = (file: string, text: string): void => {
    writeFileSync(file, `${text}\n`);
    console.log(`wrote ${file}`);
  };
  write(`${base}.json`, JSON.stringify(trainTrees(examples, VERSION)));
  const scores = {
    byOtherFamilies: heldOut(examples, ({ family }) => family),
    byOtherHalf: heldOut(examples, ({ half }) => half),
  };
  for (const score of Object.values(scores).flat()) console.log(JSON.stringify(score));
  const settings = { ...MEDIAN, examples: seed };
  const card = {
    version: VERSION,
    script: `npm run train -- trees --seed ${seed}`,
    data,
    examples: examples.length,
    trainedOn: "all but the last periods of all ids",
    settings,
    scores,
  };
  write(`${base}.card.json`, JSON.stringify(card, null, 2));
}
