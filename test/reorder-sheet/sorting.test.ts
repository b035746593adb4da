import assert from "node:assert/strict";
import { reorderSheets } from "../../shared/sheets/reorder/reorder-sheets.ts";
import { printScale } from "../../shared/sheets/page.ts";
import { headerRow, rowOf } from "../../shared/sheets/layout.ts";
import type { CellValue, Sheet } from "../../shared/tables/sheet.ts";
import { largePlan, line, plan, request } from "./plans.ts";
import { columnOf, sortedByEach, summaryCells } from "./read-back.ts";

const close = (a: CellValue, b: CellValue): boolean =>
  typeof a === "number" && typeof b === "number" ? Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b)) : a === b;

describe("sorting the reorder sheet", () => {
  const { plan: made, request: asked } = largePlan(60);
  const [spec] = reorderSheets(made, asked, []).sheets;
  const { before, after } = sortedByEach(spec!);
  const figures = (sheet: Sheet): CellValue[][] =>
    summaryCells(spec!, sheet, "Order qty", "Why", "Cost", "Currency", "Cost in EUR");
  const bySku = (sheet: Sheet, header: string): Map<CellValue, CellValue> =>
    new Map(
      sheet.rows
        .slice(rowOf(spec!, 0), rowOf(spec!, spec!.rows.length))
        .map((row) => [row[0] ?? null, row[columnOf(spec!, header)] ?? null]),
    );

  it("by each of its columns, either way, keeps all totals right", () => {
    const expected = figures(before);
    assert.ok(expected.length > 20 && expected.slice(1).every(([, , , cost]) => cost === null || Number(cost) > 0));
    assert.equal(after.length, 2 * spec!.columns.length);
    for (const [i, sheet] of after.entries())
      for (const [row, cells] of figures(sheet).entries())
        assert.ok(
          cells.every((cell, column) => close(cell, expected[row]![column]!)),
          `sort ${i}: ${JSON.stringify(cells)} was ${JSON.stringify(expected[row])}`,
        );
  });

  it("moves lines, each with what belongs to it, and nothing else", () => {
    const orders = new Set(after.map((sheet) => JSON.stringify([...bySku(sheet, "Cost").keys()])));
    assert.ok(orders.size > 5, "lines move");
    for (const header of ["Cost", "Cost in EUR", "Cases", "Supplier", "Order qty"])
      for (const sheet of after) {
        const now = bySku(sheet, header);
        for (const [sku, value] of bySku(before, header)) assert.ok(close(now.get(sku)!, value), `${header} of ${sku}`);
      }
    for (const sheet of after) assert.deepEqual(sheet.rows[headerRow(spec!)], before.rows[headerRow(spec!)]);
  });

  it("finds the buyer's quantities again afterwards", () => {
    const sorted = after.at(-1)!;
    const quantity = columnOf(spec!, "Order qty");
    const typed = sorted.rows.map((row) => (row[0] === "00017" ? row.with(quantity, 240) : row));
    const next = reorderSheets(made, asked, [{ ...sorted, rows: typed }]);
    assert.equal(next.kept, 1);
    const own = next.sheets[0]!.rows.find(({ cells }) => cells[0] === "00017")!;
    assert.equal(own.cells[quantity], 240);
  });
});

describe("the look of the reorder sheet", () => {
  const sheetOf = (suppliers: number) => {
    const lines = Array.from({ length: 2 * suppliers }, (_, i) =>
      line({
        sku: `${i}`,
        supplier: `Supplier number ${i % suppliers}`,
        description: "A rather long description of an item",
        unit_cost: 12_345.67,
        why: "Expect 184 in the 3 weeks to 19 Dec; 95% needs 314. You have 89 and 180 arriving 3 Dec. Short 45, with 62 to last to the next order 107; packs of 6 make 108.",
      }),
    );
    return reorderSheets(plan(lines), request(lines.map(({ sku }) => ({ sku }))), []).sheets[0]!;
  };

  it("begins with what a buyer decides by, the quantity frozen, and folds the rest away", () => {
    const spec = sheetOf(2);
    const headers = spec.columns.map(({ header }) => header);
    assert.deepEqual(headers.slice(0, 8), [
      "SKU",
      "Description",
      "Order qty",
      "Why",
      "Cost",
      "Arrival",
      "Cover (days)",
      "Supplier",
    ]);
    assert.equal(spec.frozenColumns, 3);
    assert.deepEqual(headers.slice(8, spec.detailsFrom), ["Status", "PO number"]);
    assert.ok(headers.length > spec.detailsFrom!);
  });

  it("says the conclusion first, in a row of one line", () => {
    const spec = sheetOf(2);
    const why = spec.columns[3]!;
    assert.notEqual(why.kind, "wrapped");
    const said = String(spec.rows[0]!.cells[3]);
    assert.match(said, /^Short 45, .* make 108\. Expect 184 .*You have 89 and 180 arriving 3 Dec\.$/);
    assert.ok(said.indexOf(" Expect") < why.width, "the conclusion is seen whole");
  });

  it("cuts no header off, and no number", () => {
    for (const { header, width } of sheetOf(2).columns) {
      for (const word of header.split(" ")) assert.ok(width >= word.length + 3, header);
      // Programs that do not break it for the arrow's sake would lay the arrow over it.
      assert.ok(width < header.length - 1 || width >= header.length + 3, header);
    }
    assert.ok(sheetOf(2).columns[4]!.width >= "1,234,567.00".length);
  });

  it("prints a page a supplier, in letters of 8 points or more", () => {
    const spec = sheetOf(4);
    assert.deepEqual(spec.print!.breaks, [2, 4, 6]);
    const printed = spec.columns.slice(0, spec.print!.columns);
    assert.equal(printed.at(-1)!.header, "Supplier");
    const scale = printScale(spec.columns, spec.print!.columns);
    assert.ok(scale * 11 >= 800, `${scale}%`);
    // Calibri of 11 points: 7 pixels a digit and 5 beside it, 0.75 points each; Letter is 11 inches wide.
    const points = printed.reduce((sum, { width }) => sum + (7 * width + 5) * 0.75, 0);
    assert.ok((points * scale) / 100 <= 72 * (11 - 0.8));
  });

  it("leaves the suppliers' totals open where they are few, and folds many for the lines to be seen", () => {
    assert.deepEqual([sheetOf(5).summary!.folded, sheetOf(6).summary!.folded], [false, true]);
    const { rows, details } = sheetOf(6).summary!;
    assert.deepEqual(
      rows.slice(details).map(({ kind }) => kind),
      ["total"],
    );
  });
});
