import { build } from "esbuild";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { BrowserContext } from "playwright-core";
import { root } from "../../server/paths.ts";
import { builtAddin } from "../addin/built.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".html": "text/html",
};

let bundling: Promise<string> | undefined;

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ["test/taskpane/page.ts"],
    bundle: true,
    write: false,
    format: "esm",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  });
  return outputFiles[0]!.text;
}

/**
 * Serves a page that shows the pane over a workbook in memory, at /fake-workbook.html of a running server, with the
 * server's own content policy. Static files come from a build of the sources as they stand; the API is the server's.
 */
export async function servePane(context: BrowserContext, url: string): Promise<void> {
  const [folder, script] = await Promise.all([builtAddin(), (bundling ??= bundle())]);
  const policy = (await fetch(`${url}/health`)).headers.get("content-security-policy") ?? "";
  const page = readFileSync(path.join(folder, "pane.html"), "utf8").replace("/pane.js", "/fake-workbook.js");
  await context.route(`${url}/**`, async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name === "fake-workbook.html")
      return route.fulfill({ body: page, contentType: "text/html", headers: { "content-security-policy": policy } });
    if (name === "fake-workbook.js") return route.fulfill({ body: script, contentType: "text/javascript" });
    const file = path.join(folder, name);
    const type = TYPES[path.extname(name)];
    return type && existsSync(file) ? route.fulfill({ path: file, contentType: type }) : route.continue();
  });
}
