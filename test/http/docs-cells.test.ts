import assert from "node:assert/strict";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { typedArgument } from "../../server/http/docs/typed-argument.ts";
import { root } from "../../server/paths.ts";
import { shownAnswer } from "../../shared/define/worksheet.ts";
import { functions } from "../../shared/functions/index.ts";

interface Cells {
  readCell(text: string): unknown;
  readRange(text: string): unknown[][] | null;
  shownAnswer(cell: unknown, isDate: boolean): string;
}

describe("what a reader types into the form of a function's page", () => {
  let cells: Cells;
  before(async () => {
    const file = path.join(root, "server", "http", "docs", "assets", "cells.js");
    cells = (await import(pathToFileURL(file).href)) as Cells;
  });

  it("is a number, a logical value, text or nothing", () => {
    const typed = ["12", " -0.5 ", ".5", "1e3", "1,234.5", "95%", "TRUE", "false", "NA", "poisson", "1,5", "", " "];
    assert.deepEqual(
      typed.map((text) => cells.readCell(text)),
      [12, -0.5, 0.5, 1000, 1234.5, 0.95, true, false, "NA", "poisson", "1,5", null, null],
    );
  });

  it("is a range as Excel copies it, or with spaces or semicolons", () => {
    assert.deepEqual(cells.readRange("1\t2\r\n3\t\r\n"), [[1, 2], [3, null]]); // prettier-ignore
    assert.deepEqual(cells.readRange("10 20; 30"), [[10, 20, 30]]);
    assert.deepEqual(cells.readRange("1,000\n2,000"), [[1000], [2000]]);
    assert.deepEqual(cells.readRange("1\n\n3"), [[1], [null], [3]]);
    assert.equal(cells.readRange(" \n"), null);
  });

  it("is answered with a date as the examples show it", () => {
    for (const cell of [1, 46280, 46280.75, 60000, "NA", true])
      assert.equal(cells.shownAnswer(cell, true), shownAnswer(cell, 0, 0));
    assert.equal(cells.shownAnswer(46280, true), "15 Sep 2026");
    assert.equal(cells.shownAnswer(46280, false), "46,280");
  });

  it("says of every example what the example says", () => {
    // An empty cell is null or empty text in an example, and null where it was typed.
    const blank = (x: unknown): unknown => (Array.isArray(x) ? x.map(blank) : x === "" ? null : (x ?? null));
    for (const { name, parameters, examples } of functions)
      for (const { args } of examples)
        Object.values(parameters).forEach(({ shape }, i) => {
          const text = typedArgument(args[i]);
          const range = args[i] === null || args[i] === undefined || Array.isArray(args[i]) ? args[i] : [[args[i]]];
          if (shape === "range") assert.deepEqual(cells.readRange(text), blank(range), `${name}: ${text}`);
          else assert.equal(cells.readCell(text), blank(args[i]), `${name}: ${text}`);
        });
  });
});
