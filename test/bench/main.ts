import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { compare, passes } from "./figures/compare.ts";
import { keep, keptOf } from "./figures/kept.ts";

/** One measured figure; `ratio` is value over peer where both come from the same run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly peer?: number;
  readonly ratio?: number;
  /** Which ratio is the better one: the lower one, where nothing is said; "peer": the nearer to 1. */
  readonly better?: "lower" | "higher" | "peer";
}

// npm run bench [-- NAME]: runs the benchmarks of this folder that export `run`, and prints one JSON line a figure.
// --keep writes them to figures/NAME.json; --compare judges their ratios by those kept there: 1 where one is worse.
const folder = path.dirname(fileURLToPath(import.meta.url));
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { keep: { type: "boolean" }, compare: { type: "boolean" } },
});
const [wanted] = positionals;
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".ts") && name !== "main.ts")
  .map((name) => name.slice(0, -3));
if (wanted && !names.includes(wanted)) {
  console.error(`there is no benchmark ${wanted}: choose one of ${names.join(", ")}`);
  process.exit(2);
}

/** Prints a line a ratio, and what it was: what is not kept cannot be judged, which is said. */
function judge(name: string, figures: readonly Figure[]): void {
  const kept = keptOf(name);
  if (!kept) {
    console.error(`no figures of ${name} are kept: npm run bench -- ${name} --keep`);
    if (wanted) process.exitCode = 1;
    return;
  }
  const { machine, date } = kept;
  console.error(
    `${name} against ${date}, ${machine.processor}, ${machine.cores} cores, ${machine.system}, ${machine.node}`,
  );
  const verdicts = compare(figures, kept.figures);
  for (const verdict of verdicts) console.log(JSON.stringify(verdict));
  if (!passes(verdicts)) process.exitCode = 1;
}

for (const name of wanted ? [wanted] : names) {
  const { run } = (await import(pathToFileURL(path.join(folder, `${name}.ts`)).href)) as {
    run?: () => Promise<Figure[]>;
  };
  if (!run) continue;
  const figures = await run();
  for (const figure of figures) console.log(JSON.stringify(figure));
  if (values.compare) judge(name, figures);
  if (values.keep) keep(name, figures);
}
