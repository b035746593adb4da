import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import {
  inNamespace,
  matches,
  namespaceOf,
  signature,
  startingFormula,
} from "../../addin/taskpane/functions/catalogue.ts";
import { officeJsFolder, renderTaskpane } from "../../server/http/taskpane-page.ts";
import type { CatalogueEntry } from "../../shared/define/catalogue.ts";
import { root } from "../../server/paths.ts";
import { functions } from "../../shared/functions/index.ts";
import { builtAddin } from "./built.ts";

const eoq: CatalogueEntry = {
  name: "EOQ",
  category: "Ordering",
  summary: "Economic order quantity.",
  returns: "Units.",
  details: ["Use it where demand is steady."],
  runs: "cell",
  parameters: [
    { name: "demand", description: "Demand a year.", optional: false },
    { name: "rate", description: "Made per year.", optional: true },
  ],
  examples: [],
};

const KILOBYTE = 1024;

/** What a page's module loads in all, its own file and every chunk it may ask for. */
function loadedBy(folder: string, entry: string): Set<string> {
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const text = readFileSync(path.join(folder, name), "utf8");
    for (const [, next] of text.matchAll(/(?:from|import)\s*\(?\s*"\.\/([^"]+\.js)"/g)) visit(next!);
  };
  visit(entry);
  return seen;
}

describe("task pane", () => {
  const html = readFileSync(path.join(root, "addin", "taskpane", "taskpane.html"), "utf8");
  let folder: string;
  before(async function () {
    this.timeout(60_000);
    folder = await builtAddin();
  });

  it("loads office.js from Microsoft, or from ourselves where the network is closed", () => {
    assert.match(
      renderTaskpane(html, { officeJs: "cdn" }),
      /src="https:\/\/appsforoffice\.microsoft\.com\/[^"]+office\.js"/,
    );
    const own = renderTaskpane(html, { officeJs: "self" });
    assert.match(own, /src="\/office-js\/office\.js"/);
    assert.doesNotMatch(own, /https:/);
    assert.equal(renderTaskpane(html, { officeJs: folder }), own);
    assert.equal(officeJsFolder("cdn"), undefined);
    assert.ok(existsSync(path.join(officeJsFolder("self")!, "office.js")));
    assert.throws(() => officeJsFolder(folder), /OFFICE_JS=.*holds no office\.js; it must be cdn, self, or a folder/);
  });

  it("never loads office.js in the browser workbook", () => {
    assert.doesNotMatch(readFileSync(path.join(folder, "pane.html"), "utf8"), /office/i);
    for (const name of loadedBy(folder, "pane.js")) assert.doesNotMatch(name, /excel/i);
  });

  it("stays below 250 kB gzipped in all, for either host", () => {
    for (const entry of ["taskpane.js", "pane.js"]) {
      const files = loadedBy(folder, entry);
      const sizes = [...files, "taskpane.css"].map((name) => gzipSync(readFileSync(path.join(folder, name))).length);
      const total = sizes.reduce((a, b) => a + b, 0);
      assert.ok(files.size > 1, entry);
      assert.ok(total < 250 * KILOBYTE, `${entry}: ${total} bytes`);
    }
  });

  it("starts with a small file, and loads React only after it", () => {
    for (const entry of ["taskpane.js", "pane.js"])
      assert.ok(gzipSync(readFileSync(path.join(folder, entry))).length < 5 * KILOBYTE, entry);
  });

  it("needs no package of icons but our own few", () => {
    const own = path.join(root, "addin", "taskpane", "icons");
    const installed = path.join(root, "node_modules", "@fluentui", "react-icons");
    assert.deepEqual(readdirSync(installed).sort(), readdirSync(own).sort());
  });

  it("lists every function with its parameters and examples that stand alone", () => {
    const entries = JSON.parse(readFileSync(path.join(folder, "catalogue.json"), "utf8")) as CatalogueEntry[];
    assert.deepEqual(
      entries.map(({ name }) => name),
      functions.map(({ name }) => name),
    );
    for (const entry of entries) {
      const definition = functions.find(({ name }) => name === entry.name)!;
      assert.deepEqual(
        entry.parameters.map(({ name }) => name),
        Object.keys(definition.parameters),
      );
      assert.ok(
        entry.parameters.every(({ description }) => description),
        entry.name,
      );
      const starting = startingFormula(entry);
      if (starting !== undefined) assert.ok(starting.startsWith(`=${entry.name}(`), entry.name);
      const needed = entry.parameters.filter(({ optional }) => !optional).length;
      if (needed > 0) assert.notEqual(starting, `=${entry.name}()`, "Excel refuses a call without its arguments");
      assert.equal(entry.spillNote !== undefined, definition.spills ?? false);
      for (const { formula } of entry.examples) assert.doesNotMatch(formula, /[A-Z]+\d+:/, formula);
    }
  });

  it("writes a function's signature", () => assert.equal(signature(eoq), "EOQ(demand, [rate])"));

  it("types formulas with the namespace of the add-in under development, and only there", () => {
    const entry = { ...eoq, examples: [{ says: "", formula: "=EOQ(SUM(1,2), MY_EOQ(3))" }] };
    assert.equal(namespaceOf("?et=&namespace=LOTWISE"), "LOTWISE");
    assert.equal(namespaceOf("?namespace=a(b"), undefined);
    assert.equal(startingFormula(inNamespace([entry], "LOTWISE")[0]!), "=LOTWISE.EOQ(SUM(1,2), MY_EOQ(3))");
    assert.equal(startingFormula(inNamespace([entry], undefined)[0]!), entry.examples[0]!.formula);
  });

  it("finds a function by any words of its help, in any case and order", () => {
    for (const query of ["", "eoq", "QUANTITY order", "=EOQ(", "demand year", "steady"])
      assert.ok(matches(eoq, query), query);
    for (const query of ["safety", "eoq safety"]) assert.ok(!matches(eoq, query), query);
  });
});
