import { build } from "esbuild";
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { buildWebbook } from "./build-webbook.mjs";
import { buildPane } from "./build-pane.mjs";

/** Runs a TypeScript module, which `input` names to esbuild, and answers what it exports. */
async function importTypeScript(root, input) {
  const folder = await mkdtemp(path.join(tmpdir(), "lotwise-"));
  try {
    const outfile = path.join(folder, "module.mjs");
    await build({
      absWorkingDir: root,
      ...input,
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      logLevel: "warning",
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const REGISTRY = `
import { idOf } from "./shared/define/define.ts";
import { functionsMetadata } from "./shared/define/metadata.ts";
import { functions } from "./shared/functions/index.ts";
import { serverFunctions } from "./shared/functions/server.ts";
import { catalogueEntry } from "./shared/define/catalogue.ts";
export const catalogue = functions.map(catalogueEntry);
export const metadata = (base) => functionsMetadata(functions, { base });
export const entries = serverFunctions.map((definition) => ({
  id: idOf(definition.name),
  name: definition.name,
  required: Object.values(definition.parameters).filter((parameter) => !parameter.optional).length,
  spills: definition.spills ?? false,
  shows: [definition.shows ?? []].flat(),
}));
`;

/** Puts in place of the pane's list of operations the data it comes to, so that no schema goes along. */
function operationsAsData(operations) {
  return {
    name: "lotwise:operations",
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]taskpane[\\/]server[\\/]operations\.ts$/ }, () => ({
        contents: `export const operations = ${JSON.stringify(operations)};`,
        loader: "js",
      }));
    },
  };
}

/** Gives the functions bundle the names of the server's functions as data, so none of their mathematics goes along. */
function serverFunctionNames(entries) {
  return {
    name: "lotwise:server-functions",
    setup({ onResolve, onLoad }) {
      const filter = /^lotwise:server-functions$/;
      onResolve({ filter }, ({ path: name }) => ({ path: name, namespace: "lotwise" }));
      onLoad({ filter, namespace: "lotwise" }, () => ({
        contents: `export const serverFunctions = ${JSON.stringify(entries)};`,
        loader: "js",
      }));
    },
  };
}

/** WebView2, Safari and browsers that have the shared runtime all read ES2020. */
const common = { bundle: true, minify: true, sourcemap: true, target: "es2020", logLevel: "warning" };

/**
 * Builds the add-in into `outdir`: functions.js, the task pane, the workbook page, assets, catalogue.json and
 * functions.json (made for `base`, the address in manifest.xml unless given).
 */
export async function buildAddin({ root, outdir, base = "https://localhost:3443" }) {
  const [{ metadata, entries, catalogue }, { operations }] = await Promise.all([
    importTypeScript(root, { stdin: { contents: REGISTRY, resolveDir: root, loader: "ts" } }),
    importTypeScript(root, { entryPoints: ["addin/taskpane/server/operations.ts"] }),
  ]);
  const assets = path.join(root, "addin", "assets");
  await mkdir(path.join(outdir, "assets"), { recursive: true });
  const pictures = (await readdir(assets)).filter((name) => /\.(png|svg)$/.test(name));
  await Promise.all([
    build({
      ...common,
      absWorkingDir: root,
      entryPoints: ["addin/functions/main.ts"],
      outfile: path.join(outdir, "functions.js"),
      format: "iife",
      plugins: [serverFunctionNames(entries)],
    }),
    buildPane({ root, outdir, common: { ...common, plugins: [operationsAsData(operations)] } }),
    buildWebbook({ root, outdir, common }),
    ...pictures.map((name) => cp(path.join(assets, name), path.join(outdir, "assets", name))),
    writeFile(path.join(outdir, "catalogue.json"), JSON.stringify(catalogue)),
    writeFile(path.join(outdir, "functions.json"), `${JSON.stringify(metadata(base), undefined, 2)}\n`),
  ]);
}
