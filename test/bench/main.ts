import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** One measured figure; `ratio` is value over peer where both come from the same run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly peer?: number;
  readonly ratio?: number;
}

// npm run bench [-- NAME]: runs the benchmarks of this folder that export `run`, and prints one JSON line a figure.
const folder = path.dirname(fileURLToPath(import.meta.url));
const [wanted] = process.argv.slice(2);
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".ts") && name !== "main.ts")
  .map((name) => name.slice(0, -3));
if (wanted && !names.includes(wanted)) {
  console.error(`there is no benchmark ${wanted}: choose one of ${names.join(", ")}`);
  process.exit(2);
}
for (const name of wanted ? [wanted] : names) {
  const { run } = (await import(pathToFileURL(path.join(folder, `${name}.ts`)).href)) as {
    run?: () => Promise<Figure[]>;
  };
  for (const figure of (await run?.()) ?? []) console.log(JSON.stringify(figure));
}
