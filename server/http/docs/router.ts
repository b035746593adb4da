import path from "node:path";
import express, { Router } from "express";
import type { FunctionDefinition } from "../../../shared/define/define.ts";
import { root } from "../../paths.ts";
import { functionPage } from "./function-page.ts";
import { guidePage } from "./guide-page.ts";
import { guides } from "./guides/index.ts";
import { indexPage } from "./index-page.ts";
import { notFoundPage } from "./not-found-page.ts";

const assets = path.join(root, "server", "http", "docs", "assets");
const icon = path.join(root, "addin", "assets", "icon.svg");

/** Browsers keep a style sheet this long; a new version of the server may change it. */
const ASSET_AGE = "5m";

/** The documentation: `/docs`, `/docs/:name`, `/docs/guides/:slug` and what they need, mounted at the server's root. */
export function docsRouter(functions: readonly FunctionDefinition[]): Router {
  const byName = new Map(functions.map((definition) => [definition.name, definition]));
  const router = Router();
  router.get("/docs/assets/icon.svg", (_req, res) => res.sendFile(icon, { maxAge: ASSET_AGE }));
  router.use("/docs/assets", express.static(assets, { index: false, maxAge: ASSET_AGE }));
  router.get("/docs", (req, res) => {
    const { q } = req.query;
    res
      .type("html")
      .send(indexPage({ base: req.baseUrl, functions }, typeof q === "string" ? q.trim().slice(0, 100) : ""));
  });
  router.get("/docs/guides", (req, res) => res.redirect(301, `${req.baseUrl}/docs#guides`));
  router.get("/docs/guides/:slug", (req, res) => {
    const site = { base: req.baseUrl, functions };
    const guide = guides.find(({ slug }) => slug === req.params.slug);
    if (guide) res.type("html").send(guidePage(site, guide));
    else
      res
        .status(404)
        .type("html")
        .send(notFoundPage(site, req.params.slug, "guide"));
  });
  router.get("/docs/:name", (req, res) => {
    const site = { base: req.baseUrl, functions };
    const name = req.params.name.toUpperCase();
    const definition = byName.get(name);
    if (!definition) res.status(404).type("html").send(notFoundPage(site, req.params.name));
    else if (name !== req.params.name) res.redirect(301, `${req.baseUrl}/docs/${name}`);
    else res.type("html").send(functionPage(site, definition));
  });
  return router;
}
