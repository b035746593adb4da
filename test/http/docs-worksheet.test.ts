import assert from "node:assert/strict";
import { html } from "../../server/http/docs/html.ts";
import { dateColumn } from "../../shared/define/shows.ts";
import { columnName, shownCell, worksheetFormula } from "../../shared/define/worksheet.ts";
import { findFunction, functions } from "../../shared/functions/index.ts";

describe("an example as a worksheet shows it", () => {
  const cases: [string, unknown[], string][] = [
    ["numbers", [10000, 50, 2], "=F(10000, 50, 2)"],
    ["arguments left out", [1, null, "", 4, null], "=F(1,,, 4)"],
    ["text with quotes and commas", ['say "a, , b"', true], '=F("say ""a, , b""", TRUE)'],
    ["a column, a row and a rectangle", [[[1], [2]], [[3, 4]], [[1, 2], [3, 4]]], "=F({1;2}, {3,4}, {1,2;3,4})"], // prettier-ignore
    ["blanks and missing values in a range", [[[null], [""], ["NA"]]], '=F({0;0;"NA"})'],
    ["nothing", [], "=F()"],
  ];
  for (const [says, args, formula] of cases)
    it(`writes ${says}`, () => assert.equal(worksheetFormula("F", args).formula, formula));

  it("sets long ranges side by side, a column apart", () => {
    const column = Array.from({ length: 36 }, (_, i) => [i]);
    const pairs = Array.from({ length: 20 }, (_, i) => [i, i]);
    const { formula, blocks } = worksheetFormula("F", [column, 12, pairs]);
    assert.equal(formula, "=F(A1:A36, 12, C1:D20)");
    assert.deepEqual(
      blocks.map((b) => b.firstColumn),
      [0, 2],
    );
  });

  it("names columns as Excel does", () => {
    assert.deepEqual([0, 25, 26, 51, 52, 701, 702].map(columnName), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
  });

  it("knows where an answer holds dates", () => {
    const column = (name: string, ...args: unknown[]): number | undefined => dateColumn(findFunction(name)!, args);
    assert.equal(column("SEASON_ORDER", 46357, 60, 400, 60, 6, 2), 0);
    assert.equal(column("STOCKOUT_DATE", 100, [[40, 40, 40]]), undefined);
    assert.equal(column("STOCKOUT_DATE", 100, [[40, 40, 40]], null, 46349), 0);
    assert.equal(column("EOQ", 1000, 50, 2), undefined);
  });

  it("declares the dates of every function that says it answers one, in the words of its own arguments", () => {
    for (const { name, returns, dates, parameters } of functions) {
      assert.equal(/\bdate\b/i.test(returns), dates !== undefined, name);
      if (dates?.given !== undefined) assert.ok(dates.given in parameters, name);
    }
  });

  it("shows numbers without the noise of the last bits", () => {
    assert.equal(shownCell(0.1 + 0.2), "0.3");
    assert.equal(shownCell(707.1067811865476), "707.1067812");
    assert.equal(shownCell(1234567), "1,234,567");
  });
});

describe("the html template", () => {
  it("escapes values and keeps markup", () => {
    assert.equal(html`<p title="${`"'`}">${"<&>"}</p>`.text, '<p title="&quot;&#39;">&lt;&amp;&gt;</p>');
    assert.equal(html`${[html`<i>1</i>`, "<", 2, false, undefined]}`.text, "<i>1</i>&lt;2");
  });
});
