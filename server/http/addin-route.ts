import express, { Router } from "express";
import { readFileSync } from "node:fs";
import path from "node:path";
import { functionsMetadata } from "../../shared/define/metadata.ts";
import { functions } from "../../shared/functions/index.ts";
import type { Config } from "../config.ts";
import { renderManifest } from "../manifest.ts";
import { dist, root } from "../paths.ts";
import { cacheControl } from "./static-cache.ts";
import { OFFICE_JS_FOLDER, officeJsFolder, renderTaskpane } from "./taskpane-page.ts";

/** Where Excel reaches this server. */
export const publicUrl = ({ PUBLIC_URL, HTTPS_PORT }: Config): string =>
  PUBLIC_URL ?? `https://localhost:${HTTPS_PORT}`;

/** What Excel loads: the manifest, functions.json, the task pane's page and the built add-in. */
export function addinRoute(config: Config): Router {
  const router = Router();
  const base = publicUrl(config);
  const manifest = readFileSync(path.join(root, "manifest.xml"), "utf8");
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string };
  router.get("/manifest.xml", (_req, res) => {
    res.type("application/xml").send(renderManifest(manifest, { publicUrl: base, version }));
  });
  router.get("/manifest-development.xml", (_req, res) => {
    res.type("application/xml").send(renderManifest(manifest, { publicUrl: base, version, development: true }));
  });
  router.get("/functions.json", (_req, res) => {
    // Excel fetches it from its own origin.
    res
      .set({ "Access-Control-Allow-Origin": "*", "Cache-Control": "no-cache" })
      .json(functionsMetadata(functions, { base }));
  });
  const taskpane = renderTaskpane(readFileSync(path.join(dist, "addin", "taskpane.html"), "utf8"), {
    officeJs: config.OFFICE_JS,
  });
  router.get("/taskpane.html", (_req, res) => {
    res.set("Cache-Control", "no-cache").type("html").send(taskpane);
  });
  const pane = readFileSync(path.join(dist, "addin", "pane.html"), "utf8");
  router.get("/pane.html", (_req, res) => {
    res.set("Cache-Control", "no-cache").type("html").send(pane);
  });
  const officeJs = officeJsFolder(config.OFFICE_JS);
  if (officeJs !== undefined) router.use(OFFICE_JS_FOLDER, express.static(officeJs, { immutable: true, maxAge: "1d" }));
  router.use(
    express.static(path.join(dist, "addin"), {
      index: false,
      setHeaders: (res, file) => void res.set("Cache-Control", cacheControl(file)),
    }),
  );
  return router;
}
