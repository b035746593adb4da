import express, { Router } from "express";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { html, Markup } from "./docs/html.ts";

interface Vendor {
  readonly name: string;
  readonly package: string;
  /** Folders of the package that are served, as they are, under `/vendor/NAME`. */
  readonly folder: string;
  readonly licence: string;
  /** The file of the licence's words, where the package has one. */
  readonly words?: string;
  readonly source: string;
}

/** What the workbook page loads as separate, unmodified files. */
const VENDORS: readonly Vendor[] = [
  {
    name: "o-spreadsheet",
    package: "@odoo/o-spreadsheet",
    folder: "dist",
    licence: "LGPL-3.0-or-later",
    words: "LICENSE",
    source: "https://github.com/odoo/o-spreadsheet",
  },
  {
    name: "owl",
    package: "@odoo/owl",
    folder: "dist",
    licence: "LGPL-3.0-only",
    words: "LICENSE",
    source: "https://github.com/odoo/owl",
  },
  {
    name: "bootstrap",
    package: "bootstrap",
    folder: "dist",
    licence: "MIT",
    words: "LICENSE",
    source: "https://github.com/twbs/bootstrap",
  },
  {
    name: "font-awesome",
    package: "font-awesome",
    folder: "",
    licence: "SIL OFL 1.1 (font), MIT (style sheets)",
    source: "https://fontawesome.com/v4/license/",
  },
];

/** Where a package lies: ours, or below the spreadsheet that brings it along. */
function folderOf(name: string): string {
  const ours = createRequire(import.meta.url);
  const near = [ours, createRequire(ours.resolve("@odoo/o-spreadsheet/package.json"))];
  for (const { resolve } of near) {
    for (const folder of resolve.paths(name) ?? []) {
      const candidate = path.join(folder, name);
      try {
        readFileSync(path.join(candidate, "package.json"));
        return candidate;
      } catch {
        continue;
      }
    }
  }
  throw new Error(`the package ${name} is not installed: run npm install`);
}

const versionOf = (folder: string): string =>
  (JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as { version: string }).version;

const STYLE = new Markup(
  ':root{color-scheme:light dark}body{font:15px/1.5 "Segoe UI",-apple-system,Arial,sans-serif;max-width:60em;margin:2em auto;padding:0 1em}td,th{padding:.4em 1em .4em 0;text-align:left;vertical-align:top}',
);

function licencesPage(): string {
  const rows = VENDORS.map(
    ({ name, package: from, licence, words, source }) =>
      html`<tr>
        <td>${from} ${versionOf(folderOf(from))}</td>
        <td>${words ? html`<a href="/vendor/${name}/LICENSE">${licence}</a>` : licence}</td>
        <td><a href="${source}">${source}</a></td>
      </tr>`,
  );
  return html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>Licences of the workbook page</title>
      <style>
        ${STYLE}
      </style>
      <h1>Licences of the workbook page</h1>
      <p>
        Lotwise is MIT-licensed. The page at / shows its workbook with the libraries below, each served as the separate,
        unmodified files of its npm package. To use another version of one, install it in place of ours and start the
        server again. Chart.js and exceljs (both MIT) are part of our own files.
      </p>
      <table>
        <tr>
          <th>Library</th>
          <th>Licence</th>
          <th>Source</th>
        </tr>
        ${rows}
      </table>
    </html>`.text;
}

/** The libraries of the workbook page under /vendor, and their licences. */
export function vendorRoute(): Router {
  const router = Router();
  const page = licencesPage();
  router.get("/licences.html", (_req, res) => {
    res.type("html").send(page);
  });
  for (const { name, package: from, folder, words } of VENDORS) {
    const home = folderOf(from);
    if (words)
      router.get(`/${name}/LICENSE`, (_req, res) => {
        res.type("text").sendFile(path.join(home, words));
      });
    router.use(`/${name}`, express.static(path.join(home, folder), { index: false, maxAge: "1d" }));
  }
  return router;
}
