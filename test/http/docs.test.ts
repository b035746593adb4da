import assert from "node:assert/strict";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { XMLValidator } from "fast-xml-parser";
import { docsRouter } from "../../server/http/docs/router.ts";
import { stubs } from "./stub-functions.ts";

describe("reference pages", () => {
  let server: Server;
  let base: string;

  before((done) => {
    const app = express();
    app.use(docsRouter(stubs));
    app.use("/prefix", docsRouter(stubs));
    server = app.listen(0, "127.0.0.1", () => {
      base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      done();
    });
  });

  after((done) => {
    server.close(done);
  });

  const get = (path: string): Promise<Response> => fetch(base + path, { redirect: "manual" });
  const page = async (path: string): Promise<string> => (await get(path)).text();

  it("lists every function under its category", async () => {
    const response = await get("/docs");
    assert.equal(response.status, 200);
    assert.match(response.headers.get("content-type")!, /^text\/html; charset=utf-8/);
    const text = await response.text();
    for (const { name, category } of stubs) {
      assert.ok(text.includes(`href="/docs/${name}"`), name);
      assert.ok(text.includes(`>${category}</h2>`), category);
    }
    assert.match(text, /2 functions/);
    assert.doesNotMatch(text, /Optimisation/, "no empty category");
  });

  it("filters without scripts", async () => {
    const text = await page("/docs?q=Halves+number");
    assert.match(text, /1 of 2 functions/);
    assert.ok(text.includes("/docs/HALF_OF") && !text.includes("/docs/SMOOTH"));
    assert.match(await page("/docs?q=nothing+alike"), /0 of 2 functions[^]*<p id="none"\s*>\s*No function matches/);
  });

  it("shows what was asked only as text", async () => {
    const attack = `"><script>alert(1)</script>`;
    for (const path of [`/docs?q=${encodeURIComponent(attack)}`, `/docs/${encodeURIComponent(attack)}`])
      assert.ok(!(await page(path)).includes("<script>alert"), path);
    assert.equal((await get("/docs?q=a&q=b")).status, 200);
    assert.equal((await get("/docs?q[x]=a")).status, 200);
  });

  it("escapes the definition's texts", async () => {
    const text = await page("/docs/HALF_OF");
    assert.ok(text.includes("Halves &lt;b&gt;a&lt;/b&gt; &quot;number&quot; &amp; it&#39;s exact."));
    assert.ok(text.includes("by &lt;definition&gt;") && text.includes("&lt;i&gt;any&lt;/i&gt;"));
    assert.ok(!text.includes("<i>any"));
  });

  it("states syntax, bounds, defaults, formula, details and where it runs", async () => {
    const text = await page("/docs/HALF_OF");
    const plain = text.replace(/<[^>]+>/g, "").replace(/\s+/g, " ");
    assert.ok(plain.includes("=HALF_OF(demand, [round_to], [cap])"));
    assert.ok(plain.includes("a number at least 0") && plain.includes("a number greater than 0"));
    assert.ok(text.includes("<code>0.5</code>"), "default");
    assert.ok(plain.includes("x / 2 &lt; x"));
    assert.ok(text.includes("σ<sub>L</sub>"), "indices of formulas are lowered");
    assert.ok(plain.includes("Runs in the cell"));
    assert.ok(text.includes("<code>round_to</code>, rounds"), "parameters in prose are code");
    assert.ok(text.includes('<a href="/docs/SMOOTH"><code>SMOOTH</code></a>'), "functions in prose are links");
    assert.match(await page("/docs/SMOOTH"), /Runs on the Lotwise server/);
  });

  it("links each argument of the syntax to its row", async () => {
    const text = await page("/docs/HALF_OF");
    const targets = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!);
    assert.ok(targets.length >= 4);
    for (const id of targets) assert.equal(text.split(`id="${id}"`).length, 2, id);
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length, "no id twice");
  });

  it("shows examples as worksheet formulas with answers", async () => {
    const cell = await page("/docs/HALF_OF");
    assert.ok(cell.includes("=HALF_OF(3)") && cell.includes("<output>1.5</output>"));
    assert.ok(cell.includes("=HALF_OF(30,, 12)"), "an argument left out in the middle");
    const spilled = await page("/docs/SMOOTH");
    assert.ok(spilled.includes("=SMOOTH({1;2;3}, {0.5,0.5})"));
    assert.ok(spilled.includes("=SMOOTH(A1:B24,, 2)"), "a long range is a block of the sheet");
    assert.ok(spilled.includes("Cells A1:B24"));
  });

  it("needs no inline script or style, and its files are there", async () => {
    for (const path of ["/docs", "/docs/HALF_OF", "/docs/SMOOTH", "/docs/NOTHING"]) {
      const text = await page(path);
      assert.doesNotMatch(text, /<script>|<style|\sstyle=|\son[a-z]+=|javascript:/, path);
      for (const [, url] of text.matchAll(/(?:src|href)="(\/docs\/assets\/[^"]+)"/g)) {
        const file = await get(url!);
        assert.equal(file.status, 200, url);
        await file.arrayBuffer();
      }
    }
  });

  it("closes every element it opens", async () => {
    for (const path of ["/docs", "/docs?q=x", "/docs/HALF_OF", "/docs/SMOOTH", "/docs/HALF"]) {
      // Attributes without a value are HTML but not XML.
      const text = (await page(path)).replace("<!doctype html>", "").replace(/ (hidden|defer)(?=[ >])/g, "");
      assert.equal(XMLValidator.validate(text), true, path);
    }
  });

  it("has landmarks, a language, a title and one main heading", async () => {
    for (const path of ["/docs", "/docs/HALF_OF"]) {
      const text = await page(path);
      for (const mark of ['lang="en"', "<title>", "<header", "<main", "<footer", 'href="#content"'])
        assert.ok(text.includes(mark), `${path} ${mark}`);
      assert.equal(text.split("<h1").length, 2);
    }
    assert.match(await page("/docs/HALF_OF"), /href="\/docs\/HALF_OF"\s+aria-current="page"/);
  });

  it("finds names in lower case, and says what an unknown one may have meant", async () => {
    const lower = await get("/docs/half_of");
    assert.equal(lower.status, 301);
    assert.equal(lower.headers.get("location"), "/docs/HALF_OF");
    const unknown = await get("/docs/HALF");
    assert.equal(unknown.status, 404);
    assert.match(await unknown.text(), /Did you mean[^]*HALF_OF/);
    assert.equal((await get("/docs/__proto__")).status, 404);
    assert.equal((await get("/docs/assets/..%2frouter.ts")).status, 404, "nothing outside the assets");
  });

  it("links within the prefix it is mounted on", async () => {
    const text = await page("/prefix/docs/HALF_OF");
    assert.ok(text.includes('href="/prefix/docs/SMOOTH"'));
    assert.doesNotMatch(text, /href="\/docs/);
  });
});
