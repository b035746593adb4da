import { build } from "esbuild";
import { cp } from "node:fs/promises";
import path from "node:path";

/** Excel's page, and the browser workbook's, which never loads office.js. Both load React, lazily, from the same chunks. */
const ENTRIES = { taskpane: "addin/taskpane/main.ts", pane: "addin/taskpane/webbook.ts" };
/** The reader's thread: a classic script of its own, which the pane never loads itself. */
const THREAD = { reader: "addin/taskpane/reader/thread.ts" };
const PAGES = ["taskpane.html", "pane.html"];

/** Builds the task pane into `outdir`: an entry and a page a host, their chunks, and taskpane.css. */
export async function buildPane({ root, outdir, common }) {
  await Promise.all([
    build({
      ...common,
      absWorkingDir: root,
      entryPoints: ENTRIES,
      outdir,
      format: "esm",
      splitting: true,
      chunkNames: "[name]-[hash]",
      jsx: "automatic",
      define: { "process.env.NODE_ENV": '"production"' },
    }),
    build({ ...common, absWorkingDir: root, entryPoints: THREAD, outdir, format: "iife" }),
    build({ ...common, absWorkingDir: root, entryPoints: ["addin/taskpane/taskpane.css"], outdir }),
    ...PAGES.map((name) => cp(path.join(root, "addin", "taskpane", name), path.join(outdir, name))),
  ]);
}
