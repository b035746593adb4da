import { build } from "esbuild";
import { cp } from "node:fs/promises";
import path from "node:path";

/** The browsers that have what the grid itself needs (light-dark colours, import maps, Object.groupBy). */
const target = ["chrome123", "edge123", "firefox123", "safari17.5"];

/**
 * Builds the workbook page into `outdir`: browser.html, browser.css, browser.js with its lazily loaded chunks, and
 * xlsx.js for the thread that reads and writes files. The grid's library stays outside, in its own unmodified files.
 */
export async function buildBrowser({ root, outdir, common }) {
  const from = path.join(root, "addin", "browser");
  await Promise.all([
    build({
      ...common,
      target,
      absWorkingDir: root,
      entryPoints: { browser: "addin/browser/main.ts" },
      outdir,
      format: "esm",
      splitting: true,
      chunkNames: "browser-[name]-[hash]",
      external: ["@odoo/*"],
    }),
    build({
      ...common,
      target,
      absWorkingDir: root,
      entryPoints: { xlsx: "addin/browser/xlsx/worker.ts" },
      outdir,
      format: "iife",
    }),
    build({ ...common, target, absWorkingDir: root, entryPoints: ["addin/browser/browser.css"], outdir }),
    cp(path.join(from, "index.html"), path.join(outdir, "browser.html")),
  ]);
}
