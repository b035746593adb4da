import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { cacheControl } from "../../server/http/static-cache.ts";
import { builtAddin } from "../addin/built.ts";

describe("how long the add-in's files may be kept", () => {
  let files: string[];
  before(async function () {
    this.timeout(60_000);
    files = readdirSync(await builtAddin(), { recursive: true, encoding: "utf8" });
  });
  const kept = (pattern: RegExp): string[] => files.filter((file) => pattern.test(cacheControl(file)));

  it("is for ever where the name changes with what is in it", () => {
    assert.ok(kept(/immutable/).some((file) => file.startsWith("pane-")));
    for (const file of kept(/immutable/)) assert.match(file, /-[A-Z0-9]{8}\.(js|css)/);
  });

  it("is not at all for what names such files, and for what must fit functions.json", () => {
    for (const name of ["functions.js", "taskpane.js", "pane.js", "taskpane.css", "catalogue.json", "taskpane.html"])
      assert.equal(cacheControl(name), "no-cache", name);
  });

  it("is an hour for the icons, which Office shows only where they may be kept", () => {
    assert.ok(kept(/max-age=3600/).length >= 5);
    for (const file of kept(/max-age=3600/)) assert.match(file, /\.(png|svg)$/);
  });
});
