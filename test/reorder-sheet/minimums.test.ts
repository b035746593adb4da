import assert from "node:assert/strict";
import type { SupplierTotal } from "../../shared/purchasing/plan/plan-schema.ts";
import { reorderSheets } from "../../shared/sheets/reorder/reorder-sheets.ts";
import { line, plan, request } from "./plans.ts";
import { calculated, summaryCells } from "./read-back.ts";

describe("a supplier's minimum on the reorder sheet", () => {
  const said = (quantity: number, currency = "CNY"): unknown => {
    const total: SupplierTotal = {
      supplier: "Acme",
      quantity,
      lines: 1,
      cost: quantity * 2.5,
      currency,
      minimum_value: 9000,
      missing: Math.max(0, 9000 - quantity * 2.5),
    };
    const made = { ...plan([line({ sku: "a", suggested: quantity, currency })]), suppliers: [total] };
    const [spec] = reorderSheets(made, request([{ sku: "a" }]), []).sheets;
    const cell = spec!.summary!.rows[1]!.cells[3] as { readonly result: string };
    const [sheet] = calculated([spec!]);
    const [, [supplier, shown] = []] = summaryCells(spec!, sheet!, "Why");
    assert.equal(supplier, "Acme");
    assert.equal(shown, cell.result);
    return shown;
  };

  it("follows the costs of its lines, as a spreadsheet calculates it", () => {
    assert.equal(said(1333), "1 line, CNY 3,333. Minimum not reached: CNY 3,333 of 9,000, 5,668 missing");
    assert.equal(said(3600), "1 line, CNY 9,000. Minimum of CNY 9,000 reached");
    assert.equal(said(3599.9), "1 line, CNY 9,000. Minimum not reached: CNY 9,000 of 9,000, 1 missing");
  });

  it("takes only a currency's code into its formula", () => {
    assert.equal(said(1333, 'x"&1'), "1 line, 3,333. Minimum not reached: 3,333 of 9,000, 5,668 missing");
  });
});
