import { build } from "esbuild";
import { cp } from "node:fs/promises";
import path from "node:path";

/** The browsers that have what the grid itself needs (light-dark colours, import maps, Object.groupBy). */
const target = ["chrome123", "edge123", "firefox123", "safari17.5"];

/**
 * Builds the workbook page into `outdir`: webbook.html, webbook.css, webbook.js with its lazily loaded chunks, and
 * xlsx.js for the thread that reads and writes files. The grid's library stays outside, in its own unmodified files.
 */
export async function buildWebbook({ root, outdir, common }) {
  const from = path.join(root, "addin", "webbook");
  await Promise.all([
    build({
      ...common,
      target,
      absWorkingDir: root,
      entryPoints: { webbook: "addin/webbook/main.ts" },
      outdir,
      format: "esm",
      splitting: true,
      chunkNames: "webbook-[name]-[hash]",
      external: ["@odoo/*"],
    }),
    build({
      ...common,
      target,
      absWorkingDir: root,
      entryPoints: { xlsx: "addin/webbook/xlsx/worker.ts" },
      outdir,
      format: "iife",
    }),
    build({ ...common, target, absWorkingDir: root, entryPoints: ["addin/webbook/webbook.css"], outdir }),
    cp(path.join(from, "index.html"), path.join(outdir, "webbook.html")),
  ]);
}
