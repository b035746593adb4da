import { build } from "esbuild";
import { rm } from "node:fs/promises";
import path from "node:path";
import { buildAddin } from "./build-addin.mjs";
import { compileAssembly } from "./compile-assembly.mjs";
import { root } from "./root.mjs";

/** What runs as a process or a thread of its own. */
const ENTRIES = [
  "server/main.ts",
  "server/cli/reorder/reading/worker.ts",
  "server/compute/worker.ts",
  "server/storage/embedded/maker.ts",
  "server/storage/embedded/thread.ts",
  "server/training/pretrained/worker.ts",
  "server/training/own/worker.ts",
];

/** What is made afresh; the compiler keeps in dist/types what it knows of unchanged sources. */
const MADE = ["server", "kernel", "addin"];

/** Makes dist/server (one file an entry, packages left outside), dist/kernel and dist/addin. */
export async function buildAll() {
  const dist = path.join(root, "dist");
  await Promise.all(MADE.map((name) => rm(path.join(dist, name), { recursive: true, force: true })));
  await Promise.all([
    build({
      absWorkingDir: root,
      entryPoints: ENTRIES,
      outbase: ".",
      outdir: "dist",
      bundle: true,
      splitting: true,
      platform: "node",
      target: "node20",
      format: "esm",
      packages: "external",
      sourcemap: true,
      logLevel: "warning",
    }),
    compileAssembly({
      root,
      entry: "server/kernel/assembly/layer.ts",
      outfile: path.join(dist, "kernel", "lstm.wasm"),
    }),
    buildAddin({ root, outdir: path.join(dist, "addin") }),
  ]);
}
