import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { fakeClock } from "../harness/fake-clock.ts";
import { loadBundle } from "../harness/excel/bundle.ts";
import { functions } from "../../shared/functions/index.ts";
import { builtAddin } from "./built.ts";

const KILOBYTE = 1024;

describe("the built add-in", () => {
  let folder: string;
  before(async function () {
    this.timeout(30_000);
    folder = await builtAddin();
  });

  const read = (name: string): Buffer => readFileSync(path.join(folder, name));

  it("keeps the functions bundle under 60 kB gzipped", () => {
    const bytes = gzipSync(read("functions.js")).length;
    assert.ok(bytes < 60 * KILOBYTE, `${bytes} bytes`);
  });

  it("is made of the closed formulas alone", () => {
    const { sources } = JSON.parse(read("functions.js.map").toString()) as { sources: string[] };
    const local = sources.map((source) => source.replace(/^(\.\.\/)+/, ""));
    assert.ok(local.some((source) => source.endsWith("shared/functions/cell.ts")));
    const server = functions
      .filter(({ runs }) => runs === "server")
      .map(({ name }) => `shared/functions/${name.toLowerCase().replaceAll("_", "-")}.ts`);
    for (const source of local) {
      assert.ok(!/(^|\/)(server|node_modules)\//.test(source), source);
      assert.ok(!server.some((file) => source.endsWith(file)), source);
    }
  });

  it("holds no schema: neither zod nor what reads a request is in any of its scripts, only the operations as data", () => {
    const maps = readdirSync(folder).filter((name) => name.endsWith(".js.map"));
    assert.ok(maps.some((name) => name.startsWith("pane-")) && maps.includes("functions.js.map"));
    const sources = maps.flatMap((name) => (JSON.parse(read(name).toString()) as { sources: string[] }).sources);
    assert.ok(sources.some((source) => source.endsWith("taskpane/server/server.ts")));
    assert.deepEqual(
      sources.filter((source) => /node_modules\/zod|schema[^/]*\.ts$|purchasing\/request\.ts$/.test(source)),
      [],
    );
    const scripts = readdirSync(folder).filter((name) => name.endsWith(".js"));
    assert.ok(scripts.some((name) => read(name).includes("Replaying on the server")));
  });

  it("associates exactly what functions.json promises", () => {
    const world = { folder, origin: "https://localhost:3443", fetch: () => Promise.reject(new Error()) };
    const { metadata, implementations } = loadBundle({ ...world, clock: fakeClock() });
    assert.deepEqual(metadata.functions.map(({ id }) => id).sort(), [...implementations.keys()].sort());
    assert.equal(metadata.functions.length, functions.length);
  });

  it("loads the pane after the functions, and what the page names exists", () => {
    const page = read("taskpane.html").toString();
    const local = [...page.matchAll(/(?:src|href)="\/([^"]+)"/g)].map((match) => match[1]!);
    for (const name of local) assert.ok(read(name).length > 0, name);
    assert.ok(page.indexOf("office.js") < page.indexOf("functions.js"));
    assert.ok(page.indexOf("functions.js") < page.indexOf("taskpane.js"));
    assert.match(read("taskpane.js").toString(), /import\("\.\/pane-[A-Z0-9]+\.js"\)/);
  });

  it("has no inline script, style or handler, so its policy may forbid them", () => {
    assert.doesNotMatch(read("taskpane.html").toString(), /<script(?![^>]*src=)|<style|\son\w+=|style=/);
  });

  it("has icons of the sizes their names say", () => {
    const icons = readdirSync(path.join(folder, "assets")).filter((name) => name.endsWith(".png"));
    assert.deepEqual(
      icons.map((name) => Number(/\d+/.exec(name))).sort((a, b) => a - b),
      [16, 32, 64, 80, 128],
    );
    for (const name of icons) {
      const png = read(path.join("assets", name));
      assert.equal(png.subarray(1, 4).toString(), "PNG");
      assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], Array(2).fill(Number(/\d+/.exec(name))));
    }
    assert.ok(read("assets/icon.svg").toString().startsWith("<svg"));
  });
});
